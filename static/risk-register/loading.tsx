import Spinner from '@atlaskit/spinner';

import { useWords } from '../ui/words';

import './loading.css';

/** The outline of the register to come. */
export function Loading() {
  const { say } = useWords();
  return (
    <div className="waiting">
      <div className="waiting__bar waiting__bar--verdict" />
      <div className="waiting__bar" />
      <div className="waiting__map" />
      {/* Said aloud by the announcer. */}
      <p className="waiting__words" aria-hidden="true">
        <Spinner size="small" />
        {say('risk.loading')}
      </p>
    </div>
  );
}
