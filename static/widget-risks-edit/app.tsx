import { useCallback, useEffect, useRef, useState } from 'react';

import { usePlatform } from '../ui/bridge-context';
import { ScreenRoot } from '../ui/screen-root';
import { useWords } from '../ui/words';
import { Chooser, type Choice } from '../widgets/chooser';
import { spacesOf, SPACES_AT_MOST } from '../widgets/config';
import type { DashboardBridge, WidgetConfig, WidgetEditing } from '../widgets/dashboard-bridge';
import { Frame } from '../widgets/frame';
import type { WidgetProps } from '../widgets/start';
import { Trouble } from '../widgets/trouble';
import { useFound } from '../widgets/use-found';
import '../ui/ui.css';

import { readSpaces, spacesNamed } from './search-spaces';

const FAILED = { code: 'no-answer' } as const;

function Spaces({
  dashboard,
  config,
}: {
  readonly dashboard: DashboardBridge;
  readonly config: WidgetConfig;
}) {
  const { say } = useWords();
  const { bridge } = usePlatform();
  const [query, setQuery] = useState('');
  const [ids, setIds] = useState(() => spacesOf(config));
  const [isLost, setIsLost] = useState(false);
  const editing = useRef<WidgetEditing | null>(null);
  // They are all read once, and searched here.
  const readAll = useCallback(async () => await readSpaces(bridge), [bridge]);
  const { found: spaces, failure, again } = useFound('', readAll);

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
    return () => {
      isWanted = false;
    };
  }, [dashboard]);

  const hidden = (id: string): Choice => ({ id, name: say('widget.risks.hidden-space'), hint: '' });
  const chosen = ids.map((id) => spaces?.find((space) => space.id === id) ?? hidden(id));
  const change = (choices: readonly Choice[]) => {
    const next = choices.map(({ id }) => id);
    setIds(next);
    editing.current?.update({ spaces: next });
  };
  const isGone = failure?.code === 'no-access' || failure?.code === 'not-found';
  return (
    <Frame
      title={say('widget.risks.edit-title')}
      spoken={say('widget.edit.chosen', { count: chosen.length })}
    >
      {isLost && <Trouble failure={FAILED} />}
      <Chooser
        words={{
          find: say('widget.risks.find'),
          found: say('widget.risks.found'),
          chosen: say('widget.risks.chosen'),
          noneChosen: say('widget.risks.none-chosen'),
          noneFound: say('widget.risks.none-found'),
        }}
        query={query}
        onQuery={setQuery}
        chosen={spaces === null && failure === null ? [] : chosen}
        found={spaces === null ? null : spacesNamed(spaces, query)}
        trouble={
          failure === null ? null : (
            <Trouble
              failure={failure}
              onRetry={again}
              {...(isGone && { title: say('widget.risks.no-confluence') })}
            />
          )
        }
        most={SPACES_AT_MOST}
        onChange={change}
      />
    </Frame>
  );
}

function Broken() {
  const { say } = useWords();
  return (
    <Frame title={say('widget.risks.edit-title')} spoken="">
      <Trouble failure={{ code: 'broken-screen' }} />
    </Frame>
  );
}

/** The edit view of "High risks": of which spaces it shows them. */
export function App({ bridge, context, dashboard, config }: WidgetProps) {
  return (
    <ScreenRoot bridge={bridge} context={context} fallback={<Broken />}>
      <Spaces dashboard={dashboard} config={config} />
    </ScreenRoot>
  );
}
