import { useRiskWords } from '../words/risk-words';

import type { CsvFile, DraftedRow } from './read-file';

/** How many lines would become risks, and what of the file is not understood. */
export function ImportSummary({
  file,
  rows,
  ready,
}: {
  readonly file: CsvFile;
  readonly rows: readonly DraftedRow[];
  /** How many of the rows become risks. */
  readonly ready: number;
}) {
  const words = useRiskWords();
  const { say } = words;
  return (
    <>
      <h3 className="form__heading">
        <span role="status">
          {say('risk.import.summary', {
            ready,
            all: rows.length,
            remarks: rows.filter(({ problems, invalid }) => problems.length > 0 && invalid.length === 0)
              .length,
          })}
        </span>
      </h3>
      {file.mapping.unknown.length > 0 && (
        <p className="room__text">
          {say('risk.import.unknown', { headers: words.list(file.mapping.unknown) })}
        </p>
      )}
      {file.mapping.repeated.length > 0 && (
        <p className="room__text">
          {say('risk.import.repeated', {
            headers: words.list(file.mapping.repeated.map(({ header }) => header)),
          })}
        </p>
      )}
      {file.broken.length > 0 && (
        <p className="remark">{say('risk.import.broken', { lines: words.list(file.broken.map(String)) })}</p>
      )}
    </>
  );
}
