import { useDesk } from '../desk';
import { useNav } from '../nav';
import { useRiskWords } from '../words/risk-words';

/** "R-7": opens the risk. */
export function RiskKey({ riskId }: { readonly riskId: string }) {
  const { key } = useRiskWords();
  const { byId } = useDesk();
  const { go } = useNav();
  const risk = byId.get(riskId);
  if (risk === undefined || risk.deleted !== null) return <span className="risk-key">{key(riskId)}</span>;
  return (
    <button
      type="button"
      className="risk-key link-button"
      title={risk.title}
      data-focus={`key-${riskId}`}
      onClick={() => {
        go({ kind: 'risk', riskId });
      }}
    >
      {key(riskId)}
    </button>
  );
}
