import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { CellProblem } from '#src/domain/risk/csv/read-row';
import { CSV_COLUMNS, CSV_HEADERS } from '#src/domain/risk/csv/columns';
import { levelOn } from '#src/domain/risk/level';
import { LIMITS } from '#src/domain/risk/limits';

import { usePlatform } from '../../ui/bridge-context';
import { Lozenge } from '../../ui/lozenge';

import { useChange } from '../change-log';
import { useDesk } from '../desk';
import { Room, useNav } from '../nav';
import type { Outcome } from '../state/send-change';
import { LEVEL_TONES } from '../table/risk-row';
import { notDoneWords, problemWords } from '../words/problem-words';
import { useRiskWords, type RiskWords } from '../words/risk-words';

import { lookUpIssues, lookUpPeople } from './look-up';
import { draftRows, readFile, valuesOf, type CsvFile, type DraftedRow } from './read-file';
import './import.css';

/** As many as one call makes. */
const BATCH = 20;
const LARGEST = 5 * 1024 * 1024;
const SHOWN = 100;

interface Preview {
  readonly name: string;
  readonly file: CsvFile;
  readonly rows: readonly DraftedRow[];
  /** Ids of the risks to be, so that trying again makes none twice. */
  readonly ids: ReadonlyMap<number, string>;
}

/** How the message tells the kinds apart; the rest is not understood. */
const KINDS: Readonly<Partial<Record<CellProblem['kind'], string>>> = {
  missing: 'missing',
  'half-a-residual': 'half',
  'unknown-category': 'category',
  'unknown-owner': 'unfound',
  'unknown-issue': 'unfound',
};

function cellProblemWords({ say }: RiskWords, { column, kind, value }: CellProblem): string {
  const name = CSV_HEADERS[CSV_COLUMNS.indexOf(column)] ?? column;
  return say('risk.import.cell', { column: name, kind: KINDS[kind] ?? 'other', value });
}

/** Whether a row is a risk now; `same` is one of an attempt whose answer got lost. */
const isMade = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'done' || outcome?.kind === 'same';

/** Reads a file, shows line by line what would become of it, and writes nothing before that was seen. */
export function ImportRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { register, risks, people, mitigations, opened, acts } = useDesk();
  const { back } = useNav();
  const { noteAll } = useChange();
  const { bridge } = usePlatform();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [made, setMade] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const id = useId();

  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setProblem(null);
    setPreview(null);
    setMade(new Map());
    if (chosen.size > LARGEST) {
      setProblem(say('risk.import.too-big'));
      return;
    }
    setIsReading(true);
    try {
      const file = readFile(await chosen.text());
      const wanted = [
        ...valuesOf(file, 'owner'),
        ...valuesOf(file, 'ownerId'),
        ...valuesOf(file, 'acceptedById'),
      ];
      const [{ accounts, people: found }, issueIds] = await Promise.all([
        lookUpPeople(bridge, [...new Set(wanted)], people.names),
        mitigations === null ? null : lookUpIssues(bridge, valuesOf(file, 'issues')),
      ]);
      people.learn(found);
      const rows = draftRows(file, {
        scale: register.scale,
        categories: register.categories.map((each) => ({ id: each.id, name: words.category(each.id) })),
        accounts,
        issueIds,
        today: opened.today,
      });
      setPreview({
        name: chosen.name,
        file,
        rows,
        ids: new Map(rows.map(({ line }) => [line, crypto.randomUUID()])),
      });
    } catch {
      setProblem(say('risk.import.unreadable'));
    } finally {
      setIsReading(false);
    }
  };

  const ready = preview?.rows.filter(({ invalid }) => invalid.length === 0) ?? [];
  const room = LIMITS.risksInRegister - risks.length;
  const isOverFull = ready.length > room;
  const left = ready.filter(({ line }) => !isMade(made.get(line)));

  const run = async () => {
    if (preview === null) return;
    setProblem(null);
    const now = new Map(made);
    for (let at = 0; at < left.length; at += BATCH) {
      setProgress(ready.length - left.length + at);
      const batch = left.slice(at, at + BATCH);
      const outcomes = await acts.create(
        batch.map(({ line, fields }) => ({
          id: preview.ids.get(line) ?? crypto.randomUUID(),
          fields,
          origin: { kind: 'import' },
        })),
      );
      batch.forEach(({ line }, index) => {
        const outcome = outcomes[index];
        if (outcome !== undefined) now.set(line, outcome);
      });
      setMade(new Map(now));
      const failed = outcomes.find(({ kind }) => kind === 'failed' || kind === 'refused');
      if (failed !== undefined) {
        setProgress(null);
        const count = [...now.values()].filter(isMade).length;
        setProblem(
          say('risk.import.stopped', { count, all: ready.length, reason: notDoneWords(words, failed) ?? '' }),
        );
        return;
      }
    }
    setProgress(null);
    const done = [...now.values()].flatMap((outcome) => (outcome.kind === 'done' ? [outcome] : []));
    noteAll(say('risk.import.done', { count: [...now.values()].filter(isMade).length }), done);
    back();
  };

  return (
    <Room title={say('risk.import.title')}>
      <p className="room__text">{say('risk.import.how')}</p>
      <label className="field__label" htmlFor={id}>
        {say('risk.import.file')}
      </label>
      <input
        id={id}
        type="file"
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
          <h3 className="form__heading" role="status">
            {say('risk.import.summary', {
              ready: ready.length,
              all: preview.rows.length,
              remarks: preview.rows.filter(
                ({ problems, invalid }) => problems.length > 0 && invalid.length === 0,
              ).length,
            })}
          </h3>
          {preview.file.mapping.unknown.length > 0 && (
            <p className="room__text">
              {say('risk.import.unknown', { headers: words.list(preview.file.mapping.unknown) })}
            </p>
          )}
          {preview.file.mapping.repeated.length > 0 && (
            <p className="room__text">
              {say('risk.import.repeated', {
                headers: words.list(preview.file.mapping.repeated.map(({ header }) => header)),
              })}
            </p>
          )}
          {preview.file.broken.length > 0 && (
            <p className="remark">
              {say('risk.import.broken', { lines: words.list(preview.file.broken.map(String)) })}
            </p>
          )}
          {isOverFull && (
            <p className="form__failure" role="alert">
              {say('risk.import.over-full', { room, limit: LIMITS.risksInRegister })}
            </p>
          )}
          <div className="import__scroll" tabIndex={0} role="region" aria-label={say('risk.import.preview')}>
            <table className="import">
              <thead>
                <tr>
                  <th scope="col">{say('risk.import.line')}</th>
                  <th scope="col" className="import__title">
                    {say('risk.field.title')}
                  </th>
                  <th scope="col">{say('risk.field.level')}</th>
                  <th scope="col">{say('risk.field.category')}</th>
                  <th scope="col">{say('risk.field.owner')}</th>
                  <th scope="col" className="import__remarks">
                    {say('risk.import.remarks')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {preview.rows.slice(0, SHOWN).map(({ line, fields, problems, invalid }) => {
                  const level = levelOn(fields, register.scale);
                  const remarks = [
                    ...invalid.map((each) => problemWords(words, each)),
                    ...problems.map((each) => cellProblemWords(words, each)),
                  ];
                  return (
                    <tr key={line} className={invalid.length > 0 ? 'import__row--left-out' : undefined}>
                      <th scope="row">{line}</th>
                      <td>
                        <bdi>{fields.title}</bdi>
                      </td>
                      <td>
                        <Lozenge tone={LEVEL_TONES[level]}>{words.level(level)}</Lozenge>
                      </td>
                      <td>{words.category(fields.categoryId)}</td>
                      <td>
                        <bdi>{words.person(fields.ownerId)}</bdi>
                      </td>
                      <td>
                        {invalid.length > 0 && <strong>{say('risk.import.left-out')} </strong>}
                        {remarks.join(' · ')}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          {preview.rows.length > SHOWN && (
            <p className="muted">{say('risk.import.more-lines', { count: preview.rows.length - SHOWN })}</p>
          )}
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
