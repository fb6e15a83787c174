import { findPlaceholder } from '#src/domain/backlog/text/placeholders';
import { countWords } from '#src/domain/backlog/text/count-words';
import { readUserStory } from '#src/domain/backlog/text/user-story';
import { JAPANESE_REASONS, REASONS } from '#src/domain/backlog/text/words/purpose';
import { anywhere, behindSubject, closing, opening, without } from '#src/domain/sprint/goal/phrases';
import {
  ABLE,
  AROUND_KEYS,
  CONTRASTS,
  HANDED_OVER,
  JAPANESE_ABLE,
  JAPANESE_HANDED_OVER,
  JAPANESE_STATES,
  JAPANESE_TASKS,
  JAPANESE_VAGUE,
  LABELS,
  NOTHING,
  STATES,
  TASKS,
  VAGUE,
} from '#src/domain/sprint/goal/words';

/**
 * What a sprint's goal says.
 * - `none`: nothing, or that it is still to be written.
 * - `list`: issues or tasks, rather than what will be different.
 * - `vague`: nothing that could be seen to be reached.
 * - `outcome`: what somebody can do, or what will be so.
 */
export type GoalVerdict = 'none' | 'list' | 'vague' | 'outcome';

const KEY = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9_]+-\d+(?![\p{L}\p{N}])/gu;
const LABEL = new RegExp(`${opening([LABELS]).source}[^\\p{L}\\p{N}]*[:：–—-]\\s*`, 'u');
const IS_NOTHING = new RegExp(`${opening([NOTHING]).source}[^\\p{L}\\p{N}]*$`, 'u');
const LETTER = /[\p{L}\p{N}]/u;

/** An amount with its unit, as in "below 2 s", "30 % fewer": how much of something there will be. */
const MEASURE =
  /\d\s*(?:%|‰|€|\$|£|percent|prozent|pour ?cent|por ciento|procent|ms|s|sec|seconds?|sekunden?|secondes?|segundos?|min|minutes?|minuten?|minutos?|h|hours?|stunden?|heures?|horas?|days?|tagen?|jours|días|clicks?|klicks?|clics?|steps?|users?|customers?|kunden|clients?|clientes|klanten|times)(?![\p{L}\p{N}])/u;

const IS_ABLE = anywhere(ABLE, JAPANESE_ABLE);
/** "Enable customers to …": an act of theirs, whatever is built for it. */
const ENABLES = /(?<![\p{L}\p{N}])(?:enable|allow|help|invite) \S.* to \p{L}/u;
const HAS_REASON = anywhere(REASONS, JAPANESE_REASONS);
const HAS_STATE = behindSubject(STATES, JAPANESE_STATES);
const IS_HANDED_OVER = anywhere(HANDED_OVER, JAPANESE_HANDED_OVER);
const HAS_CONTRAST = behindSubject(CONTRASTS);
const OPENS_TASK = opening(TASKS);
const CLOSES_TASK = closing(TASKS, JAPANESE_TASKS);
const OPENS_VAGUE = opening(VAGUE);
const HAS_VAGUE = anywhere(VAGUE, JAPANESE_VAGUE);
const withoutKeyWords = without([AROUND_KEYS]);

/** Words from which on a name of something counts as a statement about it. */
const STATEMENT_WORDS = 5;
/** Words beside keys from which on they are no longer a list of keys alone. */
const WORDS_BESIDE_KEYS = 4;
/** A marker with more words around it stands within a goal. */
const PLACEHOLDER_WORDS = 4;

const LINES = /[\n;；]+/u;
const BULLET = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s*/u;
const CLAUSES = /,|、|\+|&| (?:and|und|et|y|e|ed|en|i|oraz) /u;

const lower = (text: string) => text.toLowerCase().replaceAll('’', "'");
const isWritten = (text: string) => LETTER.test(text);

/** Judges the words of a sprint's goal. Knows the words of nine languages; others are judged by their length. */
export function goalVerdict(goal: string): GoalVerdict {
  const text = goal.normalize('NFC').trim();
  const plain = lower(text);
  const written = text.slice(LABEL.exec(plain)?.[0].length ?? 0);
  if (!isWritten(written) || IS_NOTHING.test(lower(written))) return 'none';
  if (findPlaceholder(written) !== null && countWords(written, PLACEHOLDER_WORDS) < PLACEHOLDER_WORDS) {
    return 'none';
  }
  const keys = written.match(KEY) ?? [];
  const beside = written.replace(KEY, ' ');
  if (keys.length > 0 && countWords(withoutKeyWords(lower(beside)), WORDS_BESIDE_KEYS) < WORDS_BESIDE_KEYS) {
    return 'list';
  }
  const parts = beside
    .split(LINES)
    .map((part) => part.replace(BULLET, ''))
    .filter(isWritten);
  // Several keys are a list with the summaries beside them, unless it says what for.
  if (keys.length > 1 && !isStrong(beside, lower(beside))) return 'list';
  return parts.length > 1 ? verdictOfParts(parts) : verdictOfOne(beside);
}

/** Of several lines: outcomes where half of them are, otherwise a list of tasks where two are. */
function verdictOfParts(parts: readonly string[]): GoalVerdict {
  const verdicts = parts.map(verdictOfOne);
  const count = (wanted: GoalVerdict) => verdicts.filter((verdict) => verdict === wanted).length;
  if (count('outcome') * 2 >= parts.length) return 'outcome';
  return count('list') > 0 || parts.length > 2 ? 'list' : 'vague';
}

function verdictOfOne(part: string): GoalVerdict {
  const text = lower(part).trim();
  if (isStrong(part, text)) return 'outcome';
  if (OPENS_VAGUE.test(text)) return 'vague';
  if (isTask(text)) return taskVerdict(text);
  if (IS_HANDED_OVER.test(text) || HAS_STATE.test(text) || HAS_CONTRAST.test(text)) return 'outcome';
  if (HAS_VAGUE.test(text)) return 'vague';
  if (text.split(CLAUSES).filter((clause) => isTask(clause.trim())).length > 1) return 'list';
  return countWords(text, STATEMENT_WORDS) < STATEMENT_WORDS ? 'vague' : 'outcome';
}

/** What says so whatever verb it opens with. */
function isStrong(part: string, text: string): boolean {
  return (
    [IS_ABLE, ENABLES, HAS_REASON, MEASURE].some((shape) => shape.test(text)) || readUserStory(part) !== null
  );
}

const isTask = (text: string) => OPENS_TASK.test(text) || CLOSES_TASK.test(text);

/** A task that ends with something in somebody's hands can be seen to be done; one about "the rest" cannot. */
function taskVerdict(text: string): GoalVerdict {
  if (text.split(CLAUSES).filter((clause) => isTask(clause.trim())).length > 1) return 'list';
  if (IS_HANDED_OVER.test(text)) return 'outcome';
  return HAS_VAGUE.test(text) ? 'vague' : 'list';
}
