import Spinner from '@atlaskit/spinner';

import { usePlatform } from '../ui/bridge-context';
import { Notice } from '../ui/notice';

import { Frame } from './frame';
import { Picture, Refresh } from './picture';
import { useRollUp } from './state/use-roll-up';
import { Trouble, troubleTitle } from './trouble';
import { scopeOf, useOverviewWords } from './words';

/** The outline of the picture to come. */
function Loading() {
  const { say } = useOverviewWords();
  return (
    <div className="waiting">
      <div className="waiting__bar waiting__bar--verdict" />
      <div className="waiting__panels">
        <div className="waiting__panel" />
        <div className="waiting__panel" />
      </div>
      {/* Said aloud by the announcer. */}
      <p className="waiting__words" aria-hidden="true">
        <Spinner size="small" />
        {say('overview.loading')}
      </p>
    </div>
  );
}

/** The risk registers of a space, or of the site, in whatever state their reading is. */
export function OverviewScreen() {
  const words = useOverviewWords();
  const { say } = words;
  const { context } = usePlatform();
  const scope = scopeOf(context);
  const rollUp = useRollUp();
  const { rows, isReading, failure, today, goOn, readAnew } = rollUp;

  if (today !== null && rows.size > 0) return <Picture rollUp={rollUp} today={today} />;
  if (failure !== null) {
    return (
      <Frame spoken={troubleTitle(words, failure, scope)}>
        <Trouble failure={failure} onRetry={goOn} />
      </Frame>
    );
  }
  if (isReading) {
    return (
      <Frame spoken={say('overview.loading')}>
        <Loading />
      </Frame>
    );
  }
  return (
    <Frame spoken={say('overview.empty.title')} actions={<Refresh isReading={false} onRefresh={readAnew} />}>
      <Notice title={say('overview.empty.title')} tone="empty">
        <p className="notice__text">{say('overview.empty.body', { scope })}</p>
        <p className="notice__text">{say('overview.empty.unseen')}</p>
      </Notice>
    </Frame>
  );
}
