import { useState } from 'react';

import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { Mend, MendedIssue } from '#src/contract/mend-issue';
import type { Answer } from '#src/contract/outcome';

import { IssueMends } from '../../../static/backlog-health/mend/issue-mends';
import { Undo } from '../../../static/backlog-health/mend/undo';

import { answer, refuse } from '../fake-bridge';
import { buildHealth, buildIssue } from '../health-builder';
import { axeFindings, renderAtDesk } from '../render-at-desk';

const ISSUES = [buildIssue({ key: 'AUR-118', estimate: 5 }), buildIssue({ key: 'AUR-140', estimate: 2 })];
const BEFORE = buildHealth({ issues: ISSUES });

/** A backend that keeps estimates, and refuses a change from what is no longer so. */
function estimatesOf(health: BacklogHealth) {
  const kept = new Map(health.issues.map(({ id, estimate }) => [id, estimate]));
  const answering = (issueId: string, mend: Mend): Answer<MendedIssue> => {
    if (mend.kind !== 'estimate') throw new Error('This backend has estimates only.');
    const current = kept.get(issueId) ?? null;
    if (mend.from !== current) return refuse({ code: 'conflict', current });
    kept.set(issueId, mend.to);
    return answer({
      health: {
        ...health,
        issues: health.issues.map((issue) => ({ ...issue, estimate: kept.get(issue.id) ?? null })),
      },
      undo: mend.from === mend.to ? null : { kind: 'estimate', from: mend.to, to: mend.from },
    });
  };
  return { kept, answering };
}

function renderUndo(
  answers?: (issueId: string, mend: Mend) => Answer<MendedIssue> | Promise<Answer<MendedIssue>>,
) {
  const backend = estimatesOf(BEFORE);
  const rendered = renderAtDesk(
    BEFORE,
    ({ issues }) => (
      <>
        {issues.map((issue) => (
          <IssueMends key={issue.id} issue={issue} />
        ))}
        <Undo />
      </>
    ),
    {
      answers: {
        'mend-issue': ({ issueId, mend }) => (answers ?? backend.answering)(issueId, mend),
        jira: () => [],
      },
    },
  );
  return { ...rendered, ...backend };
}

type User = ReturnType<typeof renderUndo>['user'];

const fieldOf = async (key: string) =>
  within(await screen.findByRole('group', { name: `Mend ${key}` })).getByRole<HTMLInputElement>('textbox', {
    name: 'Story Points',
  });

async function setEstimate(user: User, key: string, text: string) {
  const field = await fieldOf(key);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
  await waitFor(() => {
    expect(spoken()).toContain(`Estimate of ${key} set to ${text}.`);
  });
}

const spoken = () => screen.getByRole('status').textContent;
const bar = () => screen.findByRole('region', { name: 'Your changes' });
const entries = async () =>
  [...(await bar()).querySelectorAll('.undo__text')].map((entry) => entry.textContent);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('undo', () => {
  test('is nothing until something is changed', () => {
    renderUndo();
    expect(screen.queryByRole('region', { name: 'Your changes' })).toBeNull();
  });

  test('takes a change back, and does it again', async () => {
    const { kept, user } = renderUndo();
    await setEstimate(user, 'AUR-118', '8');
    expect(await entries()).toEqual(['Estimate of AUR-118 set to 8.']);
    expect(await axeFindings()).toEqual([]);

    const undo = await screen.findByRole('button', { name: 'Undo' });
    undo.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(spoken()).toBe(
        'Taken back: Estimate of AUR-118 set to 8. All of it is ready, and it lasts 1.4 sprints. You want 2.',
      );
    });
    expect(kept.get('118')).toBe(5);
    expect((await fieldOf('AUR-118')).value).toBe('5');

    await user.click(screen.getByRole('button', { name: 'Redo' }));
    await waitFor(() => {
      expect(kept.get('118')).toBe(8);
    });
    expect(await entries()).toEqual(['Estimate of AUR-118 set to 8.']);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  });

  test('that conflicts says so and changes nothing', async () => {
    const { kept, user } = renderUndo();
    await setEstimate(user, 'AUR-118', '8');
    kept.set('118', 13);
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await user.click(undo);

    const says = 'Not taken back. It was changed meanwhile, so nothing was saved. It is now: 13.';
    await waitFor(() => {
      expect(spoken()).toBe(says);
    });
    expect(within(await bar()).getByText(says)).toBeDefined();
    expect(kept.get('118')).toBe(13);
    expect(await entries()).toEqual(['Estimate of AUR-118 set to 8.']);
    const described = (undo.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['Estimate of AUR-118 set to 8.', says]);
  });

  test('that fails for want of a connection can be tried again', async () => {
    const { answering } = estimatesOf(BEFORE);
    const offline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    let isOnline = true;
    const { user } = renderUndo((issueId, mend) =>
      isOnline ? answering(issueId, mend) : Promise.reject(new Error('network')),
    );
    await setEstimate(user, 'AUR-118', '8');
    isOnline = false;
    offline.mockReturnValue(false);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(spoken()).toBe('Not taken back. You are offline. Nothing was saved.');
    });

    isOnline = true;
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(spoken()).toContain('Taken back:');
    });
    expect(within(await bar()).queryByText(/offline/)).toBeNull();
  });

  test('keeps the last ten changes, the older ones on request', async () => {
    const { kept, user } = renderUndo();
    await setEstimate(user, 'AUR-140', '1');
    for (let points = 10; points < 20; points += 1) await setEstimate(user, 'AUR-118', String(points));

    const older = await screen.findByRole('button', { name: '9 earlier changes' });
    expect(older.getAttribute('aria-expanded')).toBe('false');
    await user.click(older);
    expect(await entries()).toEqual(
      Array.from({ length: 10 }, (_, index) => `Estimate of AUR-118 set to ${19 - index}.`),
    );
    expect(await axeFindings()).toEqual([]);

    // The newest first, then the one before it: each is where the other left it.
    for (const left of [18, 17]) {
      const [undo] = within(await bar()).getAllByRole('button', { name: 'Undo' });
      await user.click(undo!);
      await waitFor(() => {
        expect(kept.get('118')).toBe(left);
      });
    }
  });

  test('goes when it is dismissed, and comes back with the next change', async () => {
    const { user } = renderUndo();
    await setEstimate(user, 'AUR-118', '8');
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('region', { name: 'Your changes' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('main'));

    await setEstimate(user, 'AUR-140', '3');
    expect(await entries()).toEqual(['Estimate of AUR-140 set to 3.', 'Estimate of AUR-118 set to 8.']);
  });
});

describe('the focus', () => {
  /** A list that lets an issue go as soon as it is estimated at 8. */
  function Fading({ issues }: { readonly issues: BacklogHealth['issues'] }) {
    const [first] = useState(() => issues.map(({ id }) => id));
    const left = issues.filter(({ id, estimate }) => first.includes(id) && estimate !== 8);
    return left.map((issue) => <IssueMends key={issue.id} issue={issue} />);
  }

  test('goes to the change where the mended item leaves the list', async () => {
    const { answering } = estimatesOf(BEFORE);
    const { user } = renderAtDesk(
      BEFORE,
      ({ issues }) => (
        <>
          <Fading issues={issues} />
          <Undo />
        </>
      ),
      {
        answers: {
          'mend-issue': ({ issueId, mend }) => answering(issueId, mend),
          jira: () => [],
        },
      },
    );
    await setEstimate(user, 'AUR-118', '8');
    expect(screen.queryByRole('group', { name: 'Mend AUR-118' })).toBeNull();
    await waitFor(async () => {
      expect(document.activeElement).toBe(await bar());
    });
  });

  test('stays in the field where the item stays', async () => {
    const { user } = renderUndo();
    await setEstimate(user, 'AUR-118', '8');
    await bar();
    expect(document.activeElement).toBe(await fieldOf('AUR-118'));
  });
});
