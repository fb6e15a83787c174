import type { FileProblem } from '#src/domain/transfer/file';

import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';

import type { ImportPlan } from './import-all';

type RowProblem = ImportPlan['problems'][number];

const ROW_PROBLEMS = {
  'unknown-entity': 'admin.data.row.unknown-entity',
  'not-exported': 'admin.data.row.not-exported',
  unreadable: 'admin.data.row.unreadable',
  'wrong-key': 'admin.data.row.wrong-key',
} as const satisfies Record<RowProblem['problem'], MessageId>;

/** Why a file cannot be read at all. */
export function fileProblem({ say }: Pick<Words, 'say'>, problem: FileProblem): string {
  switch (problem.kind) {
    case 'not-json':
      return say('admin.data.file.not-json');
    case 'other-format':
      return say('admin.data.file.other-format');
    case 'newer-version':
      return say('admin.data.file.newer-version', { version: problem.version });
    case 'bad-row':
      return say('admin.data.file.bad-row', { row: problem.row });
  }
}

/** What is wrong with a row, and where. */
export function rowProblem({ say }: Pick<Words, 'say'>, { place, entity, problem }: RowProblem): string {
  return say(ROW_PROBLEMS[problem], { row: place, entity });
}
