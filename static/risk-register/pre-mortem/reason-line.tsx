import Button from '@atlaskit/button/new';

import type { Reason } from '#src/domain/risk/pre-mortem';

import { Lozenge } from '../../ui/lozenge';

import { RiskKey } from '../parts/risk-key';
import { useRiskWords } from '../words/risk-words';

/** One reason, with its likes, and for who leads the way to merge it or to make it a risk. */
export function ReasonLine({
  reason,
  canLead,
  isPicked,
  onPick,
  onLike,
  onMakeRisk,
}: {
  readonly reason: Reason;
  readonly canLead: boolean;
  readonly isPicked: boolean;
  readonly onPick: (isOn: boolean) => void;
  readonly onLike: () => void;
  readonly onMakeRisk: () => void;
}) {
  const { say } = useRiskWords();
  return (
    <li className="mortem__reason">
      {canLead && (
        <input
          type="checkbox"
          aria-label={say('risk.mortem.pick', { text: reason.text })}
          checked={isPicked}
          onChange={(event) => {
            onPick(event.target.checked);
          }}
        />
      )}
      <div className="mortem__words">
        <bdi>{reason.text}</bdi>
        {reason.reasonIds.length > 1 && (
          <span className="muted"> {say('risk.mortem.of-several', { count: reason.reasonIds.length })}</span>
        )}
        {reason.riskIds.map((riskId) => (
          <span key={riskId}>
            {' '}
            <Lozenge tone="success">{say('risk.mortem.is-risk')}</Lozenge> <RiskKey riskId={riskId} />
          </span>
        ))}
      </div>
      <button
        type="button"
        className="mortem__like"
        aria-pressed={reason.isLikedByViewer}
        aria-label={say('risk.mortem.like', { count: reason.likes, text: reason.text })}
        onClick={onLike}
      >
        <svg className="mortem__heart" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M7 12.2 1.9 7.1a3.1 3.1 0 1 1 4.4-4.4l.7.7.7-.7a3.1 3.1 0 1 1 4.4 4.4z" />
        </svg>{' '}
        {reason.likes}
      </button>
      {canLead && reason.riskIds.length === 0 && (
        <Button
          spacing="compact"
          aria-label={say('risk.mortem.to-risk-which', { text: reason.text })}
          onClick={onMakeRisk}
        >
          {say('risk.mortem.to-risk')}
        </Button>
      )}
    </li>
  );
}
