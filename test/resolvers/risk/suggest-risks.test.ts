import { beforeEach, describe, expect, it } from 'vitest';

import { LINK_TYPE } from '#sandbox/jira/defaults';

import { addRisks, registerWorld, type RegisterWorld, type Who } from './register-world';

let world: RegisterWorld;
beforeEach(async () => {
  world = registerWorld();
  await addRisks(world, 1);
});

const choose = async (boardId: number, version = 1) =>
  await world.ask('change-register', { version, patch: { boardId } }, 'lea', world.at);
const suggest = async (who: Who) => await world.ask('suggest-risks', {}, who, world.at);

/** Four issues of the Scrum board, each waiting for the one below it. */
function chain() {
  const { site, scrum } = world;
  const issues = [1, 2, 3, 4].map((number) =>
    site.createIssue(
      { projectId: scrum.id, issueTypeId: '10001', summary: `Step ${number} of the migration` },
      { by: 'lea' },
    ),
  );
  issues.slice(1).forEach((blocker, index) => {
    site.linkIssues(LINK_TYPE.blocks, blocker.id, issues[index]!.id, { by: 'lea' });
  });
  return issues;
}

describe('suggested risks', () => {
  it('come from the board that the register names, with keys and no texts or names', async () => {
    const issues = chain();
    await choose(world.board.id);
    const answer = await suggest('lea');
    expect(answer).toMatchObject({
      result: 'suggested',
      boardId: world.board.id,
      boardName: 'SCR board',
      suggestions: [{ kind: 'blocked-chain', draft: { issueIds: [issues[3]!.id] } }],
    });
    expect(JSON.stringify(answer)).toContain(issues[0]!.key);
    expect(JSON.stringify(answer)).not.toContain('migration');
  });

  it('are none without a board', async () => {
    expect(await suggest('lea')).toEqual({ result: 'none', boardId: null, reason: 'no-board' });
  });

  it('tell somebody who sees the page and not the board no fact of it', async () => {
    await choose(world.kanban.id);
    expect(await suggest('lea')).not.toMatchObject({ reason: 'no-access' });
    const { value, product } = await world.cost(() => suggest('vic'));
    expect(value).toEqual({ result: 'none', boardId: world.kanban.id, reason: 'no-access' });
    expect(product.filter((call) => call.includes('/board/'))).not.toEqual([]);
  });

  it('tell somebody who may not see the page nothing, and Jira is not asked for them', async () => {
    await choose(world.board.id);
    const { value, product } = await world.cost(() => world.refused('suggest-risks', {}, 'out', world.at));
    expect(value).toBe('not-found');
    expect(product.filter((call) => call.includes('/board'))).toEqual([]);
  });

  it('read the board that is stored, whatever the screen sends', async () => {
    const answer = await world.call('suggest-risks', { boardId: world.board.id }, 'lea', world.at);
    expect(answer).toMatchObject({ data: { reason: 'no-board' } });
  });

  it('of a register of the shape before boards are none, and a board can be chosen for it', async () => {
    const { storage, at, rowsOf } = world;
    const [row] = rowsOf('register') as unknown as [{ key: string; value: Record<string, unknown> }];
    const body = JSON.parse(row.value['body'] as string) as { register: Record<string, unknown> };
    delete body.register['boardId'];
    await storage
      .entity<Record<string, unknown>>('register')
      .set(row.key, { ...row.value, shape: 1, body: JSON.stringify(body) });
    expect((await world.ask('open-register', {}, 'lea', at)).register?.boardId).toBeNull();
    expect(await choose(world.board.id)).toMatchObject({ result: 'changed' });
    expect((await world.ask('open-register', {}, 'vic', at)).register?.boardId).toBe(world.board.id);
    const { registerEvents } = await world.ask('list-history', { riskId: null, cursor: null }, 'vic', at);
    expect(registerEvents).toMatchObject([
      { kind: 'settings-changed', changes: [{ field: 'boardId', before: null, after: world.board.id }] },
    ]);
  });

  it('that were dismissed stay away, and the history says so', async () => {
    chain();
    await choose(world.board.id);
    const answer = await suggest('lea');
    const key = answer.result === 'suggested' ? answer.suggestions[0]!.key : '';
    await world.ask('dismiss-suggestion', { key }, 'dev', world.at);
    expect(await suggest('lea')).toMatchObject({ reason: 'too-little-history' });
    const { registerEvents } = await world.ask(
      'list-history',
      { riskId: null, cursor: null },
      'vic',
      world.at,
    );
    expect(registerEvents?.[0]).toMatchObject({ kind: 'suggestion-dismissed', key, act: { by: 'dev' } });
  });
});
