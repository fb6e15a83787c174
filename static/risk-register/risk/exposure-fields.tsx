import type { ReactNode } from 'react';

import { levelOn } from '#src/domain/risk/level';
import type { Exposure } from '#src/domain/risk/rating';

import { useDesk } from '../desk';
import { LevelLozenge } from '../parts/level-lozenge';
import { useRiskWords } from '../words/risk-words';

import { RatingField } from './rating-field';

/** Probability and impact, and the level that they make. */
export function ExposureFields({
  exposure,
  problemBeside,
  onChange,
}: {
  readonly exposure: Exposure;
  readonly problemBeside: (axis: keyof Exposure) => ReactNode;
  readonly onChange: (part: Partial<Exposure>) => void;
}) {
  const { say } = useRiskWords();
  const { scale } = useDesk().register;
  return (
    <div className="form__columns">
      <div>
        <RatingField
          name="probability"
          legend={say('risk.field.probability')}
          value={exposure.probability}
          scale={scale}
          onPick={(probability) => {
            onChange({ probability });
          }}
        />
        {problemBeside('probability')}
      </div>
      <div>
        <RatingField
          name="impact"
          legend={say('risk.field.impact')}
          value={exposure.impact}
          scale={scale}
          onPick={(impact) => {
            onChange({ impact });
          }}
        />
        {problemBeside('impact')}
      </div>
      <p className="form__level" aria-live="polite">
        {say('risk.field.level')}: <LevelLozenge level={levelOn(exposure, scale)} />
      </p>
    </div>
  );
}
