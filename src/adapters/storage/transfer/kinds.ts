import { DAYS_KEPT, STORED_DAY } from '#src/adapters/storage/board-days';
import { STORED_FREEZE } from '#src/adapters/storage/flag-freezes';
import { STORED_TALLY } from '#src/adapters/storage/flag-tallies';
import { eventKey, registerEventKey, registerIdOf, riskKey } from '#src/adapters/storage/risk/entities';
import { PRE_MORTEM_ROW, preMortemKey } from '#src/adapters/storage/risk/pre-mortem-store';
import { parseRegister, parseShown, parseSummary } from '#src/adapters/storage/risk/register-shape';
import { REMINDER_ROW } from '#src/adapters/storage/risk/reminders';
import { parseEvent, parseRegisterEvent, parseRisk } from '#src/adapters/storage/risk/risk-shape';
import { parseLayer, parseLink, parseProjects } from '#src/adapters/storage/setting-layer-shape';
import { STORED_NOTES } from '#src/adapters/storage/sprint-notes';
import { STORED_RECORD, STORED_SPRINT } from '#src/adapters/storage/sprint-records';
import { STORED_WATCHED } from '#src/adapters/storage/watched-boards';
import { DAYS_WATCHED } from '#src/domain/trend/watch';

/** How the rows of an entity go into a file and come back. */
export interface TransferKind {
  /** The key of a value as it is stored; null for what is not one of the entity's. @param key The key that the file gives. */
  readonly keyOf: (value: unknown, key: string) => string | null;
  /** Attributes that are JSON in one text: in the file they stand open, so that people can read them. */
  readonly texts: readonly string[];
  /** An attribute that counts up with each change; null where there is none. */
  readonly counter: string | null;
  /** Where rows are removed after some days: so many, from the day that this attribute says. */
  readonly lasts: { readonly from: string; readonly days: number } | null;
}

/** Why an entity is in no file. */
interface LeftOut {
  readonly leftOut: string;
}

const TEXTS = ['body', 'recent'];

const kind = (keyOf: TransferKind['keyOf'], rest: Partial<TransferKind> = {}): TransferKind => ({
  keyOf,
  texts: [],
  counter: null,
  lasts: null,
  ...rest,
});

function eventKeyOf(value: unknown): string | null {
  const event = parseEvent(value);
  if (event !== null) return eventKey(event.registerId, event.riskId, event.version);
  const own = parseRegisterEvent(value);
  return own && registerEventKey(own.registerId, own.version);
}

function registerKeyOf(value: unknown): string | null {
  const record = parseRegister(value);
  return record !== null && record.register.id === registerIdOf(record) ? record.register.id : null;
}

function isLayer(value: unknown): boolean {
  try {
    parseLayer(value);
    return true;
  } catch {
    return false;
  }
}

function settingsKeyOf(value: unknown): string | null {
  const { boardId } = (value ?? {}) as { readonly boardId?: unknown };
  return Number.isInteger(boardId) && isLayer(value) ? String(boardId) : null;
}

/** The key of a layer's row says what it is, and nothing in the value does. */
function layerKeyOf(value: unknown, key: string): string | null {
  const isPlain = (value as { readonly shape?: unknown } | null)?.shape === 1;
  if (key === 'projects') return isPlain && parseProjects(value).ids.length > 0 ? key : null;
  if (/^board:[0-9]{1,19}$/u.test(key)) return isPlain && parseLink(value) !== undefined ? key : null;
  return /^(?:site|project:[0-9]{1,19})$/u.test(key) && isLayer(value) ? key : null;
}

/** The key of what is kept for a viewer begins with a digest that nothing in the value tells. */
function viewerKeyOf(key: string, ...parts: readonly (string | number)[]): string | null {
  const [viewer = ''] = key.split(':');
  return /^[0-9a-f]{32}$/u.test(viewer) ? [viewer, ...parts].join(':') : null;
}

function recordKeyOf(value: unknown, key: string): string | null {
  const sprint = STORED_SPRINT.safeParse(value).data;
  if (sprint !== undefined) return viewerKeyOf(key, sprint.boardId, sprint.sprintId, 'issues');
  const record = STORED_RECORD.safeParse(value).data;
  return record === undefined ? null : viewerKeyOf(key, record.boardId, record.sprintId);
}

/**
 * Every entity of manifest.yml. An entity that is not here makes a test fail: whoever adds one says whether it goes into the file.
 */
export const TRANSFER_KINDS: Readonly<Record<string, TransferKind | LeftOut>> = {
  register: kind(registerKeyOf, { texts: TEXTS, counter: 'revision' }),
  'register-summary': kind((value) => parseSummary(value)?.summary.registerId ?? null, { texts: TEXTS }),
  risk: kind(
    (value) => {
      const risk = parseRisk(value);
      return risk && riskKey(risk.registerId, risk.id);
    },
    { texts: TEXTS, counter: 'version' },
  ),
  'risk-event': kind(eventKeyOf, { texts: TEXTS }),
  'pre-mortem-entry': kind((value) => {
    const row = PRE_MORTEM_ROW.safeParse(value).data;
    const { registerId } = (value ?? {}) as { readonly registerId?: unknown };
    return row === undefined || typeof registerId !== 'string' ? null : preMortemKey(registerId, row.entry);
  }),
  'risk-reminder': kind((value) => REMINDER_ROW.safeParse(value).data?.registerId ?? null),
  'shown-register': kind((value) => {
    const shown = parseShown(value);
    return shown && registerIdOf(shown);
  }),
  'board-settings': kind(settingsKeyOf, { counter: 'version' }),
  'setting-layer': kind(layerKeyOf, { counter: 'version' }),
  'sprint-notes': kind(
    (value) => {
      const notes = STORED_NOTES.safeParse(value).data;
      return notes === undefined ? null : `${notes.boardId}:${notes.sprintId}`;
    },
    { counter: 'version' },
  ),
  'watched-board': kind(
    (value) => {
      const watched = STORED_WATCHED.safeParse(value).data;
      return watched === undefined ? null : String(watched.boardId);
    },
    { lasts: { from: 'openedOn', days: DAYS_WATCHED + 1 } },
  ),
  'board-day': kind(
    (value) => {
      const day = STORED_DAY.safeParse(value).data;
      return day === undefined ? null : `${day.boardId}:${day.day}`;
    },
    { counter: 'version', lasts: { from: 'day', days: DAYS_KEPT } },
  ),
  'flag-freeze': kind((value) => {
    const freeze = STORED_FREEZE.safeParse(value).data;
    return freeze === undefined ? null : `${freeze.boardId}:${freeze.sprintId}`;
  }),
  'flag-tally': kind((value, key) => {
    const tally = STORED_TALLY.safeParse(value).data;
    return tally === undefined ? null : viewerKeyOf(key, tally.boardId, tally.sprintId);
  }),
  'sprint-record': kind(recordKeyOf),
  'risk-mitigation': { leftOut: 'Made again from the risks themselves.' },
  'sprint-outcome': { leftOut: 'Read from Jira again; it lasts 30 days only.' },
  'kept-health': { leftOut: 'Read from Jira again; it lasts 7 days only.' },
};

/** The entities that go into a file. */
export const TRANSFERRED: ReadonlyMap<string, TransferKind> = new Map(
  Object.entries(TRANSFER_KINDS).flatMap(([entity, each]) =>
    'leftOut' in each ? [] : [[entity, each] as const],
  ),
);
