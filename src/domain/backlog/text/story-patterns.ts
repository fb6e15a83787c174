import { spelledLoosely } from '#src/domain/backlog/text/spelling';
import { JAPANESE_FRAME, STORY_FRAMES, type StoryFrame } from '#src/domain/backlog/text/words/story-frames';

/** Patterns of one language. */
export interface StoryPatterns {
  /** Opens with a role, which may be empty. */
  readonly withRole: RegExp;
  readonly clause: RegExp | null;
  /** Opens with the wish. */
  readonly withoutRole: RegExp;
  readonly benefit: RegExp;
  readonly opensBenefit: RegExp;
  /** The wish behind a benefit. */
  readonly wishWithin: RegExp;
}

/** Where a story may open: at the start, after a label or a number, or with a new sentence. */
const START = String.raw`(?:^|[.:;!?|)\]>"“„«»*–—#-]\s?)`;
const NO_LETTER_BEFORE = String.raw`(?<![\p{L}\p{N}])`;
/** What opens with a letter opens a word; a pattern may open with the comma or the stop before it. */
const OPENS_WORD = String.raw`(?:(?<![\p{L}\p{N}])|(?![\p{L}\p{N}]))`;
/** An elided word ends in its apostrophe: "en tant qu'administrateur". */
const NO_LETTER_AFTER = String.raw`(?:(?<=['’])|(?![\p{L}\p{N}]))`;
/** A role in characters; a dot within "U.S." or after "e.g" ends no sentence. */
const ROLE = String.raw`(?<role>(?:[^.!?]|\.(?=\S)|(?<=\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|bzw|z\.b|sr|sra))\.){0,160}?)`;
const PAUSE = '[ ,;:.…_–—*-]{0,10}';

function patternsOf(words: StoryFrame): StoryPatterns {
  const { clause } = words;
  const of = (part: Exclude<keyof StoryFrame, 'language' | 'clause'>) => spelledLoosely(words[part] ?? '');
  const [benefit, alone] = [of('benefit'), of('alone')];
  const complement = `(?:${of('complement')})?`;
  const wish = `(?:${of('want')})${complement}`;
  const articles = `(?:${of('article')})(?<=['’]|(?=[^\\p{L}\\p{N}]|$))`;
  const noRole = of('noRole');
  const withArticle = ` ?${articles} ?(?! ?(?:${noRole}))`;
  const bare = `${NO_LETTER_AFTER}(?! ?(?:${articles}|${noRole}|${of('notBare')})) ?`;
  const opening = `^[^\\p{L}\\p{N}]{0,20}`;
  return {
    withRole: new RegExp(
      `${START}(?:${of('as')})(?:${withArticle}|${bare})${ROLE}${PAUSE}${NO_LETTER_BEFORE}${wish}`,
      'iu',
    ),
    clause: clause === undefined ? null : new RegExp(clause, 'iu'),
    withoutRole: new RegExp(`${opening}(?:${alone})${complement}`, 'iu'),
    benefit: new RegExp(`${OPENS_WORD}(?:${benefit})`, 'iu'),
    opensBenefit: new RegExp(`${opening}(?:${benefit})`, 'iu'),
    wishWithin: new RegExp(
      `(?<=\\p{L} ?[,.:;]? ?)${NO_LETTER_BEFORE}(?:${alone}|(?!I (?:can|get|see|be|have|use|know)\\b)${wish})`,
      'iu',
    ),
  };
}

/** The patterns of every language but Japanese. */
export const STORY_PATTERNS: readonly StoryPatterns[] = STORY_FRAMES.map(patternsOf);
/** One quick pass spares most lines the patterns of every language. */
const MAY_OPEN = new RegExp(
  `(?:${START}|, )(?:${STORY_FRAMES.map(({ as }) => spelledLoosely(as)).join('|')})${NO_LETTER_AFTER}|${JAPANESE_FRAME.as}`,
  'iu',
);

const OPENS_WITH_WISH = anyOf(STORY_PATTERNS.map(({ withoutRole }) => withoutRole));

function anyOf(shapes: readonly RegExp[]): RegExp {
  return new RegExp(shapes.map(({ source }) => `(?:${source})`).join('|'), 'iu');
}

/** Whether a text opens with a wish in any language, as a story that names nobody does. */
export function opensWithWish(text: string): boolean {
  return OPENS_WITH_WISH.test(text);
}

/** Whether a text may open with a role, or with the benefit before it. */
export function mayOpenStory(text: string): boolean {
  return MAY_OPEN.test(text) || BENEFIT_FIRST.test(text);
}

/** "In order to …" and its like. */
const BENEFIT_FIRST = anyOf(STORY_PATTERNS.map(({ opensBenefit }) => opensBenefit));

/** "I, as a customer, want …" and "Ich als Kunde möchte …", with the pronoun where it stands in the other stories. */
const PRONOUN_FIRST: readonly (readonly [RegExp, string])[] = [
  [/^(I|We),? (as (?:an? |the )?[^,]{1,80}), /iu, '$2, $1 '],
  [/^(ich|wir),? (als [^,]{1,80}?),? (m(?:ö|oe)chten?|will|wollen|brauchen?)(?!\p{L})/iu, '$2 $3 $1'],
  [/^(?:yo|eu|io|ja),? (?=(?:como|come|jako) )/iu, ''],
];

const ANY_PRONOUN = /^(?:I|We|Ich|Wir|Yo|Eu|Io|Ja)[ ,]/iu;

/** The line with a pronoun that opens it put behind the role, or left out where it may be. */
export function withPronounInside(line: string): string {
  if (!ANY_PRONOUN.test(line)) return line;
  return PRONOUN_FIRST.reduce((story, [shape, usual]) => story.replace(shape, usual), line);
}

/** "In order to see gists, as a user …", "In order to see gists As a user …". */
const BENEFIT_END = new RegExp(
  `,| (?=(?:${STORY_FRAMES.map(({ as, article }) => spelledLoosely(`(?:${as}) (?:${article})`)).join('|')})[ '’])`,
  'iu',
);

/** A benefit put first ends at its comma, or before the role: "In order to …, as a …, I want …". Keeps all places in the line. */
export function endBenefit(line: string): string {
  return line.replace(BENEFIT_END, '.');
}
