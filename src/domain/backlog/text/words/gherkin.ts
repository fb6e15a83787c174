/** Words of one language, in alternatives as a pattern takes them. */
export interface GherkinWords {
  readonly given: string;
  readonly when: string;
  readonly then: string;
}

/**
 * Gherkin's words for the start, the event and the outcome of an example, per language.
 * @see https://cucumber.io/docs/gherkin/languages/
 */
export const EXAMPLE_WORDS: readonly GherkinWords[] = [
  { given: 'given', when: 'when', then: 'then' },
  { given: 'angenommen|gegeben sei|gegeben seien|gegeben', when: 'wenn', then: 'dann' },
  {
    given: 'étant donné|étant donnée|étant donnés|étant données|soit|sachant',
    when: 'quand|lorsque|lorsqu',
    then: 'alors|donc',
  },
  { given: 'dado|dada|dados|dadas', when: 'cuando', then: 'entonces' },
  { given: 'dado|dada|dados|dadas', when: 'quando', then: 'então' },
  { given: 'dato|data|dati|date', when: 'quando', then: 'allora' },
  { given: 'gegeven|stel', when: 'als|wanneer', then: 'dan' },
  { given: 'zakładając|mając', when: 'jeżeli|jeśli|gdy|kiedy', then: 'wtedy' },
];

/** Japanese writes no spaces, so that its words need no boundary after them. */
export const JAPANESE_EXAMPLE: GherkinWords = { given: '前提', when: 'もし', then: 'ならば' };
