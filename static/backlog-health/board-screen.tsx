import { lazy, Suspense, useState, type ComponentType } from 'react';

import { usePlatform } from '../ui/bridge-context';
import { CrashGuard } from '../ui/crash-guard';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import type { MessageId } from '../ui/locale';
import { useWords } from '../ui/words';

import { Frame } from './frame';
import { HealthScreen } from './health-screen';
import { Loading, useWaitingWords } from './loading';
import { VIEWS, type View } from './place';
import { usePlace } from './use-place';
import './views.css';

interface ViewProps {
  readonly boardId: number;
  /** Present where the viewer chose the board here. */
  readonly onOtherBoard?: () => void;
}

interface OtherViewProps extends ViewProps {
  /** Called when the view changed how the board's checks run: what the backlog shows is then out of date. */
  readonly onSettingsChanged: () => void;
}

/** The views beside the backlog, each loaded when it is first opened. */
const OTHERS: Partial<Record<Exclude<View, 'backlog' | 'settings'>, ComponentType<OtherViewProps>>> = {
  sprint: lazy(async () => ({ default: (await import('../sprint-readiness/sprint-screen')).SprintScreen })),
  trends: lazy(async () => await import('./trends/trends-screen')),
  flags: lazy(async () => await import('./flags/flags-screen')),
};

const NAMES = {
  backlog: 'views.backlog',
  sprint: 'views.sprint',
  trends: 'views.trends',
  flags: 'views.flags',
  settings: 'settings.open',
} as const satisfies Record<View, MessageId>;

/** Whether the backlog is shown: by itself, or below the dialog of its settings. */
const isBacklogIn = (view: View): view is 'backlog' | 'settings' => view === 'backlog' || view === 'settings';

const SHOWN = VIEWS.filter(
  (view) => view === 'backlog' || (!isBacklogIn(view) && OTHERS[view] !== undefined),
);

function ViewSwitch() {
  const { say } = useWords();
  const { context } = usePlatform();
  const { place, go } = usePlace();
  const current = isBacklogIn(place.view) ? 'backlog' : place.view;
  return (
    <nav className={`views views--${context.surface}`} aria-label={say('views.label')}>
      <ul className="views__list">
        {SHOWN.map((view) => (
          <li key={view}>
            <button
              type="button"
              className="views__view"
              aria-current={view === current ? 'page' : undefined}
              onClick={() => {
                go({ view });
              }}
            >
              {say(NAMES[view])}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Coming() {
  const waiting = useWaitingWords(true);
  return (
    <Frame spoken={waiting}>
      <Loading words={waiting} />
    </Frame>
  );
}

/** A view that could not be loaded, as after an update of the app. */
function Lost() {
  const words = useWords();
  const failure = { code: 'broken-screen' } as const;
  return (
    <Frame spoken={failureTitle(words, failure)}>
      <FailureNotice failure={failure} />
    </Frame>
  );
}

/** Everything about one board: its backlog, and the other views of it. */
export function BoardScreen(props: ViewProps) {
  const { place } = usePlace();
  const Other = isBacklogIn(place.view) ? undefined : OTHERS[place.view];
  const isBacklog = Other === undefined;
  // Once read, the backlog stays as it is behind the other views: nothing is asked again on the way back.
  const [wasBacklogSeen, setWasBacklogSeen] = useState(isBacklog);
  if (isBacklog && !wasBacklogSeen) setWasBacklogSeen(true);
  return (
    <>
      {SHOWN.length > 1 && <ViewSwitch />}
      {wasBacklogSeen && (
        <div hidden={!isBacklog}>
          <HealthScreen {...props} />
        </div>
      )}
      {Other !== undefined && (
        <CrashGuard key={place.view} fallback={<Lost />}>
          <Suspense fallback={<Coming />}>
            <Other
              {...props}
              onSettingsChanged={() => {
                setWasBacklogSeen(false);
              }}
            />
          </Suspense>
        </CrashGuard>
      )}
    </>
  );
}
