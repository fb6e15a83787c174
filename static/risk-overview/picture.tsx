import { useCallback, useMemo, useState } from 'react';

import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';

import type { CalendarDate } from '#src/domain/risk/calendar';
import { rollUp as rollUpAll } from '#src/domain/risk/roll-up';
import { mergeTrends } from '#src/domain/risk/trend';

import { usePlatform } from '../ui/bridge-context';

import { Frame } from './frame';
import { HeatPicture } from './heat-picture';
import { OwnerLoads } from './owner-loads';
import { RegisterTable } from './register-table';
import { EVERYTHING, type Choice, type Line } from './state/arrange';
import { usePeople } from './state/use-people';
import type { useRollUp } from './state/use-roll-up';
import { useSpaceNames } from './state/use-spaces';
import { Trend } from './trend';
import { troubleTitle } from './trouble';
import { verdictWords } from './verdict';
import { scopeOf, useOverviewWords } from './words';

type Reading = ReturnType<typeof useRollUp>;

const WEEKS = 26;

/** Reads all registers anew. */
export function Refresh({
  isReading,
  onRefresh,
}: {
  readonly isReading: boolean;
  readonly onRefresh: () => void;
}) {
  const { say } = useOverviewWords();
  return (
    <div className="overview__actions">
      <Button onClick={onRefresh} isDisabled={isReading} spacing="compact">
        {say('overview.refresh')}
      </Button>
    </div>
  );
}

/** What the figures are of: for as long as the reading goes on, how far it is, in the same place. */
function Basis({ reading: { rows, isReading, isWhole } }: { readonly reading: Reading }) {
  const { say } = useOverviewWords();
  if (!isReading) return <p className="overview__basis">{say('overview.basis')}</p>;
  return (
    <p className="overview__basis overview__progress">
      <Spinner size="small" />
      {isWhole ? say('overview.reading-anew') : say('overview.progress', { count: rows.size })}
    </p>
  );
}

/** That the reading broke off. */
function BrokeOff({ reading, title }: { readonly reading: Reading; readonly title: string | null }) {
  const { say } = useOverviewWords();
  const { rows, isReading, isWhole, goOn } = reading;
  const count = rows.size;
  if (isReading || title === null) return null;
  return (
    <div className="overview__trouble">
      <p>
        {isWhole
          ? say('overview.refresh-failed', { reason: title })
          : say('overview.partial', { count, reason: title })}
      </p>
      <Button spacing="compact" onClick={goOn}>
        {say(isWhole ? 'failure.retry' : 'overview.read-on')}
      </Button>
    </div>
  );
}

/** All registers that the viewer may see: what needs somebody, where, and whose it is. */
export function Picture({
  rollUp,
  today,
}: {
  /** With at least one register. */
  readonly rollUp: Reading;
  readonly today: CalendarDate;
}) {
  const words = useOverviewWords();
  const { context } = usePlatform();
  const scope = scopeOf(context);
  const { rows, isReading, failure, readAnew } = rollUp;
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  const change = useCallback((part: Partial<Choice>) => {
    setChoice((last) => ({ ...last, ...part }));
  }, []);

  const all = useMemo(() => [...rows.values()], [rows]);
  const summaries = useMemo(() => all.map(({ summary }) => summary), [all]);
  const picture = useMemo(() => rollUpAll(summaries, today), [summaries, today]);
  const trends = useMemo(() => all.map(({ trend }) => trend), [all]);
  const points = useMemo(() => mergeTrends(trends, WEEKS, today), [trends, today]);
  const lines = useMemo(
    () =>
      picture.registers.flatMap((register): readonly Line[] => {
        const row = rows.get(register.registerId);
        return row === undefined ? [] : [{ ...register, page: row.page, summary: row.summary }];
      }),
    [picture, rows],
  );
  const { people, areComing } = usePeople(picture.owners.flatMap(({ ownerId }) => ownerId ?? []));
  const spaces = useSpaceNames(scope === 'site' ? all.map(({ page }) => page.spaceId) : []);

  const title = failure && troubleTitle(words, failure, scope);
  const verdict = verdictWords(words, picture, all.length);
  // The first line is said once it is final.
  const spoken = title ?? (isReading ? '' : verdict);
  return (
    <Frame spoken={spoken} actions={<Refresh isReading={isReading} onRefresh={readAnew} />}>
      <h2 className="overview__verdict">{verdict}</h2>
      <Basis reading={rollUp} />
      <BrokeOff reading={rollUp} title={title} />
      <div className="overview__panels">
        <HeatPicture
          picture={picture}
          isMixed={new Set(summaries.map(({ scale }) => scale)).size > 1}
          chosen={choice.cell}
          onChoose={change}
        />
        <Trend points={points} today={today} />
      </div>
      <RegisterTable
        lines={lines}
        scale={picture.scale}
        spaces={scope === 'site' ? spaces : null}
        people={people}
        today={today}
        choice={choice}
        onChange={change}
      />
      <OwnerLoads
        owners={picture.owners}
        people={people}
        areComing={areComing}
        chosen={choice.owner}
        onChoose={change}
      />
    </Frame>
  );
}
