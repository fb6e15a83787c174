import { useWords } from '../../ui/words';

import { rowProblem } from './file-words';
import type { ImportPlan } from './import-all';

/** Problems beyond these say nothing new. */
const SHOWN = 10;

/** What is wrong with a file, row by row: then nothing is written. */
export function Problems({ problems }: Pick<ImportPlan, 'problems'>) {
  const words = useWords();
  const { say } = words;
  const more = problems.length - SHOWN;
  return (
    <div className="data__problems" role="alert">
      <p className="data__text">{say('admin.data.import.bad', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={problem.place}>{rowProblem(words, problem)}</li>
        ))}
      </ul>
      {more > 0 && <p className="data__text">{say('admin.data.import.more', { count: more })}</p>}
    </div>
  );
}

/** What a file would do, before it does. */
export function Plan({ plan }: { readonly plan: ImportPlan }) {
  const { say } = useWords();
  const { rows, newRegisters, sameRegisters, otherRegisters, missingPages } = plan;
  const others = [...otherRegisters.values()];
  const lines = [
    say('admin.data.plan.new', { rows: rows.new, registers: newRegisters.length }),
    say('admin.data.plan.same', { rows: rows.same, registers: sameRegisters.length }),
    ...(others.length === 0
      ? []
      : [
          say('admin.data.plan.other-registers', {
            count: others.length,
            older: others.filter((state) => state === 'older').length,
          }),
        ]),
    ...(rows.newer + rows.older + rows.other === 0
      ? []
      : [say('admin.data.plan.other-rows', { count: rows.newer + rows.older + rows.other })]),
    ...(missingPages === null
      ? [say('admin.data.plan.pages-unknown')]
      : missingPages.length === 0
        ? []
        : [
            say('admin.data.plan.pages-missing', {
              count: missingPages.length,
              ids: missingPages.slice(0, SHOWN).join(', '),
            }),
          ]),
  ];
  return (
    <ul className="data__plan">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
