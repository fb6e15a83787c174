import { levelOf } from '#src/domain/risk/level';
import type { Cell, Scale } from '#src/domain/risk/rating';

import type { RiskWords } from '../words/risk-words';

/** Where a cell is, and what level it has, in words. */
export const placeWords = ({ say, stepOf }: RiskWords, { probability, impact }: Cell, scale: Scale): string =>
  say('risk.heat.place', {
    probability: stepOf(probability),
    impact: stepOf(impact),
    level: levelOf(probability, impact, scale),
  });
