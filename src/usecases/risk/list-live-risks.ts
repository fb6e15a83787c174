import type { CalendarDate } from '#src/domain/risk/calendar';
import { compareLevels, levelOn, type Level } from '#src/domain/risk/level';
import { reviewDue, type ReviewDue } from '#src/domain/risk/review';
import type { Risk } from '#src/domain/risk/risk';
import type { Load } from '#src/domain/risk/summary';
import type { PageInSight } from '#src/ports/risk/summaries';
import type { RegisterStore } from '#src/ports/risk/register-store';
import { rollUpRegisters, type RegisterInSight, type RollUpPorts } from '#src/usecases/risk/roll-up';

export interface LiveRisksPorts extends RollUpPorts {
  readonly registers: Pick<RegisterStore, 'read'>;
}

/** A live risk of a register on a page that the viewer may see. */
export interface LiveRisk {
  readonly risk: Risk;
  readonly level: Level;
  readonly due: ReviewDue;
  readonly page: PageInSight;
}

export interface LiveRisks {
  /** What is overdue longest first, then by day, then by level. */
  readonly risks: readonly LiveRisk[];
  /** false where there are more registers than one answer reads. */
  readonly isWhole: boolean;
}

/** One query each. A space with more registers that hold what is asked for is shown in part, and says so. */
const SUMMARY_PAGES_AT_MOST = 10;
const REGISTERS_AT_MOST = 40;

/**
 * Live risks of a space, or of the site where `spaceId` is null, of registers on pages that the viewer may see. Summaries say
 * which registers hold any that `isWanted`; only those are read.
 * @param isWanted of an owner and a level, as a summary counts them and as a risk has them.
 * @throws ReadFailure `no-access` when the viewer may not see the space.
 */
export async function listLiveRisks(
  ports: LiveRisksPorts,
  {
    spaceId,
    isWanted,
  }: {
    readonly spaceId: string | null;
    readonly isWanted: (of: Pick<Load, 'ownerId' | 'level'>) => boolean;
  },
  today: CalendarDate,
): Promise<LiveRisks> {
  const holding: RegisterInSight[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page = await rollUpRegisters(ports, { spaceId, cursor }, today);
    holding.push(...page.registers.filter(({ summary }) => summary.load.some(isWanted)));
    cursor = page.cursor;
    pages += 1;
  } while (cursor !== null && pages < SUMMARY_PAGES_AT_MOST);
  const read = await Promise.all(
    holding.slice(0, REGISTERS_AT_MOST).map(async ({ page, summary }) => {
      const reading = await ports.registers.read(summary.registerId);
      return (reading?.risks ?? []).flatMap((risk): readonly LiveRisk[] => {
        const register = reading?.record.register;
        const due = register === undefined ? null : reviewDue(risk, register, today);
        if (register === undefined || due === null) return [];
        const level = levelOn(risk, register.scale);
        return isWanted({ ownerId: risk.ownerId, level }) ? [{ risk, level, due, page }] : [];
      });
    }),
  );
  return {
    risks: read.flat().toSorted(byNeed),
    isWhole: cursor === null && holding.length <= REGISTERS_AT_MOST,
  };
}

function byNeed(one: LiveRisk, other: LiveRisk): number {
  return (
    one.due.on.localeCompare(other.due.on, 'en') ||
    compareLevels(one.level, other.level) ||
    one.page.title.localeCompare(other.page.title, 'en') ||
    one.risk.number - other.risk.number
  );
}
