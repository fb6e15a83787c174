import { useId } from 'react';

import Button from '@atlaskit/button/new';

import { LIMITS } from '#src/domain/risk/limits';

import { Room, useNav } from '../nav';
import { useRiskWords } from '../words/risk-words';

import { ImportLines } from './import-lines';
import { ImportSummary } from './import-summary';
import { useImport } from './use-import';
import './import.css';

/** Reads a file, shows line by line what would become of it, and writes nothing before that was seen. */
export function ImportRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { back } = useNav();
  const { preview, isReading, problem, progress, ready, left, room, isOverFull, choose, run } = useImport();
  const id = useId();

  return (
    <Room title={say('risk.import.title')}>
      <p className="room__text">{say('risk.import.how')}</p>
      <label className="field__label" htmlFor={id}>
        {say('risk.import.file')}
      </label>
      <input
        id={id}
        type="file"
        className="import__file"
        accept=".csv,.tsv,.txt,text/csv"
        disabled={progress !== null}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {isReading && <p aria-busy="true">{say('risk.import.reading')}</p>}
      {preview !== null && !preview.file.mapping.hasTitle && (
        <p className="form__failure" role="alert">
          {say('risk.import.no-title', { headers: words.list(preview.file.headers) })}
        </p>
      )}
      {preview !== null && preview.file.mapping.hasTitle && (
        <>
          <ImportSummary file={preview.file} rows={preview.rows} ready={ready.length} />
          {isOverFull && (
            <p className="form__failure" role="alert">
              {say('risk.import.over-full', { room, limit: LIMITS.risksInRegister })}
            </p>
          )}
          <ImportLines rows={preview.rows} />
        </>
      )}
      {problem !== null && (
        <p className="form__failure" role="alert">
          {problem}
        </p>
      )}
      {progress !== null && (
        <p role="status">
          {say('risk.import.progress', { done: progress, all: ready.length })}{' '}
          <progress value={progress} max={ready.length} aria-label={say('risk.import.title')} />
        </p>
      )}
      <div className="form__buttons">
        {preview !== null && ready.length > 0 && (
          <Button
            appearance="primary"
            isDisabled={isOverFull || progress !== null}
            onClick={() => {
              void run();
            }}
          >
            {say(left.length < ready.length ? 'risk.import.go-on' : 'risk.import.run', {
              count: left.length,
            })}
          </Button>
        )}
        <Button appearance="subtle" isDisabled={progress !== null} onClick={back}>
          {say('risk.cancel')}
        </Button>
      </div>
    </Room>
  );
}
