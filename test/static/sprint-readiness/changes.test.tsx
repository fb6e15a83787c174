import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Answer } from '#src/contract/outcome';
import type { OpenedSprint, SprintNotes } from '#src/contract/sprint/calls';

import { answer, refuse } from '../fake-bridge';

import { buildPlanned, buildPlannedIssue, planOf } from './opened-builder';
import { renderOpened, renderSprint, sentence } from './render-sprint';

const TOO_MUCH = planOf(9);
const OUT = TOO_MUCH.view.takeOut.keys;

const moved = (keys: readonly string[]) => answer({ moved: keys, left: [], isRanked: true });
const keysInList = () =>
  within(screen.getByRole('region', { name: /planned$/ }))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

describe('taking out', () => {
  test('all that is proposed goes from the bottom in one call, the plan follows, and undo puts it back in its place', async () => {
    const { bridge, user } = renderOpened(TOO_MUCH, {
      'move-issues': ({ issueKeys }) => moved(issueKeys),
    });
    await user.click(await screen.findByRole('button', { name: `Move all ${OUT.length} to backlog` }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: /^Take out/ })).toBeNull();
    });
    expect(await sentence()).toMatch(/^Ready: \d+ points/);
    expect(keysInList()).toEqual(
      TOO_MUCH.view.issues.map(({ key }) => key).filter((key) => !OUT.includes(key)),
    );

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(`Taken back: ${OUT.length} items moved to the backlog`, { selector: 'span' });
    expect(keysInList()).toEqual(TOO_MUCH.view.issues.map(({ key }) => key));
    expect(await sentence()).toMatch(/^Ready, but 45 points/);
    const inRank = OUT.toReversed();
    expect(bridge.asked.slice(1)).toEqual([
      {
        call: 'move-issues',
        payload: { boardId: 7, issueKeys: inRank, fromSprintId: 24, toSprintId: null, beforeKey: null },
      },
      {
        call: 'move-issues',
        payload: { boardId: 7, issueKeys: inRank, fromSprintId: null, toSprintId: 24, beforeKey: null },
      },
    ]);
  });

  test('one from the middle comes back before what stayed below it', async () => {
    const { bridge, user } = renderOpened(planOf(3), { 'move-issues': ({ issueKeys }) => moved(issueKeys) });
    await user.click(await screen.findByRole('button', { name: 'Move to backlog: TIDE-12' }));
    await screen.findByText('TIDE-12 moved to the backlog', { selector: 'span' });
    expect(keysInList()).toEqual(['TIDE-11', 'TIDE-13']);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(keysInList()).toEqual(['TIDE-11', 'TIDE-12', 'TIDE-13']);
    });
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ toSprintId: 24, beforeKey: 'TIDE-13' });
  });

  test('a reading that lags behind does not bring back what was taken out', async () => {
    const { user } = renderOpened(planOf(3), { 'move-issues': ({ issueKeys }) => moved(issueKeys) });
    await user.click(await screen.findByRole('button', { name: 'Move to backlog: TIDE-13' }));
    await screen.findByText('TIDE-13 moved to the backlog', { selector: 'span' });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Refresh' }).hasAttribute('disabled')).toBe(false);
    });
    expect(keysInList()).toEqual(['TIDE-11', 'TIDE-12']);
  });

  test('what Jira refuses stays, and is told', async () => {
    const { user } = renderOpened(planOf(3), {
      'move-issues': () => refuse({ code: 'refused', detail: 'You may not schedule TIDE-13.' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Move to backlog: TIDE-13' }));
    await screen.findByText('Not moved: You may not schedule TIDE-13.', { selector: 'p' });
    expect(keysInList()).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('what somebody else moved is told, and the sprint is read again', async () => {
    const { bridge, user } = renderOpened(TOO_MUCH, {
      'move-issues': ({ issueKeys: [first = '', ...others] }) =>
        answer({ moved: others, left: [{ key: first, why: 'elsewhere' }], isRanked: true }),
    });
    await user.click(await screen.findByRole('button', { name: /^Move all/ }));
    await screen.findByText(/^Somebody moved TIDE-\d+ meanwhile/, { selector: 'p' });
    expect(bridge.asked.map(({ call }) => call)).toEqual(['get-sprint', 'move-issues', 'get-sprint']);
  });

  test('what does not come back with the rest is told, and can be tried again by itself', async () => {
    const [last = '', ...rest] = OUT;
    let isGone = true;
    const { bridge, user } = renderOpened(TOO_MUCH, {
      'move-issues': ({ issueKeys, toSprintId }) =>
        toSprintId !== null && isGone
          ? answer({
              moved: issueKeys.filter((key) => key !== last),
              left: [{ key: last, why: 'refused' }],
              isRanked: true,
            })
          : moved(issueKeys),
    });
    await user.click(await screen.findByRole('button', { name: `Move all ${OUT.length} to backlog` }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText(`Jira did not let you move ${last}.`, { selector: 'span' });
    expect(keysInList()).toHaveLength(TOO_MUCH.view.issues.length - 1);
    expect(rest.length).toBeGreaterThan(0);
    isGone = false;
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(keysInList()).toEqual(TOO_MUCH.view.issues.map(({ key }) => key));
    });
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ issueKeys: [last], toSprintId: 24 });
  });
});

describe('the goal', () => {
  const edit = async (user: ReturnType<typeof renderOpened>['user'], text: string) => {
    await user.click(await screen.findByRole('button', { name: 'Edit goal' }));
    await user.clear(screen.getByLabelText('Sprint goal'));
    await user.type(screen.getByLabelText('Sprint goal'), text);
    await user.click(
      within(screen.getByRole('region', { name: 'Goal' })).getByRole('button', { name: 'Save' }),
    );
  };

  test('is changed, judged anew, and changed back', async () => {
    const { bridge, user } = renderOpened(planOf(3), {
      'set-sprint-goal': ({ goal }) => answer({ result: 'changed', goal }),
    });
    await screen.findByText('an outcome');
    await edit(user, 'TIDE-11, TIDE-12');
    await screen.findByText('a list');
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Edit goal');
    });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('an outcome');
    expect(bridge.asked.slice(1).map(({ payload }) => payload)).toEqual([
      { boardId: 7, sprintId: 24, was: 'Customers can pay by card', goal: 'TIDE-11, TIDE-12' },
      { boardId: 7, sprintId: 24, was: 'TIDE-11, TIDE-12', goal: 'Customers can pay by card' },
    ]);
  });

  test('a failed save keeps what was typed', async () => {
    const { user } = renderOpened(planOf(3), { 'set-sprint-goal': () => refuse({ code: 'timed-out' }) });
    await edit(user, 'Half a goal');
    await screen.findByText(/^Not saved: /, { selector: 'p' });
    expect(screen.getByLabelText<HTMLTextAreaElement>('Sprint goal').value).toBe('Half a goal');
  });

  test('a conflict keeps what was typed and offers both', async () => {
    const answers: Answer<{ result: 'changed' | 'conflict'; goal: string }>[] = [
      answer({ result: 'conflict', goal: 'Theirs' }),
      answer({ result: 'changed', goal: 'Mine' }),
    ];
    const { bridge, user } = renderOpened(planOf(3), { 'set-sprint-goal': () => answers.shift()! });
    await edit(user, 'Mine');
    await screen.findByText('Somebody changed the goal meanwhile: “Theirs”');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Sprint goal').value).toBe('Mine');
    await user.click(screen.getByRole('button', { name: 'Save mine' }));
    await screen.findByText('Goal changed', { selector: 'span' });
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ was: 'Theirs', goal: 'Mine' });
  });

  test('Escape gives up what was typed', async () => {
    const { bridge, user } = renderOpened(planOf(3));
    await user.click(await screen.findByRole('button', { name: 'Edit goal' }));
    await user.type(screen.getByLabelText('Sprint goal'), '!{Escape}');
    expect(screen.queryByLabelText('Sprint goal')).toBeNull();
    expect(bridge.closed).toEqual([]);
  });
});

describe('who is there', () => {
  const notes = (some: Partial<SprintNotes>): SprintNotes => ({
    version: 1,
    people: 5,
    daysOff: 25,
    serves: null,
    by: 'ann',
    at: '2026-10-12T08:00:00.000Z',
    ...some,
  });
  const fill = async (user: ReturnType<typeof renderOpened>['user'], people: string, days: string) => {
    await user.type(await screen.findByLabelText('People in the sprint'), people);
    await user.type(screen.getByLabelText('Days off, all together'), days);
    await user.click(
      within(screen.getByRole('region', { name: 'Who is there' })).getByRole('button', { name: 'Save' }),
    );
  };

  test('is saved for all, and the sprint is read on that', async () => {
    let saved: SprintNotes | null = null;
    const issues = planOf(4).view.issues;
    const { bridge, user } = renderSprint({
      'get-sprint': (): Answer<OpenedSprint> =>
        answer(saved === null ? planOf(4) : buildPlanned(issues, { notes: saved }, 0.5)),
      'save-sprint-notes': () => {
        saved = notes({});
        return answer({ result: 'saved', notes: saved });
      },
    });
    await fill(user, '5', '25');
    await screen.findByText(/your team is there for 50% of its days$/);
    expect(bridge.asked[1]?.payload).toEqual({
      boardId: 7,
      sprintId: 24,
      version: 0,
      people: 5,
      daysOff: 25,
      serves: null,
    });
  });

  test('is taken back as it was, and noted again', async () => {
    let saved: SprintNotes = notes({ version: 0, people: null, daysOff: 0 });
    const issues = planOf(4).view.issues;
    const { user } = renderSprint({
      'get-sprint': (): Answer<OpenedSprint> => answer(buildPlanned(issues, { notes: saved }, 0.5)),
      'save-sprint-notes': ({ version, people, daysOff }) => {
        saved = notes({ version: version + 1, people, daysOff });
        return answer({ result: 'saved', notes: saved });
      },
    });
    const people = () => screen.getByLabelText<HTMLInputElement>('People in the sprint').value;
    await fill(user, '5', '25');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('Taken back: Saved who is there.', { selector: 'span' });
    expect(saved).toMatchObject({ people: null, daysOff: 0 });
    expect(people()).toBe('');
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    await waitFor(() => {
      expect(people()).toBe('5');
    });
    expect(saved).toMatchObject({ version: 3, people: 5, daysOff: 25 });
  });

  test('a number that is none stays in its field and is told', async () => {
    const { bridge, user } = renderOpened(planOf(4));
    await fill(user, 'five', '3');
    expect(screen.getByLabelText('People in the sprint').getAttribute('aria-invalid')).toBe('true');
    expect(bridge.asked).toHaveLength(1);
  });

  test('a conflict keeps what was typed', async () => {
    const { bridge, user } = renderOpened(planOf(4), {
      'save-sprint-notes': ({ version }) =>
        answer(
          version === 0
            ? { result: 'conflict', notes: notes({ people: 4, daysOff: 1 }) }
            : { result: 'saved', notes: notes({ version: 2 }) },
        ),
    });
    await fill(user, '5', '25');
    await screen.findByText('Somebody saved meanwhile: 4 people, 1 day off.');
    expect(screen.getByLabelText<HTMLInputElement>('People in the sprint').value).toBe('5');
    await user.click(screen.getByRole('button', { name: 'Save mine' }));
    await waitFor(() => {
      expect(bridge.asked.some(({ payload }) => 'version' in payload && payload.version === 1)).toBe(true);
    });
  });

  test('what serves the goal is chosen once', async () => {
    const opened = buildPlanned([buildPlannedIssue(11, { labels: ['pay'] }), buildPlannedIssue(12)]);
    const { bridge, user } = renderOpened(opened, {
      'save-sprint-notes': () =>
        answer({ result: 'saved', notes: notes({ serves: { kind: 'label', label: 'pay' } }) }),
    });
    await user.selectOptions(await screen.findByLabelText('What serves it'), 'pay');
    await user.click(
      within(screen.getByRole('region', { name: 'Goal' })).getByRole('button', { name: 'Save' }),
    );
    await waitFor(() => {
      expect(bridge.asked[1]?.payload).toMatchObject({
        serves: { kind: 'label', label: 'pay' },
        people: null,
      });
    });
  });
});
