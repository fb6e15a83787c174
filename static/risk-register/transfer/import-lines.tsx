import type { CellProblem } from '#src/domain/risk/csv/read-row';
import { CSV_COLUMNS, CSV_HEADERS } from '#src/domain/risk/csv/columns';
import { levelOn } from '#src/domain/risk/level';

import { useDesk } from '../desk';
import { LevelLozenge } from '../parts/level-lozenge';
import { problemWords } from '../words/problem-words';
import { useRiskWords, type RiskWords } from '../words/risk-words';

import type { DraftedRow } from './read-file';

/** Lines that are shown; the rest is counted. */
const SHOWN = 100;

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

/** What would become of each line of the file. */
export function ImportLines({ rows }: { readonly rows: readonly DraftedRow[] }) {
  const words = useRiskWords();
  const { say } = words;
  const { register } = useDesk();
  return (
    <>
      <div className="import__scroll" tabIndex={0} role="region" aria-label={say('risk.import.preview')}>
        <table className="import">
          <thead>
            <tr>
              <th scope="col" className="import__line">
                {say('risk.import.line')}
              </th>
              <th scope="col" className="import__title">
                {say('risk.field.title')}
              </th>
              <th scope="col" className="import__level">
                {say('risk.field.level')}
              </th>
              <th scope="col" className="import__category">
                {say('risk.field.category')}
              </th>
              <th scope="col" className="import__owner">
                {say('risk.field.owner')}
              </th>
              <th scope="col" className="import__remarks">
                {say('risk.import.remarks')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ line, fields, problems, invalid }) => {
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
                    <LevelLozenge level={level} />
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
      {rows.length > SHOWN && (
        <p className="muted">{say('risk.import.more-lines', { count: rows.length - SHOWN })}</p>
      )}
    </>
  );
}
