import type { SprintEvaluation, SprintScores } from '#tools/evaluate-sprints';
import type { MissScore } from '#tools/sprint-scores';

/** The scores in words and columns: the app's own beside those of simple rules. */
export function reportSprints(
  file: string,
  { ours, simple }: { readonly ours: SprintEvaluation; readonly simple: SprintEvaluation },
): string {
  const sets: readonly (readonly [string, SprintScores, SprintScores | undefined])[] = [
    ['all', ours, simple],
    ...Object.entries(ours.bySource).map(
      ([source, scores]) => [source, scores, simple.bySource[source]] as const,
    ),
  ];
  return [
    `${file}: ${ours.supply['1'].n} windows of one sprint, ${ours.n} of two, ${ours.overcommit.n} commitments.`,
    'In brackets: draws from the last five sprints, and "committed more than the mean of the last five".',
    ...sets.map(([name, own, rule]) => supplyIn(name, own, rule)),
    ...sets.map(([name, own, rule]) => missesIn(name, own.overcommit, rule?.overcommit)),
    reliabilityOf(ours.overcommit),
  ].join('\n\n');
}

function supplyIn(name: string, own: SprintScores, rule: SprintScores | undefined): string {
  const line = (sprints: '1' | '2', label: string) => {
    const [mine, theirs] = [own.supply[sprints], rule?.supply[sprints]];
    return [
      `  ${label}, ${mine.n} cases:`,
      `50 % held in ${percent(mine.p50)} (${percent(theirs?.p50)}),`,
      `85 % in ${percent(mine.p85)} (${percent(theirs?.p85)}),`,
      `pinball loss at 85 % ${figure(mine.pinball85)} (${figure(theirs?.pinball85)})`,
    ].join(' ');
  };
  return [`Supply, ${name}`, line('1', 'one sprint'), line('2', 'two sprints')].join('\n');
}

function missesIn(name: string, own: MissScore, rule: MissScore | undefined): string {
  return [
    `Less than 80 % of the commitment, ${name}, ${own.n} cases, happened in ${percent(own.baseRate)}`,
    `  AUC ${figure(own.auc)} (${figure(rule?.auc)}), Brier score ${figure(own.brier)}`,
    `  flagged as over-committed: precision ${figure(own.precision)} (${figure(rule?.precision)}), recall ${figure(own.recall)} (${figure(rule?.recall)})`,
  ].join('\n');
}

function reliabilityOf({ reliability }: MissScore): string {
  const lines = reliability.map(
    ({ stated, happened, n }) => `  stated ${percent(stated)}, happened in ${percent(happened)} of ${n}`,
  );
  return ['Reliability of the chance of missing, by tenths', ...lines].join('\n');
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? 'none' : `${(100 * share).toFixed(1)} %`;
}

function figure(value: number | null | undefined): string {
  return value?.toFixed(3) ?? 'none';
}
