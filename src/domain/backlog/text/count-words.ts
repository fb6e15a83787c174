const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });
const LETTER = /\p{L}/u;
/** Scripts that put no spaces between words need a dictionary; elsewhere a plain pattern is ten times quicker. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** In scripts without spaces a name or an address may touch the words around it. */
const LATIN_OR_OTHER = /[!-~]+|[^!-~]+/gu;
const TOKEN = /\S+/gu;
/** Web and mail addresses, paths, names with inner dots or underscores, hashes: they name something, but are no prose. */
const NAME = /:\/\/|\S@\S+\.|\/.*\/|\w[._]\w+[._:]+\w|^(?=.*\d)(?=.*[a-f])[\da-f]{7,}$/u;
/** Most words hold none of these: a quick look spares them the slow one. */
const NOT_PLAIN = /[\d/@._:]/;
/** One word of English, as most tokens are: looking takes a fraction of counting. */
const ONE_WORD = /^["'(]?[A-Za-z]+(?:['-][A-Za-z]+)*[.,;:!?)"']*$/;
/** No word is longer; what is, is data. */
const LONGEST_WORD = 80;

/** Counts the words of a text that have a letter in them, up to `enough`; addresses, paths and code names do not count. */
export function countWords(text: string, enough: number): number {
  const mayTouch = UNSPACED.test(text);
  let words = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (words >= enough) break;
    words += mayTouch && UNSPACED.test(token) ? touchingWordsIn(token, enough - words) : wordsIn(token);
  }
  return Math.min(words, enough);
}

function wordsIn(token: string): number {
  if (token.length <= LONGEST_WORD && ONE_WORD.test(token)) return 1;
  if (token.length > LONGEST_WORD || (NOT_PLAIN.test(token) && NAME.test(token))) return 0;
  let words = 0;
  for (const [word] of token.matchAll(WORD)) if (LETTER.test(word)) words += 1;
  return words;
}

function touchingWordsIn(token: string, enough: number): number {
  let words = 0;
  for (const [part] of token.matchAll(LATIN_OR_OTHER)) {
    if (!UNSPACED.test(part)) {
      words += wordsIn(part);
      continue;
    }
    for (const { segment, isWordLike } of SEGMENTER.segment(part)) {
      if (words >= enough) return words;
      if (isWordLike === true && LETTER.test(segment)) words += 1;
    }
  }
  return words;
}
