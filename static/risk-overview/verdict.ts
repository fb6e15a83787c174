import type { RollUp } from '#src/domain/risk/roll-up';

import type { Words } from '../ui/words';

/** "12 registers, 87 risks: 5 High, 9 reviews overdue, the oldest by 12 days." */
export function verdictWords({ say }: Pick<Words, 'say'>, picture: RollUp, registers: number): string {
  const { live, levels, overdue, daysOverdue } = picture;
  const counted = say('overview.verdict.counted', { registers, risks: live });
  if (live === 0) return say('overview.verdict.none-live', { counted });
  return say('overview.verdict.needs', {
    counted,
    high: levels.high,
    overdue: say('overview.verdict.overdue', { overdue, days: daysOverdue }),
  });
}
