import { SinceCard } from '../verdict/since-card';

import { HeatMap } from './heat-map';
import './picture.css';
import './heat.css';

/** The picture: where the risks stand, beside what became of them. */
export function HeatPart() {
  return (
    <div className="picture">
      <HeatMap />
      <SinceCard />
    </div>
  );
}
