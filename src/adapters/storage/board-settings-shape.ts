import { z } from 'zod';

import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import { choicesOf, settingsOf } from '#src/domain/backlog/checks/read-settings';
import type { BoardSettings, VersionedSettings } from '#src/ports/board-settings';

/** Raise it when the shape changes, and read the older one here too: nobody else remembers what a team has set. */
const SHAPE = 1;

const CHOICE = z.object({
  enabled: z.boolean().optional(),
  severity: z.enum(['critical', 'warn', 'info']).optional(),
  options: z.record(z.string(), z.union([z.number(), z.array(z.string())])).optional(),
});

/** Only what differs from how Evenkeel comes: the rest follows the app. */
const SETTINGS = z.object({
  checks: z.record(z.string(), CHOICE),
  session: z.object({ minutes: z.number().optional(), minutesPerItem: z.number().optional() }).optional(),
});

const STORED = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  version: z.number().int().positive(),
  settings: SETTINGS,
  changes: z.array(z.object({ version: z.number().int(), by: z.string(), at: z.string(), before: SETTINGS })),
});

/** As Evenkeel comes. */
export const DEFAULT_BOARD_SETTINGS: BoardSettings = { checks: settingsOf({}), session: DEFAULT_SESSION };

function toStored({ checks, session }: BoardSettings): z.infer<typeof SETTINGS> {
  const { minutes, minutesPerItem } = session;
  const isUsual = minutes === DEFAULT_SESSION.minutes && minutesPerItem === DEFAULT_SESSION.minutesPerItem;
  // Through JSON: what is stored holds no readonly lists.
  const chosen = SETTINGS.shape.checks.parse(JSON.parse(JSON.stringify(choicesOf(checks))));
  return { checks: chosen, ...(isUsual ? {} : { session: { minutes, minutesPerItem } }) };
}

function toSettings({ checks, session = {} }: z.infer<typeof SETTINGS>): BoardSettings {
  const { minutes = DEFAULT_SESSION.minutes, minutesPerItem = DEFAULT_SESSION.minutesPerItem } = session;
  return { checks: settingsOf(checks), session: { minutes, minutesPerItem } };
}

/** What is stored of a board's settings, by the attributes of the entity. */
export function storedSettings(boardId: number, { version, settings, changes }: VersionedSettings) {
  return {
    shape: SHAPE,
    boardId,
    version,
    settings: toStored(settings),
    changes: changes.map(({ before, ...change }) => ({ ...change, before: toStored(before) })),
  };
}

/** @throws ZodError when it is not what `storedSettings` writes. */
export function parseSettings(value: unknown): VersionedSettings {
  const { version, settings, changes } = STORED.parse(value);
  return {
    version,
    settings: toSettings(settings),
    changes: changes.map(({ before, ...change }) => ({ ...change, before: toSettings(before) })),
  };
}

const NUMBERED = z.object({ version: z.number().int().positive() });

/** The version of a value that is unreadable otherwise, so that it can be replaced, but not by chance; 0 without one. */
export function versionOf(value: unknown): number {
  return NUMBERED.safeParse(value).data?.version ?? 0;
}
