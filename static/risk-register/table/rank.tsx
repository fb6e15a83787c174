import type { RiskWords } from '../words/risk-words';

/** Where a risk stands among the others: in short to see, in full to hear and on hover. */
export function Rank({
  rank,
  ties,
  words: { say },
}: {
  readonly rank: number;
  /** How many risks share the rank, this one included. */
  readonly ties: number;
  readonly words: RiskWords;
}) {
  const full =
    ties > 1 ? say('risk.rank.tied', { rank, others: ties - 1 }) : say('risk.rank.alone', { rank });
  return (
    <p className="risks__rank" title={full}>
      <span aria-hidden="true">{say('risk.rank.short', { rank, tied: ties > 1 ? 'yes' : 'no' })}</span>
      <span className="for-readers">{full}</span>
    </p>
  );
}
