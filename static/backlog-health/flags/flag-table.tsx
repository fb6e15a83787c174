import type { MessageId } from '../../ui/locale';
import { checkName } from '../../findings/findings';
import { useWords } from '../../ui/words';

import { VERDICTS } from './flag-words';
import type { ScoredCheck, Side } from './record';

const COUNTS = [
  ['issues', 'flags.column.issues'],
  ['troubled', 'flags.column.troubled'],
  ['reestimated', 'flags.column.reestimated'],
  ['rewritten', 'flags.column.rewritten'],
  ['carriedOver', 'flags.column.carried-over'],
  ['dropped', 'flags.column.dropped'],
] as const satisfies readonly (readonly [keyof Side, MessageId])[];

function Cells({ side }: { readonly side: Side }) {
  const { number } = useWords();
  return COUNTS.map(([count]) => <td key={count}>{number(side[count])}</td>);
}

/** Every check that is kept score of, with what became of the issues on either side of it. */
export function FlagTable({ checks }: { readonly checks: readonly ScoredCheck[] }) {
  const words = useWords();
  const { say } = words;
  return (
    // A wide table scrolls, and so it can be reached by the keyboard.
    <div className="flag-table" role="region" aria-label={say('flags.table')} tabIndex={0}>
      <table className="flag-table__table">
        <thead>
          <tr>
            <th scope="col">{say('flags.column.check')}</th>
            <th scope="col">{say('flags.column.side')}</th>
            {COUNTS.map(([count, title]) => (
              <th key={count} scope="col">
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        {checks.map(({ check, isOn, verdict, flagged, unflagged }) => (
          <tbody key={check}>
            <tr>
              <th scope="rowgroup" rowSpan={2}>
                {checkName(words, check)}
                <span className="flag-table__verdict">
                  {say(isOn ? VERDICTS[verdict].label : 'flags.is-off')}
                </span>
              </th>
              <th scope="row">{say('flags.flagged')}</th>
              <Cells side={flagged} />
            </tr>
            <tr>
              <th scope="row">{say('flags.others')}</th>
              <Cells side={unflagged} />
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}
