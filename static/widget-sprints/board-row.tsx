import type { BoardGlance } from '#src/contract/dashboard/calls';

import type { ScreenFailure } from '../ui/failure';
import { IssueLink } from '../ui/issue-link';
import { Lozenge, type Tone } from '../ui/lozenge';
import { spanOf } from '../ui/span';
import { useNow } from '../ui/use-now';
import { inOneBreath, useWords, type Words } from '../ui/words';
import type { DashboardBridge } from '../widgets/dashboard-bridge';
import { Trouble } from '../widgets/trouble';

import { PanelLink } from './panel-link';
import type { BoardView } from './use-glances';

type Figures = NonNullable<BoardGlance['figures']>;

const TONES = {
  red: 'danger',
  amber: 'warning',
  green: 'success',
  overstocked: 'information',
} as const satisfies Record<NonNullable<Figures['band']>, Tone>;

function runwayWords(words: Words, { runway, period, history }: Figures): string {
  const { say } = words;
  if (runway === null) {
    return history.known < history.required
      ? say('widget.sprints.too-little-history', { have: history.known, required: history.required, period })
      : say('widget.sprints.no-forecast');
  }
  const span = spanOf(words, period, runway.p85);
  return runway.isLowerBound ? say('widget.sprints.at-least', { span }) : span;
}

function Hole({ figures }: { readonly figures: Figures }) {
  const { show, say } = useWords();
  const { firstHole, readyAbove } = figures;
  if (firstHole === null) return say('widget.sprints.no-hole');
  return show('widget.sprints.first-hole', {
    issue: <IssueLink key="issue" issueKey={firstHole} />,
    ready: readyAbove,
  });
}

/** Who may not see a board learns nothing of it, not even that there is one. */
const isHidden = (failure: ScreenFailure | null) =>
  failure?.code === 'no-access' || failure?.code === 'not-found';

/** One board: how long its ready work lasts, its first hole, and how old that is. */
export function BoardRow({
  view,
  dashboard,
  onRetry,
}: {
  readonly view: BoardView;
  readonly dashboard: DashboardBridge;
  readonly onRetry: () => void;
}) {
  const words = useWords();
  const now = useNow(30_000);
  const { say, ago } = words;
  const { glance, failure, isAsking, projectKey, id } = view;
  if (isHidden(failure)) {
    return (
      <li className="widget__row">
        <span className="widget__hint">{say('widget.sprints.hidden-board')}</span>
      </li>
    );
  }
  if (glance === null) {
    return (
      <li className="widget__row" aria-busy={isAsking}>
        {failure === null ? (
          <span className="widget__bar" aria-hidden="true" />
        ) : (
          <Trouble failure={failure} onRetry={onRetry} />
        )}
      </li>
    );
  }
  const { board, figures, checkedAt } = glance;
  const name = <bdi>{board.name}</bdi>;
  const age = ago(Math.max(0, now - Date.parse(checkedAt)));
  return (
    <li className="widget__row" aria-busy={isAsking}>
      <span className="widget__name">
        {projectKey === null ? (
          name
        ) : (
          <PanelLink dashboard={dashboard} boardId={id} projectKey={projectKey}>
            {name}
          </PanelLink>
        )}
      </span>
      {figures === null ? (
        <span className="widget__hint">{isAsking ? say('widget.sprints.reading') : ''}</span>
      ) : (
        <>
          <span>
            <Lozenge tone={figures.band === null ? 'neutral' : TONES[figures.band]}>
              {runwayWords(words, figures)}
            </Lozenge>
          </span>
          <span className="widget__hint">
            <Hole figures={figures} />
            {' · '}
            {inOneBreath([
              isAsking
                ? say('widget.sprints.checking', { ago: age })
                : say('widget.sprints.checked', { ago: age }),
            ])}
          </span>
        </>
      )}
      {failure !== null && <Trouble failure={failure} onRetry={onRetry} />}
    </li>
  );
}
