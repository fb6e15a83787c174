import { spelledLoosely } from '#src/domain/backlog/text/spelling';
import { JAPANESE_STATEMENT, STATEMENTS } from '#src/domain/backlog/text/words/placeholders';

/** A marker that says "to be written", and where it starts in the text. */
export interface Placeholder {
  readonly marker: string;
  readonly start: number;
}

/** One quick pass decides that most lines hold no marker at all. */
const ANY = new RegExp(
  spelledLoosely(
    String.raw`tb[dca]|t\.b\.|todo|fixme|xxx|to\sbe\s|to follow|lorem ipsum|zu (?:klären|def|bestimm|ergänz|entsch)|noch (?:gekl|def|ergä|ents|festg)|folgt noch|à (?:déf|det|dét|pré|compl|conf|clar)|(?:por|a|de) (?:defin|determ|confir|aclar|esclar|concret|complet)|a ser def|da (?:defin|determ|conferm|chiar|decid|complet|stabil)|te (?:bepal|defin|besl|bevest)|in te vul|n\.?t\.?b|do (?:ustal|uzup|okreś|potw|dopr|zdef|decyz)|\?\?\?|未[定確]|要[確検]|再検|検討中|調整中|後で|後ほど|追って`,
  ),
  'iu',
);

/** Neither part of a longer name, path or key, nor one letter away from one. */
const ALONE_BEFORE = String.raw`(?<![\p{Script=Latin}\p{N}_/\\.#@$%&=-])`;
const ALONE_AFTER = String.raw`(?![\p{Script=Latin}\p{N}_/\\=]|[.-][\p{L}\p{N}])`;
/** Where a note to oneself stands: first in the line, or after punctuation. */
const OPENING = String.raw`(?<=^[\s\p{P}\p{S}]*|[:;.,!?)(\]\[{}|–—：（。、「]\s*|\s[-=*>]\s*)`;
/** Where a statement ends. */
const CLOSING = String.raw`(?=\s*(?:$|[.,;:!?)\]}|。、！？）」：]|later\b|soon\b|yet\b|in refinement\b|[-–—]\s))`;

const MARKERS: readonly RegExp[] = [
  new RegExp(`${ALONE_BEFORE}(?:TB[DCA]|T\\.B\\.[DCA]\\.?)${ALONE_AFTER}`, 'giu'),
  // A TODO about code is named within a sentence ("remove the TODO"); one that stands for missing text opens it.
  new RegExp(
    `(?=TODO|FIXME|XXX)${OPENING}${ALONE_BEFORE}(?:TODO|FIXME|XXX)${ALONE_AFTER}(?!\\s+(?:list|app|item|comment|board|column|status|marker|note|tag|task|section|in|from|about)s?\\b)(?!\\()`,
    'gu',
  ),
  // In other cases than capitals only as a label at the start: "todo: describe".
  /^[\s\p{P}\p{S}]*todo(?=\s*[:：])/giu,
  new RegExp(
    `(?=\\p{L}+ (?:\\p{L}+ )?to follow)${OPENING}(?:details?|description|designs?|mock-?ups?|screenshots?|more(?: details?| info| information)?) to follow${CLOSING}`,
    'giu',
  ),
  /(?<![\p{L}\p{N}?'"/&=!.)])\?{3,}(?![\p{L}\p{N}?!])/gu,
  new RegExp(
    `(?=to\\s)(?:${OPENING}|(?<=\\b(?:is|are|still|yet|remains?)\\s+))to\\s+be\\s+(?:defined|decided|determined|confirmed|specified|discussed|agreed|announced|clarified|written)${CLOSING}`,
    'giu',
  ),
  /\blorem ipsum\b/giu,
  ...STATEMENTS.map(({ links, markers }) => statementOf(spelledLoosely(links), spelledLoosely(markers))),
  // Japanese writes no spaces, so that a particle may precede and "です" follow.
  new RegExp(
    `(?=${JAPANESE_STATEMENT})(?:${OPENING}|(?<=[はがもだ]\\s?))${JAPANESE_STATEMENT}(?:です|である|だ)?${CLOSING}`,
    'gu',
  ),
];

/** A marker that opens a statement, or follows one of the words that link it, and ends it. */
function statementOf(links: string, markers: string): RegExp {
  return new RegExp(
    `(?=(?:${markers}))(?:${OPENING}|(?<=(?<![\\p{L}\\p{N}])(?:${links}) ))(?<![\\p{L}\\p{N}])(?:${markers})(?![\\p{L}\\p{N}])${CLOSING}`,
    'giu',
  );
}

const QUOTE = /['"“”„‘’«»`]/u;
/** Text whose letters were lost to a wrong encoding is full of question marks. */
const GARBLED = /\?{2,}\s+\?{2,}|\?{6,}/u;

/** Letters and question marks of the width of Japanese ones: "ＴＢＤ". */
const FULL_WIDTH = /[Ａ-Ｚａ-ｚ？]/u;
const WIDER_BY = 0xfee0;

/** The same text in letters of the usual width; each keeps its place. */
function narrow(line: string): string {
  return line.replace(/[Ａ-Ｚａ-ｚ？]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - WIDER_BY));
}

/** The first marker in one line of text; null when there is none. Markers in quotation marks are talked about, not used. */
export function findPlaceholder(line: string): Placeholder | null {
  if (FULL_WIDTH.test(line)) return findPlaceholder(narrow(line));
  if (!ANY.test(line)) return null;
  const found = MARKERS.flatMap((shape) => firstUse(line, shape) ?? []);
  return found.reduce<Placeholder | null>(
    (first, each) => (first === null || each.start < first.start ? each : first),
    null,
  );
}

function firstUse(line: string, shape: RegExp): Placeholder | null {
  for (const { 0: marker, index: start } of line.matchAll(shape)) {
    const isNoise = marker.startsWith('?') && GARBLED.test(line);
    if (!isNoise && !isQuoted(line, start, start + marker.length)) return { marker, start };
  }
  return null;
}

/** Quotation marks on both sides, such as “TBD”; a longer quotation that only holds the marker does not count. */
function isQuoted(line: string, start: number, end: number): boolean {
  return QUOTE.test(line.slice(start - 1, start)) && QUOTE.test(line.slice(end, end + 1));
}
