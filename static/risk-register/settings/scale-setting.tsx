import { useId } from 'react';

import { scaleEffects } from '#src/domain/risk/level';
import type { RegisterFields } from '#src/domain/risk/register';

import { useDesk } from '../desk';
import { RiskKey } from '../parts/risk-key';
import { useRiskWords } from '../words/risk-words';

type Scale = RegisterFields['scale'];

/** Steps of probability and impact, and what another scale would do to the risks that are there. */
export function ScaleSetting({
  from,
  scale,
  onChange,
}: {
  from: Scale;
  scale: Scale;
  onChange: (scale: Scale) => void;
}) {
  const { say } = useRiskWords();
  const id = useId();
  return (
    <fieldset className="settings__part">
      <legend className="form__heading">{say('risk.settings.scale')}</legend>
      {([3, 5] as const).map((each) => (
        <label key={each} className="settings__choice">
          <input
            type="radio"
            name={`${id}-scale`}
            checked={scale === each}
            onChange={() => {
              onChange(each);
            }}
          />
          {say(each === 3 ? 'risk.settings.three' : 'risk.settings.five')}
        </label>
      ))}
      {scale !== from && <ScaleEffects from={from} to={scale} />}
    </fieldset>
  );
}

function ScaleEffects({ from, to }: { from: Scale; to: Scale }) {
  const words = useRiskWords();
  const { say } = words;
  const { risks } = useDesk();
  const effects = scaleEffects(risks, from, to);
  const moved = effects.filter(({ levelBefore, levelAfter }) => levelBefore !== levelAfter);
  const coarser = effects.filter(({ isCoarser }) => isCoarser);
  return (
    <div className="remark" role="status">
      {effects.length === 0
        ? say('risk.settings.scale-same')
        : say('risk.settings.scale-effects', { moved: moved.length, coarser: coarser.length })}
      {moved.length > 0 && (
        <ul className="settings__effects">
          {moved.slice(0, 10).map(({ riskId, levelBefore, levelAfter }) => (
            <li key={riskId}>
              {words.show('risk.settings.scale-move', {
                risk: <RiskKey riskId={riskId} />,
                from: words.level(levelBefore),
                to: words.level(levelAfter),
              })}
            </li>
          ))}
          {moved.length > 10 && <li>{say('risk.verdict.more', { count: moved.length - 10 })}</li>}
        </ul>
      )}
    </div>
  );
}
