import { useCallback, useEffect, useReducer, useRef } from 'react';

import { useSession } from '../session';
import {
  changeFaults,
  type Cost,
  type FaultSettings,
  type Meter,
  readFaults,
  readLogs,
  readMeter,
} from '../site-client';
import { useLoaded } from '../use-loaded';
import { FaultForm } from './fault-form';
import { Icon } from './icon';
import { Pairs } from './pairs';

/** Id of the button that opens the panel, which gets focus back when it closes. */
export const METER_BUTTON = 'meter-button';

const REFRESH_MS = 2000;
const number = new Intl.NumberFormat('en');
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

function Figures({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <Pairs rows={rows} />
    </section>
  );
}

const costRows = (cost: Cost) =>
  [
    ['Points', number.format(cost.points)],
    ['REST calls', number.format(cost.calls)],
    ['One after another', number.format(cost.roundTrips)],
  ] as const;

function MeterFigures({ meter }: { readonly meter: Meter }) {
  const { platform } = meter;
  const { ownSite } = useSession().session;
  return (
    <>
      <Figures
        title="This hour"
        rows={[
          [
            'Points of the app',
            `${number.format(meter.pointsThisHour)} of ${number.format(meter.pointsAnHour)}`,
          ],
          ...(ownSite === null
            ? ([
                [
                  'Points in Confluence',
                  `${number.format(meter.confluencePointsThisHour)} of ${number.format(meter.pointsAnHour)}`,
                ],
              ] as const)
            : []),
        ]}
      />
      {meter.lastOpen ? (
        <Figures
          title="Since the app was opened"
          rows={[
            ...costRows(meter.lastOpen),
            ['Calls of the screen (free)', number.format(meter.lastOpen.screenCalls)],
          ]}
        />
      ) : (
        <p className="muted">Open the app to see what it costs.</p>
      )}
      {meter.lastInvocation && (
        <Figures title="Last run of a function" rows={costRows(meter.lastInvocation)} />
      )}
      <Figures
        title="Platform, since the start"
        rows={[
          ['Functions run', number.format(platform.invocations)],
          ['Time in functions', `${(platform.invocationMs / 1000).toFixed(1)} s`],
          ['KVS read', `${number.format(platform.kvsReads)} · ${kilobytes(platform.kvsReadBytes)}`],
          ['KVS written', `${number.format(platform.kvsWrites)} · ${kilobytes(platform.kvsWrittenBytes)}`],
        ]}
      />
    </>
  );
}

function Logs({ version }: { readonly version: number }) {
  const logs = useLoaded(readLogs, version);
  if (logs.state !== 'ready' || logs.value.length === 0)
    return <p className="muted">The app has logged nothing.</p>;
  return (
    <ol className="logs">
      {logs.value.slice(-20).map((line, index) => (
        <li key={`${line.at} ${index}`} data-level={line.level}>
          {line.level}: {line.text}
        </li>
      ))}
    </ol>
  );
}

/** What the app costs, what it logs, and what may be made to go wrong. */
export function MeterPanel({ onClose }: { readonly onClose: () => void }) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const meter = useLoaded(readMeter, version);
  const faults = useLoaded(readFaults, version);
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, []);
  const close = () => {
    onClose();
    document.getElementById(METER_BUTTON)?.focus();
  };
  const change = useCallback((faultChange: Partial<FaultSettings>) => {
    changeFaults(faultChange).then(refresh, refresh);
  }, []);
  return (
    <aside
      className="meter"
      ref={panel}
      tabIndex={-1}
      id="meter"
      aria-label="Meter"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="meter-head">
        <h2>Meter</h2>
        <button type="button" className="icon-button" aria-label="Close the meter" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {meter.state === 'ready' && <MeterFigures meter={meter.value} />}
      {meter.state === 'failed' && <p role="alert">The local site cannot be reached. Is it still running?</p>}
      <h3>Make it go wrong</h3>
      {faults.state === 'ready' && <FaultForm faults={faults.value} onChange={change} />}
      <h3>The app’s log</h3>
      <Logs version={version} />
    </aside>
  );
}
