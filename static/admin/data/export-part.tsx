import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';

import { writeFile } from '#src/domain/transfer/file';

import { usePlatform } from '../../ui/bridge-context';
import { failureTitle } from '../../ui/failure-notice';
import { failureOf, type ScreenFailure } from '../../ui/failure';
import { useWords } from '../../ui/words';

import { DataRefused } from './demand';
import { exportAll } from './export-all';
import { saveFile } from './save-file';
import { useSpaces } from './use-spaces';

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly rows: number }
  | { readonly is: 'done'; readonly rows: number; readonly broken: number }
  | { readonly is: 'failed'; readonly failure: ScreenFailure };

const WHOLE_SITE = 'site';

/** One file with everything, or with the registers of a space. */
export function ExportPart() {
  const words = useWords();
  const { say } = words;
  const { bridge } = usePlatform();
  const spaces = useSpaces();
  const [chosen, setChosen] = useState(WHOLE_SITE);
  const [state, setState] = useState<State>({ is: 'idle' });
  const isWanted = useRef(true);
  const [heading, select] = [useId(), useId()];

  const start = async () => {
    isWanted.current = true;
    setState({ is: 'reading', rows: 0 });
    const scope =
      chosen === WHOLE_SITE ? ({ kind: 'site' } as const) : ({ kind: 'space', spaceId: chosen } as const);
    try {
      const progress = (rows: number) => {
        setState({ is: 'reading', rows });
      };
      const found = await exportAll(bridge.call, scope, progress, () => isWanted.current);
      if (found === null) {
        setState({ is: 'idle' });
        return;
      }
      const madeAt = new Date().toISOString();
      const name = say(
        chosen === WHOLE_SITE ? 'admin.data.export.file-site' : 'admin.data.export.file-space',
        {
          date: madeAt.slice(0, 10),
        },
      );
      saveFile(`${name}.json`, writeFile(scope, madeAt, found.rows));
      setState({ is: 'done', rows: found.rows.length, broken: found.broken.length });
    } catch (error) {
      setState({ is: 'failed', failure: error instanceof DataRefused ? error.failure : failureOf(error) });
    }
  };

  const isReading = state.is === 'reading';
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="admin-heading">
        {say('admin.data.export.title')}
      </h2>
      <p className="data__text">{say('admin.data.export.body')}</p>
      <div className="data__row">
        <label htmlFor={select}>{say('admin.data.export.of')}</label>
        <select
          id={select}
          className="admin-select"
          value={chosen}
          disabled={isReading}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          <option value={WHOLE_SITE}>{say('admin.data.export.site')}</option>
          {(spaces ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {say('admin.data.export.space', { name })}
            </option>
          ))}
        </select>
        {isReading ? (
          <Button
            onClick={() => {
              isWanted.current = false;
            }}
          >
            {say('admin.data.export.stop')}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => void start()}>
            {say('admin.data.export.start')}
          </Button>
        )}
      </div>
      <div className="data__state" role="status">
        {isReading && (
          <>
            <Spinner size="small" /> {say('admin.data.export.reading', { count: state.rows })}
          </>
        )}
        {state.is === 'done' && say('admin.data.export.done', { count: state.rows })}
        {state.is === 'done' &&
          state.broken > 0 &&
          ` ${say('admin.data.export.broken', { count: state.broken })}`}
        {state.is === 'failed' && say('admin.data.failed', { why: failureTitle(words, state.failure) })}
      </div>
    </section>
  );
}
