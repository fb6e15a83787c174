import { useCallback, useEffect, useRef, useState } from 'react';

import { usePlatform } from '../ui/bridge-context';
import { ScreenRoot } from '../ui/screen-root';
import { useWords } from '../ui/words';
import { Chooser, type Choice } from '../widgets/chooser';
import { boardsOf, BOARDS_AT_MOST } from '../widgets/config';
import type { DashboardBridge, WidgetConfig, WidgetEditing } from '../widgets/dashboard-bridge';
import { Frame } from '../widgets/frame';
import type { WidgetProps } from '../widgets/start';
import { Trouble } from '../widgets/trouble';
import { useFound } from '../widgets/use-found';
import '../ui/ui.css';

import { readChosen, searchBoards, type BoardChoice } from './search-boards';

const FAILED = { code: 'no-answer' } as const;

function Boards({
  dashboard,
  config,
}: {
  readonly dashboard: DashboardBridge;
  readonly config: WidgetConfig;
}) {
  const { say } = useWords();
  const { bridge } = usePlatform();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly BoardChoice[] | null>(null);
  const [isLost, setIsLost] = useState(false);
  const editing = useRef<WidgetEditing | null>(null);
  const search = useCallback(async (text: string) => await searchBoards(bridge, text), [bridge]);
  const { found, failure, again } = useFound(query, search);

  useEffect(() => {
    let isWanted = true;
    dashboard.edit().then(
      (begun) => {
        editing.current = begun;
      },
      () => {
        if (isWanted) setIsLost(true);
      },
    );
    void readChosen(bridge, boardsOf(config), say('widget.sprints.hidden-board')).then((choices) => {
      if (isWanted) setChosen(choices);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, dashboard, config, say]);

  const change = (choices: readonly Choice[]) => {
    const all = [...(chosen ?? []), ...(found ?? [])];
    const boards = choices.flatMap(({ id }) => all.find((one) => one.id === id) ?? []);
    setChosen(boards);
    editing.current?.update({ boards: boards.map(({ board }) => board) });
  };

  return (
    <Frame
      title={say('widget.sprints.edit-title')}
      spoken={say('widget.edit.chosen', { count: chosen?.length ?? 0 })}
    >
      {isLost && <Trouble failure={FAILED} />}
      <Chooser
        words={{
          find: say('widget.sprints.find'),
          found: say('widget.sprints.found'),
          chosen: say('widget.sprints.chosen'),
          noneChosen: say('widget.sprints.none-chosen'),
          noneFound: say('widget.sprints.none-found'),
        }}
        query={query}
        onQuery={setQuery}
        chosen={chosen ?? []}
        found={chosen === null ? null : found}
        trouble={failure === null ? null : <Trouble failure={failure} onRetry={again} />}
        most={BOARDS_AT_MOST}
        onChange={change}
      />
    </Frame>
  );
}

function Broken() {
  const { say } = useWords();
  return (
    <Frame title={say('widget.sprints.edit-title')} spoken="">
      <Trouble failure={{ code: 'broken-screen' }} />
    </Frame>
  );
}

/** The edit view of "Sprints ahead": which boards it shows. */
export function App({ bridge, context, dashboard, config }: WidgetProps) {
  return (
    <ScreenRoot bridge={bridge} context={context} fallback={<Broken />}>
      <Boards dashboard={dashboard} config={config} />
    </ScreenRoot>
  );
}
