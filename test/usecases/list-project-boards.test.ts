import { expect, it } from 'vitest';

import { createMemoryJira } from '#src/adapters/memory/jira';
import { listProjectBoards } from '#src/usecases/list-project-boards';

import { memoryBoard } from '../builders/memory-board';

it('lists the boards of the project by name, Kanban last', async () => {
  const jira = createMemoryJira({
    boards: [
      memoryBoard({ id: 1, name: 'Ops', type: 'kanban' }),
      memoryBoard({ id: 2, name: 'Zebra' }),
      memoryBoard({ id: 3, name: 'Elsewhere', projectId: '10001' }),
      memoryBoard({ id: 4, name: 'Aurora', type: 'simple' }),
    ],
  });
  expect((await listProjectBoards(jira, '10000')).map(({ name }) => name)).toEqual([
    'Aurora',
    'Zebra',
    'Ops',
  ]);
});
