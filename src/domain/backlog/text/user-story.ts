import type { AdfNode } from '#src/domain/backlog/issue';
import { readSections, type Sections } from '#src/domain/backlog/text/sections';
import {
  endBenefit,
  mayOpenStory,
  opensWithWish,
  STORY_PATTERNS,
  withPronounInside,
  type StoryPatterns,
} from '#src/domain/backlog/text/story-patterns';
import { withoutSlots } from '#src/domain/backlog/text/template';
import { JAPANESE_FRAME } from '#src/domain/backlog/text/words/story-frames';

/** A user story taken apart: "As a ROLE, I want WANT so that BENEFIT". */
export interface UserStory {
  /** null when nobody is named, or the template's slot is still open. */
  readonly role: string | null;
  readonly want: string;
  /** null as for the role. */
  readonly benefit: string | null;
}

/** Characters of a text that can hold a story. */
const LONGEST_STORY = 1_500;

/**
 * Takes a text apart that is written as a user story, in English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Polish or Japanese; null when it is not one, or when its wish is still a slot. A wish without a role counts as a story
 * only when it opens the text and has a benefit: "I want" alone is how people report faults, too.
 */
export function readUserStory(text: string): UserStory | null {
  const line = tidied(text.slice(0, LONGEST_STORY));
  return (mayOpenStory(line) ? storyWithRole(line) : null) ?? storyWithoutRole(line);
}

const NOT_ASCII = /[^\0-\x7f]/u;
const LONG_SPACE = /\s\s|[^\S ]/u;

/** Most lines need nothing of this, and looking is quicker than doing. */
function tidied(text: string): string {
  const composed = NOT_ASCII.test(text) ? text.normalize('NFC') : text;
  const filled = withoutSlots(composed);
  return withPronounInside((LONG_SPACE.test(filled) ? filled.replace(/\s+/gu, ' ') : filled).trim());
}

function storyWithRole(line: string): UserStory | null {
  for (const frame of STORY_PATTERNS) {
    const isBenefitFirst = frame.opensBenefit.test(line);
    const found = frame.withRole.exec(isBenefitFirst ? endBenefit(line) : line);
    const role = found?.groups?.['role'] ?? '';
    if (found === null || frame.clause?.test(role) === true) continue;
    const story =
      benefitBeforeWish(frame, role, line.slice(found.index)) ??
      storyOf(frame, line.slice(found.index + found[0].length), role);
    if (story === null) continue;
    return isBenefitFirst ? { ...story, benefit: story.benefit ?? line.slice(0, found.index) } : story;
  }
  return japaneseStory(line);
}

/** "As a … so that …, I want …". */
function benefitBeforeWish(frame: StoryPatterns, role: string, story: string): UserStory | null {
  const fromRole = story.slice(story.indexOf(role));
  const opening = frame.benefit.exec(fromRole);
  if (opening === null || opening.index >= role.length) return null;
  const owner = role.slice(0, opening.index).replace(/[ ,]+$/u, '');
  if (written(owner) === null) return null;
  const rest = fromRole.slice(opening.index + opening[0].length);
  const wish = frame.wishWithin.exec(rest);
  return {
    role: owner,
    want: wish === null ? '' : (written(rest.slice(wish.index + wish[0].length)) ?? ''),
    benefit: written(rest.slice(0, wish?.index)),
  };
}

function storyWithoutRole(line: string): UserStory | null {
  if (!opensWithWish(line)) return null;
  for (const frame of STORY_PATTERNS) {
    const found = frame.withoutRole.exec(line);
    if (found === null) continue;
    const story = storyOf(frame, line.slice(found[0].length), '');
    if (story?.benefit != null) return story;
  }
  return null;
}

function storyOf({ benefit }: StoryPatterns, rest: string, role: string): UserStory | null {
  const found = benefit.exec(rest);
  const want = written(found === null ? rest : rest.slice(0, found.index));
  const reason = found === null ? null : written(rest.slice(found.index + found[0].length));
  if (want === null && reason === null) return null;
  return { role: written(role), want: want ?? '', benefit: reason };
}

const LETTER = /\p{L}/u;

function written(text: string): string | null {
  return LETTER.test(text) ? text.trim() : null;
}

const JAPANESE = {
  as: new RegExp(JAPANESE_FRAME.as, 'u'),
  noRole: new RegExp(JAPANESE_FRAME.noRole, 'u'),
  want: new RegExp(JAPANESE_FRAME.want, 'u'),
  benefit: new RegExp(JAPANESE_FRAME.benefit, 'u'),
};
/** Characters of a Japanese role, with what may stand before it: 私は経理担当者. */
const LONGEST_JAPANESE_ROLE = 40;

function japaneseStory(line: string): UserStory | null {
  const found = JAPANESE.as.exec(line);
  if (found === null || found.index > LONGEST_JAPANESE_ROLE) return null;
  const role = line.slice(0, found.index);
  const rest = line.slice(found.index + found[0].length);
  if (/[。！？]/u.test(role) || JAPANESE.noRole.test(role) || !JAPANESE.want.test(rest)) return null;
  return { role: written(role), want: rest, benefit: JAPANESE.benefit.test(rest) ? rest : null };
}

/** Lines over which a story may be spread, as in "As a user / I want … / so that …". */
const MOST_LINES = 6;

/**
 * The user story that an issue is written as: in its summary, or the first one of its description. What the summary's story
 * lacks, the description's may have.
 */
export function findUserStory(summary: string, description: AdfNode | null | undefined): UserStory | null {
  if (!description) return readUserStory(summary);
  const known = found.get(description);
  if (known?.summary === summary) return known.story;
  const story = storyOfBoth(readUserStory(summary), description);
  found.set(description, { summary, story });
  return story;
}

/** Three checks ask for the story of the same issue. */
const found = new WeakMap<AdfNode, { readonly summary: string; readonly story: UserStory | null }>();

function storyOfBoth(short: UserStory | null, description: AdfNode): UserStory | null {
  const long = storyIn(readSections(description), short);
  if (short === null || long === null) return short ?? long;
  return { role: short.role ?? long.role, want: short.want, benefit: short.benefit ?? long.benefit };
}

/** Lines from the top among which an issue's story is; further down only one right below a heading is. */
const FIRST_LINES = 5;

function storyIn({ lines, kinds }: Sections, above: UserStory | null): UserStory | null {
  const texts: string[] = [];
  const openings: boolean[] = [];
  for (const [index, { kind, text }] of lines.entries()) {
    if (kind !== 'text' && kind !== 'heading') continue;
    const isOpening = index < FIRST_LINES || lines[index - 1]?.kind === 'heading';
    texts.push(text);
    openings.push(isOpening && kinds[index] !== 'criteria');
  }
  if (above !== null && above.benefit === null) {
    const benefit = benefitOpening(texts.slice(0, MOST_LINES));
    if (benefit !== null) return { ...above, benefit };
  }
  for (const [index, text] of texts.entries()) {
    if (openings[index] !== true) continue;
    const isOpening = mayOpenStory(text.slice(0, LONGEST_STORY));
    if (!isOpening && index > 0) continue;
    const story = storyFrom(texts.slice(index, index + MOST_LINES), isOpening);
    if (story !== null) return story;
  }
  return null;
}

/** Characters up to which a line can be the first part of a story that goes on below. */
const LONGEST_PART = 200;

function storyFrom(texts: readonly string[], mayGoOn: boolean): UserStory | null {
  let text = '';
  for (const [index, next] of texts.entries()) {
    text = `${text} ${next}`;
    const story = readUserStory(text);
    if (story !== null && story.want !== '') {
      return story.benefit === null ? { ...story, benefit: benefitOpening(texts.slice(index + 1)) } : story;
    }
    if (!mayGoOn || text.length > LONGEST_PART) return null;
  }
  return null;
}

/** The first of these lines that opens with "so that" and the like, and goes on. */
function benefitOpening(texts: readonly string[]): string | null {
  for (const [index, text] of texts.entries()) {
    const found = STORY_PATTERNS.map(({ opensBenefit }) => opensBenefit.exec(text)).find(
      (each) => each !== null,
    );
    if (found == null) continue;
    const rest = text.slice(found[0].length);
    return written(withoutSlots(rest)) ?? written(withoutSlots(texts[index + 1] ?? ''));
  }
  return null;
}
