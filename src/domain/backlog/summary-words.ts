const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Scripts that put no spaces between words need a dictionary; elsewhere a plain pattern is ten times quicker. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A number with its inner marks (a version, a date, a ratio) is one word, and so are "C++", "C#" and "don't". */
const WORD =
  /\p{Nd}+(?:[.,:/-]\p{Nd}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}\p{N}]+)*[+#]*/gu;
/** The same where all is ASCII, as most summaries are: without Unicode's tables it takes a third of the time. */
const ASCII_WORD = /\d+(?:[.,:/-]\d+)*(?![A-Za-z\d])|[A-Za-z\d]+(?:'[A-Za-z\d]+)*[+#]*/g;
const NOT_ASCII = /[^\0-\x7f]/;
/** Soft hyphens and spaces of no width: they are not seen. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** The words of a summary as they compare: without case and punctuation, in its order. Every script. */
export function summaryWords(summary: string): readonly string[] {
  if (!NOT_ASCII.test(summary)) return summary.toLowerCase().match(ASCII_WORD) ?? [];
  // Upper case first: that is where "ß" meets "SS" and a final sigma its like.
  const folded = summary.normalize('NFKC').replace(UNSEEN, '').toUpperCase().toLowerCase();
  const words = folded.match(WORD) ?? [];
  if (!UNSPACED.test(folded)) return words;
  return words.flatMap((word) => (UNSPACED.test(word) ? segmentsOf(word) : [word]));
}

function segmentsOf(text: string): readonly string[] {
  return Array.from(SEGMENTER.segment(text))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}

/** What Jira ("CLONE - ") and people put before the summary of a copy. */
const CLONE_MARK = /^(?:\s*(?:\[clone\]|\(clone\)|clone\s*[-–—:]|(?:clone|copy) of\s))+\s*/i;

/** The summary without the mark of a clone. */
export function withoutCloneMark(summary: string): string {
  return summary.replace(CLONE_MARK, '');
}

const ARROW = /[-=]+>|[←-⇿⟵-⟿➔-➾]|\s>\s/u;
const DIRECTIONS = [
  ['from', 'to'],
  ['from', 'into'],
  ['von', 'nach'],
  ['von', 'zu'],
  ['von', 'auf'],
  ['de', 'à'],
  ['de', 'vers'],
  ['de', 'a'],
  ['de', 'para'],
  ['da', 'a'],
  ['van', 'naar'],
  ['z', 'do'],
  ['から', 'へ'],
  ['から', 'に'],
] as const;

/** Whether a summary says from where to where, so that its words in another order say something else. */
export function namesDirection(summary: string, words: readonly string[]): boolean {
  return ARROW.test(summary) || DIRECTIONS.some(([from, to]) => words.includes(from) && words.includes(to));
}

/** Articles that stand apart, save those that are other words in English ("as", "os"). No word of denial is among them. */
const ARTICLES = new Set(
  [
    'a an the der die das den dem des ein eine einen einem einer eines le la les un une',
    'el los las una unos unas um uma il lo gli uno de het een',
  ].flatMap((line) => line.split(' ')),
);
const ELISION = /^\p{L}{1,2}['’]|['’]s$/gu;
const APOSTROPHE = /['’]/;
const LATIN = /^\p{Script=Latin}+$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûü]/;
const DOUBLED = /(\p{L})\1+/gu;
/** Of a shorter word an ending is half: "news", "http". */
const SHORTEST_STEM = 4;

/**
 * What is left of a word when articles, doubled letters and the commonest endings ("invoice", "invoices"; "Rechnung",
 * "Rechnungen") do not count; empty for an article. Words with digits or signs, and of other scripts than Latin, stay whole.
 */
export function closeWord(word: string): string {
  const plain = APOSTROPHE.test(word) ? word.replace(ELISION, '') : word;
  if (ARTICLES.has(plain)) return '';
  if (plain.length <= SHORTEST_STEM || !LATIN.test(plain)) return plain;
  const single = plain.replace(DOUBLED, '$1');
  let end = single.length;
  while (end > SHORTEST_STEM && 'sen'.includes(single.charAt(end - 1))) end -= 1;
  const stem = single.slice(0, end);
  return VOWEL.test(stem) ? stem : single;
}
