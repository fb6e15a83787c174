import { createIntl } from 'react-intl';

type Catalogue = Readonly<Record<string, string>>;

/** A node of a parsed message, as far as translations can go wrong in it. */
interface MessageNode {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessageNode[] }>>;
  readonly children?: readonly MessageNode[];
}

/** How the parser calls what matters here. */
const [LITERAL, SELECT, PLURAL, POUND, TAG] = [0, 5, 6, 7, 8];

const { formatters } = createIntl({ locale: 'en', messages: {} });

/** @throws SyntaxError when the text is no message. */
function nodesOf(text: string, locale: string): readonly MessageNode[] {
  const parsed = formatters.getMessageFormat(text, locale).getAst() as readonly MessageNode[];
  const below = (node: MessageNode): readonly MessageNode[] => [
    node,
    ...Object.values(node.options ?? {}).flatMap(({ value }) => value.flatMap(below)),
    ...(node.children ?? []).flatMap(below),
  ];
  return parsed.flatMap(below);
}

/** What a sentence takes in, by name: values, tags, and the choices of its selects. */
function takenIn(nodes: readonly MessageNode[]): readonly string[] {
  const named = nodes.flatMap(({ type, value = '', options }) => {
    if (type === LITERAL || type === POUND) return [];
    const choices =
      type === SELECT
        ? ` of ${Object.keys(options ?? {})
            .sort()
            .join(', ')}`
        : '';
    return [type === TAG ? `<${value}>` : `${value}${choices}`];
  });
  return [...new Set(named)].sort();
}

/** The plural forms that a language needs and a message lacks. A form for exactly one does for that of one. */
function formsLacking(nodes: readonly MessageNode[], locale: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return nodes.flatMap(({ type, value = '', options = {} }) =>
    type === PLURAL
      ? pluralCategories
          .filter((form) => !(form in options) && !(form === 'one' && '=1' in options))
          .map((form) => `${value} lacks "${form}"`)
      : [],
  );
}

function problemOf(english: string, text: string, locale: string): string | null {
  try {
    const [own, theirs] = [nodesOf(text, locale), nodesOf(english, 'en')];
    if (takenIn(own).join('; ') !== takenIn(theirs).join('; '))
      return `takes in ${takenIn(own).join('; ')} instead of ${takenIn(theirs).join('; ')}`;
    const lacking = formsLacking(own, locale);
    if (lacking.length > 0) return lacking.join('; ');
    return text === text.trim() && text !== '' ? null : 'is empty, or has white space around it';
  } catch (error) {
    return String(error);
  }
}

/**
 * Everything that is wrong with a translated catalogue, one line each; empty when it is whole.
 *
 * @param same Messages that are the same in both languages; any other that equals English counts as not translated.
 */
export function catalogueProblems(
  english: Catalogue,
  other: Catalogue,
  locale: string,
  same: ReadonlySet<string>,
): readonly string[] {
  const missing = Object.keys(english).filter((id) => other[id] === undefined);
  const unknown = Object.keys(other).filter((id) => english[id] === undefined);
  const untranslated = Object.entries(other).filter(
    // Without letters outside of its values a message is the same everywhere.
    ([id, text]) => text === english[id] && /\p{L}/u.test(text.replace(/\{[^{}]*\}/g, '')) && !same.has(id),
  );
  return [
    ...missing.map((id) => `${id} is missing`),
    ...unknown.map((id) => `${id} is not in English`),
    ...untranslated.map(([id, text]) => `${id} is not translated: ${text}`),
    ...[...same].filter((id) => other[id] !== english[id]).map((id) => `${id} is not the same`),
    ...Object.entries(english).flatMap(([id, text]) => {
      const translated = other[id];
      const problem = translated === undefined ? null : problemOf(text, translated, locale);
      return problem === null ? [] : [`${id} ${problem}`];
    }),
  ];
}
