import type { ReactNode } from 'react';

import type { FaultSettings, RestFault } from '../site-client';

interface FaultFormProps {
  readonly faults: FaultSettings;
  readonly onChange: (change: Partial<FaultSettings>) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const isListed = options.some(([option]) => option === value);
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {!isListed && <option value={value}>{value}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Switch({
  children,
  isOn,
  onChange,
}: {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {children}
    </label>
  );
}

const KINDS = [
  ['none', 'answers as usual'],
  ['rate-limited', 'is busy: answers 429'],
  ['server-error', 'is broken: answers 500'],
  ['time-out', 'never answers'],
] as const satisfies readonly (readonly [RestFault['kind'] | 'none', string])[];

const LICENSES = [
  ['active', 'active'],
  ['inactive', 'inactive'],
  ['missing', 'missing, as in development'],
] as const satisfies readonly (readonly [FaultSettings['license'], string])[];

/** Switches for what may go wrong, so that one can see how the app bears it. They hit the app's calls, not the site's. */
export function FaultForm({ faults, onChange }: FaultFormProps) {
  const [rule] = faults.rest;
  const setRule = (kind: string, pages: RestFault['pages']) => {
    const known = KINDS.map(([value]) => value).find((value) => value === kind);
    if (known === undefined || known === 'none') onChange({ rest: [] });
    else onChange({ rest: [{ match: '', kind: known, pages, remaining: null }] });
  };
  return (
    <form className="faults" aria-label="Faults">
      <Choice
        label="Jira’s latency"
        value={String(faults.latencyMs)}
        options={[
          ['0', 'none'],
          ['150', '150 ms a call'],
          ['1000', '1 s a call'],
          ['5000', '5 s a call'],
        ]}
        onChange={(value) => {
          onChange({ latencyMs: Number(value) });
        }}
      />
      <Choice
        label="Jira"
        value={rule?.kind ?? 'none'}
        options={KINDS}
        onChange={(kind) => {
          setRule(kind, rule?.pages ?? 'all');
        }}
      />
      <Switch
        isOn={rule?.pages === 'later-pages'}
        onChange={(isOn) => {
          setRule(rule?.kind ?? 'server-error', isOn ? 'later-pages' : 'all');
        }}
      >
        only from a list’s second page on
      </Switch>
      <Choice
        label="Licence"
        value={faults.license}
        options={LICENSES}
        onChange={(value) => {
          const license = LICENSES.map(([known]) => known).find((known) => known === value);
          if (license) onChange({ license });
        }}
      />
      <Choice
        label="Entity queries lag"
        value={String(faults.queryLagMs)}
        options={[
          ['0', 'not at all'],
          ['2000', '2 s'],
          ['30000', '30 s'],
        ]}
        onChange={(value) => {
          onChange({ queryLagMs: Number(value) });
        }}
      />
      <Switch
        isOn={faults.duplicateEvents}
        onChange={(duplicateEvents) => {
          onChange({ duplicateEvents });
        }}
      >
        Events and schedules arrive twice
      </Switch>
      <Switch
        isOn={faults.offline}
        onChange={(offline) => {
          onChange({ offline });
        }}
      >
        Screens are offline
      </Switch>
    </form>
  );
}
