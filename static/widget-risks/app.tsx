import { useMemo } from 'react';

import { usePeople } from '../risk-overview/state/use-people';
import { useSpaceNames } from '../risk-overview/state/use-spaces';
import { ScreenRoot } from '../ui/screen-root';
import type { ScreenFailure } from '../ui/failure';
import { useWords, type Words } from '../ui/words';
import { spacesOf } from '../widgets/config';
import { Frame } from '../widgets/frame';
import type { WidgetProps } from '../widgets/start';
import { Trouble } from '../widgets/trouble';
import '../ui/ui.css';

import { RiskRow } from './risk-row';
import { useSpaces, type SpaceView } from './use-spaces';

/** The dashboard has room for so many; the pages have them all. */
const SHOWN = 20;

/** Confluence is not there for the app, the space is not, or the viewer may not see it: they learn no more. */
const isHidden = (failure: ScreenFailure | null) =>
  failure?.code === 'no-access' || failure?.code === 'not-found';

function verdictOf({ say }: Words, views: readonly SpaceView[]): string | null {
  const known = views.flatMap(({ data }) => data ?? []);
  if (known.length === 0 || views.some(({ data, failure }) => data === null && failure === null)) return null;
  const count = known.reduce((sum, data) => sum + data.count, 0);
  const overdue = known.flatMap(({ risks }) => risks).filter(({ daysOverdue }) => daysOverdue > 0).length;
  return count === 0
    ? say('widget.risks.none', { spaces: known.length })
    : say('widget.risks.count', { count, overdue });
}

function Spaces({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords();
  const { say, list } = words;
  const { views, again } = useSpaces(ids);
  const all = useMemo(
    () =>
      views
        .flatMap(({ data }) => (data?.risks ?? []).map((risk) => ({ risk, today: data?.today ?? '' })))
        .toSorted((one, other) => one.risk.reviewDueOn.localeCompare(other.risk.reviewDueOn)),
    [views],
  );
  const shown = all.slice(0, SHOWN);
  const { people, areComing } = usePeople(shown.flatMap(({ risk }) => risk.ownerId ?? []));
  const failed = views.filter(({ failure }) => failure !== null && !isHidden(failure));
  const hidden = views.filter(({ failure }) => isHidden(failure)).length;
  const names = useSpaceNames(failed.map(({ id }) => id));
  const count = views.reduce((sum, { data }) => sum + (data?.count ?? 0), 0);
  const isWhole = views.every(({ data }) => data?.isWhole !== false);
  const areAsking = views.some(({ data, failure }) => data === null && failure === null);
  const verdict = verdictOf(words, views);
  return (
    <Frame
      title={say('widget.risks.title')}
      spoken={verdict ?? (areAsking ? say('widget.risks.reading') : '')}
    >
      {verdict !== null && <p className="widget__verdict">{verdict}</p>}
      {areAsking && (
        <p className="widget__hint" aria-hidden="true">
          {say('widget.risks.reading')}
        </p>
      )}
      <ul className="widget__list">
        {shown.map(({ risk, today }) => (
          <RiskRow key={risk.riskId} risk={risk} today={today} people={people} areComing={areComing} />
        ))}
      </ul>
      {count > shown.length && (
        <p className="widget__hint">{say('widget.risks.more', { count: count - shown.length })}</p>
      )}
      {!isWhole && <p className="widget__hint">{say('widget.risks.not-whole')}</p>}
      {hidden > 0 && (
        <p className="widget__hint">
          {hidden === ids.length
            ? say('widget.risks.all-hidden')
            : say('widget.risks.hidden', { count: hidden })}
        </p>
      )}
      {failed[0]?.failure && (
        <Trouble
          failure={failed[0].failure}
          title={say('widget.risks.failed', {
            spaces: list(failed.map(({ id }) => names.get(id) ?? say('widget.risks.a-space'))),
          })}
          onRetry={again}
        />
      )}
    </Frame>
  );
}

function NotConfigured() {
  const { say } = useWords();
  return (
    <Frame title={say('widget.risks.title')} spoken="">
      <p className="widget__verdict">{say('widget.risks.none-chosen')}</p>
      <p className="widget__text">{say('widget.risks.none-chosen-body')}</p>
    </Frame>
  );
}

function Broken() {
  const { say } = useWords();
  return (
    <Frame title={say('widget.risks.title')} spoken="">
      <Trouble failure={{ code: 'broken-screen' }} />
    </Frame>
  );
}

/** The widget "High risks": those of chosen spaces, what is overdue longest first. */
export function App({ bridge, context, config }: WidgetProps) {
  const ids = useMemo(() => spacesOf(config), [config]);
  return (
    <ScreenRoot bridge={bridge} context={context} fallback={<Broken />}>
      {ids.length === 0 ? <NotConfigured /> : <Spaces ids={ids} />}
    </ScreenRoot>
  );
}
