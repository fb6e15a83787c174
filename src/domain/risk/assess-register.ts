import { findDuplicates } from '#src/domain/backlog/near-duplicates';
import type { RegisterChanges } from '#src/domain/risk/changes-since';
import type { Surroundings } from '#src/domain/risk/checks/define-check';
import { RISK_CHECK_IDS } from '#src/domain/risk/checks/index';
import { runRegisterChecks, runRiskChecks, type RiskUndecided } from '#src/domain/risk/checks/run-checks';
import type { FactsByRiskCheck, RegisterFinding, RiskCheckId, RiskFinding } from '#src/domain/risk/finding';
import { groupBy } from '#src/domain/risk/group';
import { heatMap, type HeatCell } from '#src/domain/risk/heat-map';
import { compareLevels, LEVELS, rankByLevel, type Level } from '#src/domain/risk/level';
import type { Register } from '#src/domain/risk/register';
import { reviewDue, type ReviewDue } from '#src/domain/risk/review';
import { isLive, type Risk, type StateKind } from '#src/domain/risk/risk';

/** One live risk with what the checks say about it. */
export interface AssessedRisk {
  readonly riskId: string;
  readonly number: number;
  readonly level: Level;
  /** By level; equal levels share it: 1, 1, 3. */
  readonly rank: number;
  readonly ownerId: string | null;
  readonly due: ReviewDue;
  readonly findings: readonly RiskFinding[];
  /** Checks that could not tell, with the reason. */
  readonly undecided: readonly RiskUndecided[];
}

/** Risks that need somebody for the same reason: the most urgent one that each of them has. */
export interface Need {
  readonly check: RiskCheckId;
  readonly level: Level;
  /** In the order of their numbers; for overdue reviews the longest overdue first. */
  readonly risks: readonly {
    readonly riskId: string;
    readonly ownerId: string | null;
    readonly finding: RiskFinding;
    /** What else is critical about it, in the order of the checks. */
    readonly others: readonly RiskFinding[];
  }[];
}

/** What a register's first line and its pictures are made of. */
export interface RegisterAssessment {
  /** The live risks, most serious first. */
  readonly risks: readonly AssessedRisk[];
  /** How many risks need somebody: those with a critical finding. */
  readonly needing: number;
  /** Why, most urgent first; each of those risks is in exactly one of them. */
  readonly needs: readonly Need[];
  /** What is wrong with the register as a whole. */
  readonly findings: readonly RegisterFinding[];
  readonly levels: Readonly<Record<Level, number>>;
  /** All risks that are not deleted. */
  readonly states: Readonly<Record<StateKind, number>>;
  readonly heatMap: readonly (readonly HeatCell[])[];
  /** Since the register's last review; null before the first. */
  readonly since: RegisterChanges | null;
}

/**
 * Assesses a register as of the viewer's day.
 * @param risks All its risks; deleted ones do not count.
 * @param since `registerChangesSince` the last review; null before the first.
 */
export function assessRegister(
  register: Register,
  risks: readonly Risk[],
  surroundings: Surroundings,
  since: RegisterChanges | null,
): RegisterAssessment {
  const { scale, cadence, checks } = register;
  const present = risks.filter(({ deleted }) => deleted === null);
  const live = rankByLevel(present.filter(isLive), scale);
  const duplicates = duplicatesOf(live);
  const assessed = live.flatMap((risk) => {
    const due = reviewDue(risk, register, surroundings.today);
    if (due === null) return [];
    const { id: riskId, number, level, rank, ownerId } = risk;
    const context = {
      ...surroundings,
      scale,
      cadence,
      level,
      due,
      duplicateOf: duplicates.get(riskId) ?? null,
    };
    return [{ riskId, number, level, rank, ownerId, due, ...runRiskChecks(risk, checks, context) }];
  });
  const needs = needsOf(assessed);
  return {
    risks: assessed,
    needing: needs.reduce((sum, need) => sum + need.risks.length, 0),
    needs,
    findings: runRegisterChecks(present, checks),
    levels: countBy(
      LEVELS,
      live.map(({ level }) => level),
    ),
    states: countBy(
      ['open', 'mitigating', 'accepted', 'happened', 'closed'],
      present.map(({ state }) => state.kind),
    ),
    heatMap: heatMap(present, scale),
    since,
  };
}

function needsOf(risks: readonly AssessedRisk[]): readonly Need[] {
  const needing = risks.flatMap(({ riskId, ownerId, level, findings }) => {
    const [finding, ...others] = findings.filter(({ severity }) => severity === 'critical');
    return finding === undefined ? [] : [{ level, risk: { riskId, ownerId, finding, others } }];
  });
  return [...groupBy(needing, ({ level, risk }) => `${level} ${risk.finding.check}`).values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const alike = group.map(({ risk }) => risk).sort((a, b) => daysOver(b.finding) - daysOver(a.finding));
      return [{ check: first.risk.finding.check, level: first.level, risks: alike }];
    })
    .sort((a, b) => compareLevels(a.level, b.level) || orderOf(a.check) - orderOf(b.check));
}

function daysOver(finding: RiskFinding): number {
  return finding.check === 'review-overdue' ? finding.facts.days : 0;
}

function orderOf(check: RiskCheckId): number {
  return RISK_CHECK_IDS.indexOf(check);
}

/** The older of two is the original: risks go in by their numbers. */
function duplicatesOf(live: readonly Risk[]): ReadonlyMap<string, FactsByRiskCheck['duplicate-risk']> {
  const byAge = [...live].sort((a, b) => a.number - b.number);
  const found = findDuplicates(
    byAge.map(({ id, title }) => ({
      key: id,
      summary: title,
      issueType: { name: '', level: 0 },
      parent: null,
    })),
  );
  return new Map(
    byAge.flatMap(({ id }, index) => {
      const other = found[index];
      return other ? [[id, { riskId: other.key, isSame: other.isSame }] as const] : [];
    }),
  );
}

function countBy<K extends string>(keys: readonly K[], values: readonly K[]): Readonly<Record<K, number>> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const value of values) counts[value] += 1;
  return counts;
}
