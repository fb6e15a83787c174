import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';

import { readFile, type DataFile } from '#src/domain/transfer/file';
import type { ResponseOf } from '#src/contract/index';

import { usePlatform } from '../../ui/bridge-context';
import { failureTitle } from '../../ui/failure-notice';
import { failureOf, type ScreenFailure } from '../../ui/failure';
import { useWords } from '../../ui/words';

import { DataRefused } from './demand';
import { fileProblem } from './file-words';
import { planImport, runImport, type ImportPlan } from './import-all';
import { Plan, Problems } from './import-plan';

interface Planned {
  readonly file: DataFile;
  readonly plan: ImportPlan;
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'unreadable'; readonly why: string }
  | { readonly is: 'checking' | 'writing'; readonly done: number; readonly all: number }
  | ({ readonly is: 'planned' } & Planned)
  | ({ readonly is: 'failed'; readonly failure: ScreenFailure } & Partial<Planned>)
  | { readonly is: 'done'; readonly result: ResponseOf<'write-import'> };

const modes = ['skip', 'restore'] as const;

/** Reads a file, says what it would do, and does it when asked. */
export function ImportPart() {
  const words = useWords();
  const { say } = words;
  const { bridge } = usePlatform();
  const [state, setState] = useState<State>({ is: 'idle' });
  const [mode, setMode] = useState<(typeof modes)[number]>('skip');
  const [heading, input, group] = [useId(), useId(), useId()];
  const refused = (error: unknown) => (error instanceof DataRefused ? error.failure : failureOf(error));

  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const read = readFile(await chosen.text());
    if ('problem' in read) {
      setState({ is: 'unreadable', why: fileProblem(words, read.problem) });
      return;
    }
    const { file } = read;
    setMode('skip');
    setState({ is: 'checking', done: 0, all: file.rows.length });
    try {
      const plan = await planImport(bridge.call, file.rows, (done, all) => {
        setState({ is: 'checking', done, all });
      });
      setState({ is: 'planned', file, plan });
    } catch (error) {
      setState({ is: 'failed', failure: refused(error) });
    }
  };

  const write = async ({ file, plan }: Planned) => {
    setState({ is: 'writing', done: 0, all: file.rows.length });
    try {
      const result = await runImport(bridge.call, file.rows, plan, mode, (done, all) => {
        setState({ is: 'writing', done, all });
      });
      setState({ is: 'done', result });
    } catch (error) {
      setState({ is: 'failed', failure: refused(error), file, plan });
    }
  };

  const isBusy = state.is === 'checking' || state.is === 'writing';
  const planned =
    (state.is === 'planned' || state.is === 'failed') && state.file !== undefined && state.plan !== undefined
      ? { file: state.file, plan: state.plan }
      : null;
  const { newer, older, other } = planned?.plan.rows ?? { newer: 0, older: 0, other: 0 };
  const isOther = planned !== null && planned.plan.otherRegisters.size + newer + older + other > 0;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="admin-heading">
        {say('admin.data.import.title')}
      </h2>
      <p className="data__text">{say('admin.data.import.body')}</p>
      <div className="data__row">
        <label htmlFor={input}>{say('admin.data.import.file')}</label>
        <input
          id={input}
          type="file"
          className="data__file"
          accept=".json,application/json"
          disabled={isBusy}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </div>
      {planned !== null && planned.plan.problems.length > 0 && <Problems problems={planned.plan.problems} />}
      {planned !== null && planned.plan.problems.length === 0 && (
        <div className="data__planned">
          <p className="data__text">
            {say('admin.data.import.would', { at: planned.file.madeAt.slice(0, 10) })}
          </p>
          <Plan plan={planned.plan} />
          {isOther && (
            <fieldset className="data__modes" aria-describedby={group}>
              <legend>{say('admin.data.import.mode')}</legend>
              {modes.map((each) => (
                <label key={each} className="data__mode">
                  <input
                    type="radio"
                    name={group}
                    checked={mode === each}
                    onChange={() => {
                      setMode(each);
                    }}
                  />
                  {say(each === 'skip' ? 'admin.data.import.skip' : 'admin.data.import.restore')}
                </label>
              ))}
              <p id={group} className="data__hint">
                {say(mode === 'skip' ? 'admin.data.import.skip-hint' : 'admin.data.import.restore-hint')}
              </p>
            </fieldset>
          )}
          <Button appearance={mode === 'restore' ? 'danger' : 'primary'} onClick={() => void write(planned)}>
            {say('admin.data.import.start')}
          </Button>
        </div>
      )}
      <div className="data__state" role="status">
        {isBusy && (
          <>
            <Spinner size="small" />{' '}
            {say(state.is === 'checking' ? 'admin.data.import.checking' : 'admin.data.import.writing', {
              done: state.done,
              all: state.all,
            })}
          </>
        )}
        {state.is === 'unreadable' && state.why}
        {state.is === 'failed' && say('admin.data.failed', { why: failureTitle(words, state.failure) })}
        {state.is === 'failed' && planned !== null && ` ${say('admin.data.import.again')}`}
        {state.is === 'done' && say('admin.data.import.done', { ...state.result })}
      </div>
    </section>
  );
}
