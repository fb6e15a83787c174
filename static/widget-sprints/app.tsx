import { useMemo } from 'react';

import { ScreenRoot } from '../ui/screen-root';
import { useWords, type Words } from '../ui/words';
import { boardsOf, type ChosenBoard } from '../widgets/config';
import type { DashboardBridge } from '../widgets/dashboard-bridge';
import { Frame } from '../widgets/frame';
import type { WidgetProps } from '../widgets/start';
import { Trouble } from '../widgets/trouble';
import '../ui/ui.css';

import { BoardRow } from './board-row';
import { useGlances, type BoardView } from './use-glances';
import { byWorry, summaryOf } from './worry';

function verdictOf({ say }: Words, views: readonly BoardView[]): string | null {
  const { known, behind, unsure, areComing } = summaryOf(views);
  if (areComing || known === 0) return null;
  if (behind > 0) return say('widget.sprints.behind', { behind, known });
  return unsure > 0
    ? say('widget.sprints.unsure', { unsure, known })
    : say('widget.sprints.all-ahead', { known });
}

function Boards({
  boards,
  dashboard,
}: {
  readonly boards: readonly ChosenBoard[];
  readonly dashboard: DashboardBridge;
}) {
  const words = useWords();
  const { views, again } = useGlances(boards);
  const verdict = verdictOf(words, views);
  const isUnlicensed = views.some(({ glance }) => glance?.isLicensed === false);
  const areAsking = views.some(({ isAsking }) => isAsking);
  return (
    <Frame
      title={words.say('widget.sprints.title')}
      spoken={verdict ?? (areAsking ? words.say('widget.sprints.reading') : '')}
    >
      {verdict !== null && <p className="widget__verdict">{verdict}</p>}
      <ul className="widget__list">
        {views.toSorted(byWorry).map((view) => (
          <BoardRow key={view.id} view={view} dashboard={dashboard} onRetry={again} />
        ))}
      </ul>
      {isUnlicensed && <p className="widget__hint">{words.say('widget.unlicensed')}</p>}
    </Frame>
  );
}

function NotConfigured() {
  const { say } = useWords();
  return (
    <Frame title={say('widget.sprints.title')} spoken="">
      <p className="widget__verdict">{say('widget.sprints.none-chosen')}</p>
      <p className="widget__text">{say('widget.sprints.none-chosen-body')}</p>
    </Frame>
  );
}

function Broken() {
  const { say } = useWords();
  return (
    <Frame title={say('widget.sprints.title')} spoken="">
      <Trouble failure={{ code: 'broken-screen' }} />
    </Frame>
  );
}

/** The widget "Sprints ahead": for chosen boards, how many sprints of ready work there are, most worrying first. */
export function App({ bridge, context, dashboard, config }: WidgetProps) {
  const boards = useMemo(() => boardsOf(config), [config]);
  return (
    <ScreenRoot bridge={bridge} context={context} fallback={<Broken />}>
      {boards.length === 0 ? <NotConfigured /> : <Boards boards={boards} dashboard={dashboard} />}
    </ScreenRoot>
  );
}
