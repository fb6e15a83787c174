import { isKnownTitle } from '#src/domain/backlog/text/titles';

/**
 * A slot to fill in: <role>, {{benefit}}, or an instruction in square brackets. Prose uses square brackets for other
 * things too, so those count only when they start as an instruction does.
 */
const SLOT =
  /<(?=\S)[^<>\n]{1,80}(?<=\S)>|\{\{?(?=\S)[^{}\n]{1,80}(?<=\S)\}\}?|\[(?:insert|add|describe|enter|fill|list|provide|type|role|persona|user|goal|reason|benefit|action|feature|your|what|why|who|how|some)\b[^\]\n]{0,80}\]|[〇○◯]{2,}/giu;

/**
 * The frames of a user story and of an example: they say nothing while their slots are open. In English, German, French,
 * Spanish, Portuguese, Italian, Dutch, Polish and Japanese.
 */
const FRAME =
  /^[^\p{L}\p{N}]*(?:(?:as\s+an?|i\s+(?:want|need|would like)|so\s+that|in order to|given|when|then|and|als|(?:möchte|will)\s+ich|ich\s+(?:möchte|will)|damit|angenommen|wenn|dann|und|en tant que|je\s+(?:veux|souhaite)|afin\s+(?:de|que)|étant donné|quand|lorsque|alors|et|como|quiero|quero|para(?:\s+que)?|dado|cuando|quando|entonces|então|y|e|come|(?:io\s+)?(?:voglio|vorrei)|in modo da|affinché|dato|allora|wil\s+ik|ik\s+wil|zodat|gegeven|wanneer|dan|en|jako|chcę|aby|żeby|zakładając|mając|gdy|jeżeli|wtedy|i|oraz)(?![\p{L}\p{N}])|として|前提|もし|ならば)/iu;
/** Dots and blanks are slots only in "As a …, I want …": elsewhere people write them for other reasons. */
const STORY = /^[^\p{L}\p{N}]*as\s+an?\b.*\bi\s+(?:want|need|would like|can)\b/iu;
const OPEN_SLOT = /\.{3,}|…|_{3,}/gu;

/** "Steps to reproduce:" and its like: a few words that end in a colon name what should follow. */
const LABEL = /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}'’/()&-]+\s+){0,4}[\p{L}\p{N}'’/()&-]+\s*[:：]$/u;

/** Whole lines of the templates that come with Jira, Confluence and common marketplaces, without punctuation or case. */
const KNOWN_LINES = new Set(
  [
    'acceptance criteria',
    'actual behavior',
    'actual behaviour',
    'actual result',
    'actual results',
    'additional context',
    'additional information',
    'background',
    'business value',
    'context',
    'definition of done',
    'definition of ready',
    'description',
    'design',
    'environment',
    'expected behavior',
    'expected behaviour',
    'expected result',
    'expected results',
    'given when then',
    'impact',
    'in scope',
    'notes',
    'open questions',
    'out of scope',
    'overview',
    'problem',
    'problem statement',
    'reproduction steps',
    'scope',
    'screenshots',
    'solution',
    'steps to reproduce',
    'summary',
    'technical notes',
    'test cases',
    'user story',
    'workaround',
    'a clear and concise description of what the bug is',
    'a clear and concise description of what you expected to happen',
    'add any other context about the problem here',
    'describe the bug',
    'describe the issue in detail',
    'describe the problem',
    'if applicable add screenshots to help explain your problem',
    'please provide a detailed description of the issue',
    'provide a short description of the issue',
    'what happened',
    'what did you expect to happen',
  ].flatMap((line) => [line, `${line} na`]),
);

/** Step markers left empty and answers that are none: "1.", "step 1", "n/a", "none", "keine", "なし". */
const EMPTY_ANSWER =
  /^[^\p{L}\p{N}]*(?:(?:step|schritt|étape|paso|passo|stap|krok|手順)\s*\d*|n\s*\/\s*a|none|nil|keine?|entfällt|aucune?|s\.?o\.?|ninguno|ninguna|no aplica|nenhum|nenhuma|não se aplica|nessuno|nessuna|geen|n\.?v\.?t\.?|brak|nie dotyczy|なし|無し|特になし|該当なし)?[^\p{L}\p{N}]*$/iu;

const MAY_HOLD_SLOT = /[<{[〇○◯]/u;

/** The text with a space for every slot that is still to be filled in. */
export function withoutSlots(text: string): string {
  return MAY_HOLD_SLOT.test(text) ? text.replace(SLOT, ' ') : text;
}

/** The line without template text; '' when nothing else is in it. */
export function withoutTemplate(line: string): string {
  const filled = withoutSlots(line);
  const hadSlots = filled !== line;
  if ((hadSlots && FRAME.test(filled)) || isOpenStory(filled)) return '';
  return saysNothing(filled.trim()) ? '' : filled;
}

/** A story whose dots or blanks were never filled in. One alone may be an elision, two are a form. */
function isOpenStory(line: string): boolean {
  return STORY.test(line) && (line.match(OPEN_SLOT)?.length ?? 0) >= 2;
}

/** Characters of the longest line that can be all template. */
const LONGEST = 90;

function saysNothing(line: string): boolean {
  return (
    line.length <= LONGEST &&
    (LABEL.test(line) || EMPTY_ANSWER.test(line) || KNOWN_LINES.has(bare(line)) || isKnownTitle(line))
  );
}

function bare(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\s]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
