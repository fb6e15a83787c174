import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { readUserStory } from '#src/domain/backlog/text/user-story';

/** A user story with what people found in it. */
export interface LabelledStory {
  /** Without the tag of its backlog. */
  readonly text: string;
  readonly hasRole: boolean;
  readonly hasBenefit: boolean;
}

/** How a detector did. null where it cannot be said: precision when it found nothing, recall when there was nothing. */
export interface Quality {
  readonly precision: number | null;
  readonly recall: number | null;
  /** Texts in which it saw a part that is not labelled, and in which it missed one that is. */
  readonly seenWrongly: readonly string[];
  readonly missed: readonly string[];
}

export interface StoryEvaluation {
  readonly n: number;
  readonly benefit: Quality;
  readonly role: Quality;
}

const LINE = z.object({
  text: z.string(),
  entities: z.array(
    z.object({ label: z.string(), start_offset: z.number().int(), end_offset: z.number().int() }),
  ),
});

/**
 * Reads every *.jsonl file of a folder, a story a line: `text`, and `entities` with a `label` (PID, Persona, Benefit …), a
 * `start_offset` and an `end_offset` in it.
 * @throws Error naming the file and line that cannot be read, or saying that there is no such folder, file or story.
 */
export function readStories(folder: string): readonly LabelledStory[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`There is no folder ${folder}. Name the folder that holds the *.jsonl files.`);
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  if (files.length === 0) {
    throw new Error(`${folder} holds no *.jsonl file. Name the folder that holds the labelled stories.`);
  }
  const stories = files.sort().flatMap((name) => storiesIn(name, readFileSync(join(folder, name), 'utf8')));
  if (stories.length === 0) throw new Error(`The *.jsonl files of ${folder} are empty.`);
  return stories;
}

function storiesIn(file: string, lines: string): readonly LabelledStory[] {
  return lines
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [storyIn(line, file, index + 1)]));
}

function storyIn(line: string, file: string, number: number): LabelledStory {
  const read = LINE.safeParse(jsonIn(line));
  if (!read.success) {
    const wanted = 'a JSON object with text and entities[] {label, start_offset, end_offset}';
    throw new Error(`${file}, line ${number} is not a labelled story. Each line must be ${wanted}.`);
  }
  const { text, entities } = read.data;
  const tag = entities.find(({ label }) => label === 'PID');
  const has = (label: string) => entities.some((entity) => entity.label === label);
  return {
    text: text.slice(tag?.end_offset ?? 0).trim(),
    hasRole: has('Persona'),
    hasBenefit: has('Benefit'),
  };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Compares what `readUserStory` finds with the labels: a story has a role or a benefit when its labels have one. */
export function evaluateStories(stories: readonly LabelledStory[]): StoryEvaluation {
  const read = stories.map((story) => ({ ...story, found: readUserStory(story.text) }));
  return {
    n: stories.length,
    benefit: qualityOf(
      read.map(({ text, hasBenefit, found }) => ({
        text,
        isThere: hasBenefit,
        isSeen: (found?.benefit ?? null) !== null,
      })),
    ),
    role: qualityOf(
      read.map(({ text, hasRole, found }) => ({
        text,
        isThere: hasRole,
        isSeen: (found?.role ?? null) !== null,
      })),
    ),
  };
}

function qualityOf(
  cases: readonly { readonly text: string; readonly isThere: boolean; readonly isSeen: boolean }[],
): Quality {
  const there = cases.filter(({ isThere }) => isThere);
  const seen = cases.filter(({ isSeen }) => isSeen);
  const right = there.filter(({ isSeen }) => isSeen).length;
  return {
    precision: seen.length === 0 ? null : right / seen.length,
    recall: there.length === 0 ? null : right / there.length,
    seenWrongly: seen.filter(({ isThere }) => !isThere).map(({ text }) => text),
    missed: there.filter(({ isSeen }) => !isSeen).map(({ text }) => text),
  };
}
