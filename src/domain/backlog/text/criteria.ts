import type { AdfNode } from '#src/domain/backlog/issue';
import { OBJECT, type TextLine } from '#src/domain/backlog/text/adf-text';
import { countWords } from '#src/domain/backlog/text/count-words';
import { readSections, type Sections } from '#src/domain/backlog/text/sections';
import { spelledLoosely } from '#src/domain/backlog/text/spelling';
import { withoutTemplate } from '#src/domain/backlog/text/template';
import { sectionKindOf } from '#src/domain/backlog/text/titles';
import { EXAMPLE_WORDS, JAPANESE_EXAMPLE, type GherkinWords } from '#src/domain/backlog/text/words/gherkin';
import { STORY_WORDS } from '#src/domain/backlog/text/words/story-types';

/** What counts as saying how an issue is verified. */
export interface CriteriaOptions {
  /** Bullets that say so without a heading. */
  readonly bullets: number;
  /** The team's own headings of acceptance criteria. */
  readonly words: readonly string[];
}

/**
 * Whether a description says how its result is verified: a title of criteria or of an expected result with something below
 * it, an example in Given, When and Then, a box to tick, or enough bullets that state something. Titles and examples are
 * known in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and Japanese; boxes and bullets in any.
 * An empty description, or one that is not shown (undefined), says nothing.
 */
export function saysHowToVerify(
  description: AdfNode | null | undefined,
  { bullets, words }: CriteriaOptions,
): boolean {
  if (!description) return false;
  const sections = readSections(description, words);
  return (
    sections.filled.has('criteria') ||
    sections.filled.has('expected') ||
    sections.lines.some(isBox) ||
    hasBullets(sections, bullets) ||
    hasExample(sections.lines)
  );
}

/** A box to tick: a task of Jira's editor, or "[ ]" and its like at the start of a line. */
const BOX = /^\s*(?:[-*•+・]\s*|\d+[.)]\s+)?(?:\[[ xX\u3000]?\]|［[ xX\u3000]?］|[☐☑☒✅✓✔□])\s*[\p{L}\p{N}]/u;

function isBox({ kind, list, text }: TextLine): boolean {
  if (kind !== 'text') return false;
  return list === 'task' ? withoutTemplate(text).trim() !== '' : BOX.test(text);
}

/** A bullet typed by hand. */
const TYPED_BULLET = /^\s*(?:[-*•‣·–]\s+|\d{1,2}[.)]\s+|[・●○◦▪■◆]\s*)(?=\S)/u;
const QUESTION = /[?？]\s*$/u;
/** Words below which a bullet names something and states nothing. */
const BULLET_WORDS = 3;

/**
 * Bullets that state something, in one list or several. Not those below a title of steps, links, environments or questions,
 * nor questions, nor a link or a name alone. Nested ones count as well.
 */
function hasBullets({ lines, kinds }: Sections, enough: number): boolean {
  if (enough <= 0) return false;
  let found = 0;
  for (const [index, line] of lines.entries()) {
    if (kinds[index] === 'aside' || kinds[index] === 'actual' || !isBullet(line)) continue;
    if (QUESTION.test(line.text) || !isStatement(line.text)) continue;
    found += 1;
    if (found >= enough) return true;
  }
  return false;
}

function isBullet({ kind, list, isFirst, text }: TextLine): boolean {
  return kind === 'text' && ((list === 'bullet' && isFirst) || TYPED_BULLET.test(text));
}

function isStatement(text: string): boolean {
  return countWords(withoutTemplate(text).replaceAll(OBJECT, ' x '), BULLET_WORDS) >= BULLET_WORDS;
}

/** Words of one language that open a line of an example, and the same words anywhere. */
interface ExampleWords {
  readonly opens: { readonly given: RegExp; readonly when: RegExp; readonly then: RegExp };
  readonly inOrder: readonly RegExp[];
}

/** Japanese may touch the word. */
const WORD_END = String.raw`(?![\p{N}\p{M}\p{Script=Latin}])`;
const OPENING = String.raw`^[\s\p{P}\p{S}\d]*`;
const EXAMPLES_SPELLED = EXAMPLE_WORDS.map(({ given, when, then }): GherkinWords => ({
  given: spelledLoosely(given),
  when: spelledLoosely(when),
  then: spelledLoosely(then),
}));
const EXAMPLES: readonly ExampleWords[] = [
  ...EXAMPLES_SPELLED.map((words) => exampleOf(words, WORD_END)),
  exampleOf(JAPANESE_EXAMPLE, ''),
];
/** One quick pass keeps the few lines that could be part of an example. */
const ANY = new RegExp(
  `${OPENING}(?:(?:${EXAMPLES_SPELLED.flatMap(({ given, when, then }) => [given, when, then]).join('|')})${WORD_END}|${JAPANESE_EXAMPLE.given}|${JAPANESE_EXAMPLE.when}|${JAPANESE_EXAMPLE.then})`,
  'iu',
);

function exampleOf({ given, when, then }: GherkinWords, end: string): ExampleWords {
  const opens = (words: string) => new RegExp(`${OPENING}(?:${words})${end}`, 'iu');
  const holds = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${end}`, 'iu');
  return {
    opens: { given: opens(given), when: opens(when), then: opens(then) },
    inOrder: [given, when, then].map(holds),
  };
}

/** Given, When and Then in one line, or an outcome that opens a line below one that a start or an event opens. */
function hasExample(lines: readonly TextLine[]): boolean {
  const texts = lines.map(({ text }) => text).filter((text) => ANY.test(text));
  if (texts.length === 0) return false;
  return EXAMPLES.some(({ opens: { given, when, then }, inOrder }) => {
    const outcome = texts.findLastIndex((text) => then.test(text));
    const above = texts.slice(0, Math.max(0, outcome));
    if (above.some((text) => given.test(text) || when.test(text))) return true;
    return texts.some((text) => given.test(text) && holdsInOrder(text, inOrder));
  });
}

function holdsInOrder(text: string, words: readonly RegExp[]): boolean {
  let rest = text;
  for (const word of words) {
    const found = word.exec(rest);
    if (found === null) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

/** Whether a custom field is meant for acceptance criteria, by its name in any of the languages known. */
export function isCriteriaFieldName(name: string): boolean {
  if (NOT_FOR_CRITERIA.test(name)) return false;
  return sectionKindOf(name) === 'criteria';
}

/** Fields about the criteria, not for them. */
const NOT_FOR_CRITERIA =
  /\b(?:count|notes|progress|status|date|owner|approver|verification|test plan|test cases)\b/iu;

const STORY_NAMES = new Set(STORY_WORDS);

/** Whether an issue type is a story by its name: Jira's "Story" in its languages, "User Story", "Historia de usuario". */
export function isStoryType(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{M}ー]+/u)
    .some((word) => STORY_NAMES.has(word));
}
