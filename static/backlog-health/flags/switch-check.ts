import type { Bridge } from '../../ui/bridge';
import { attempt, type ScreenFailure } from '../../ui/failure';

import type { ScoredCheck } from './record';

/** Somebody else may change the settings in the same moment, but hardly twice. */
const ATTEMPTS = 2;

/**
 * Switches one check on or off for the board, whatever else its settings are by now.
 * @returns why it could not; null when it is done.
 */
export async function switchCheck(
  bridge: Pick<Bridge, 'call'>,
  boardId: number,
  check: ScoredCheck['check'],
  isOn: boolean,
): Promise<ScreenFailure | null> {
  let failure: ScreenFailure | null = null;
  for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
    const read = await attempt(() => bridge.call('get-board-settings', { boardId }));
    if (!read.ok) return read.failure;
    const { settings, version } = read.data;
    const checks = { ...settings.checks, [check]: { ...settings.checks[check], enabled: isOn } };
    const saved = await attempt(() =>
      bridge.call('save-board-settings', { boardId, version, settings: { ...settings, checks } }),
    );
    if (saved.ok) return null;
    failure = saved.failure;
    if (failure.code !== 'conflict') return failure;
  }
  return failure;
}
