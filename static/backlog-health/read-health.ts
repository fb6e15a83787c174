import type { Bridge } from '../ui/bridge';
import { attempt, failureOf } from '../ui/failure';

import type { Health } from './health';
import type { HealthEvent } from './health-view';
import { readFieldNames, readName } from './jira-names';
import { readWords } from './jira-words';
import { hasUnnamedFields } from './words-of-health';

import type { BacklogWords } from '#src/contract/get-backlog-health';

/** The reading of one board, from the first answer on. */
export interface HealthReading {
  /** The first answer again, or the check of the one that was kept: what did not come. */
  readonly tryAgain: () => void;
  /** Reads the board anew. */
  readonly refresh: () => void;
  readonly takeIn: (health: Health) => void;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

type Verdict = 'same' | 'differs' | 'unknown';

const NOTHING: BacklogWords = {
  issues: {},
  sprints: {},
  people: {},
  parents: {},
  priorities: {},
  fields: {},
};

/**
 * Reads a board's health and keeps it fresh. The viewer's last answer comes first, when there is one; then the backend is asked
 * what changed and Jira for the words, side by side, and only a change makes the board be read anew. What fails on the way
 * never takes away what is shown.
 */
export function startReading(
  bridge: Bridge,
  boardId: number,
  tell: (event: HealthEvent) => void,
): HealthReading {
  let isStopped = false;
  let last: Health | null = null;
  let isReading = false;
  /** Grows with each whole reading: a check of an older answer must not start another. */
  let round = 0;
  /** Grows with each change made here: an answer that was on its way then may not have it. */
  let changes = 0;

  const send = (event: HealthEvent) => {
    if (!isStopped) tell(event);
  };

  async function readWhole(mayBeKept: boolean): Promise<void> {
    if (isReading) return;
    isReading = true;
    round += 1;
    send({ type: 'asked' });
    const ask = () => bridge.call('get-backlog-health', { boardId, mayBeKept });
    let before = changes;
    let result = await attempt(ask);
    while (result.ok && changes !== before && !isStopped) {
      before = changes;
      result = await attempt(ask);
    }
    isReading = false;
    if (!result.ok) {
      send({ type: 'failed', failure: result.failure });
      return;
    }
    last = result.data;
    send({ type: 'answered', health: last, at: result.at });
    // Names are a nicety: an answer of a shape in which they cannot be looked for is told by who draws it.
    nameTheRest(last).catch(() => undefined);
    if (last.isKept) await check(last);
  }

  /** Names that no list of issues has: best without waiting, and the screen has words without them. */
  async function nameTheRest(health: Health): Promise<void> {
    const { adjusted, words } = health;
    if (adjusted !== null && words.people[adjusted.by] === undefined) {
      const name = await readName(bridge.jira, adjusted.by).catch(() => null);
      if (name !== null) send({ type: 'named', words: { ...NOTHING, people: { [adjusted.by]: name } } });
    }
    if (hasUnnamedFields(health)) {
      const fields = await readFieldNames(bridge.jira).catch(() => ({}));
      send({ type: 'named', words: { ...NOTHING, fields } });
    }
  }

  async function askWords(health: Health, mine: number): Promise<Verdict> {
    try {
      const { words, isInOrder } = await readWords(bridge.jira, boardId, health);
      send({ type: 'worded', words });
      return isInOrder ? 'same' : 'differs';
    } catch (error) {
      if (mine === round) send({ type: 'words-failed', failure: failureOf(error) });
      return 'unknown';
    }
  }

  async function askProbe(mine: number): Promise<Verdict> {
    const result = await attempt(() => bridge.call('probe-backlog', { boardId }));
    if (result.ok) return result.data.isChanged ? 'differs' : 'same';
    if (mine === round) send({ type: 'probe-failed', failure: result.failure });
    return 'unknown';
  }

  async function check(health: Health): Promise<void> {
    const mine = round;
    send({ type: 'checking' });
    const readOnChange = (verdict: Verdict): Verdict => {
      if (verdict === 'differs' && mine === round && !isStopped) void readWhole(false);
      return verdict;
    };
    const verdicts = await Promise.all([
      askWords(health, mine).then(readOnChange),
      askProbe(mine).then(readOnChange),
    ]);
    if (mine !== round) return;
    send({ type: 'checked', isUnchanged: verdicts.every((verdict) => verdict === 'same'), at: Date.now() });
  }

  void readWhole(true);
  return {
    tryAgain: () => void (last?.isKept === true ? check(last) : readWhole(last === null)),
    refresh: () => void readWhole(false),
    takeIn: (health) => {
      changes += 1;
      send({ type: 'taken-in', health, at: Date.now() });
    },
    stop: () => {
      isStopped = true;
    },
  };
}
