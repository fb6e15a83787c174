import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { BacklogHealth, BacklogHealthIssue } from '#src/contract/get-backlog-health';
import type { Mend, MendedIssue } from '#src/contract/mend-issue';
import type { Answer, Failure } from '#src/contract/outcome';

import { IssueMends } from '../../../static/backlog-health/mend/issue-mends';
import { Undo } from '../../../static/backlog-health/mend/undo';

import { answer, later, refuse } from '../fake-bridge';
import { buildHealth, buildIssue, FINDINGS } from '../health-builder';
import { axeFindings, renderAtDesk } from '../render-at-desk';

const ISSUE = buildIssue({
  key: 'AUR-118',
  estimate: null,
  width: 3,
  findings: [FINDINGS.noEstimate, FINDINGS.blockedTwice, FINDINGS.thin],
});
const OTHER = buildIssue({ key: 'AUR-140' });
const BEFORE = buildHealth({ issues: [ISSUE, OTHER] });

const PRIORITIES = [
  { id: '1', name: 'Highest' },
  { id: '10', name: 'Soon' },
  { id: '3', name: 'Medium' },
];

/** The board after a change of AUR-118: ready for 1.9 sprints. */
const after = (issue: Partial<BacklogHealthIssue>): BacklogHealth =>
  buildHealth({
    issues: [{ ...ISSUE, ...issue }, OTHER],
    runway: { p50: 2.4, p85: 1.9, isLowerBound: false },
    words: { issues: {}, sprints: {}, people: {}, parents: {}, priorities: {}, fields: {} },
  });

type Answering = (mend: Mend) => Answer<MendedIssue> | Promise<Answer<MendedIssue>>;

function renderMends(
  answering: Answering,
  { health = BEFORE, onClose }: { readonly health?: BacklogHealth; readonly onClose?: () => void } = {},
) {
  return renderAtDesk(
    health,
    ({ issues }) => (
      <>
        {issues.slice(0, 1).map((issue) => (
          <IssueMends key={issue.id} issue={issue} {...(onClose && { onClose })} />
        ))}
        <Undo />
      </>
    ),
    { answers: { 'mend-issue': ({ mend }) => answering(mend), jira: () => PRIORITIES } },
  );
}

const mendsAsked = ({ asked }: { readonly asked: readonly { readonly payload: unknown }[] }) =>
  asked.map(({ payload }) => (payload as { mend: Mend }).mend);

const estimate = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Story Points' });
const spoken = () => screen.getByRole('status').textContent;
const described = (element: Element) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? null;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an estimate', () => {
  test('is saved with Enter, changes the row at once, and says how far the ready work lasts now', async () => {
    const { bridge, user } = renderMends((mend) =>
      answer({ health: after({ estimate: 2.5 }), undo: { ...mend, from: 2.5, to: null } as Mend }),
    );
    await user.type(await estimate(), '2,5{Enter}');

    await waitFor(() => {
      expect(spoken()).toBe('Estimate of AUR-118 set to 2.5. Ready for 1.9 sprints. You want 2.');
    });
    expect(bridge.asked).toEqual([
      {
        call: 'mend-issue',
        payload: { boardId: 7, issueId: '118', mend: { kind: 'estimate', from: null, to: 2.5 } },
      },
    ]);
    const field = await estimate();
    expect(field.value).toBe('2.5');
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  test('is removed by emptying the field', async () => {
    const health = buildHealth({ issues: [{ ...ISSUE, estimate: 0.25 }, OTHER] });
    const { bridge, user } = renderMends(() => answer({ health: after({ estimate: null }), undo: null }), {
      health,
    });
    const field = await estimate();
    expect(field.value).toBe('0.25');
    await user.clear(field);
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(spoken()).toContain('Estimate of AUR-118 removed.');
    });
    expect(mendsAsked(bridge)).toEqual([{ kind: 'estimate', from: 0.25, to: null }]);
  });

  test.each(['three', '-1', '1,000', '1.2.3', '1e3'])('of “%s” is not sent', async (text) => {
    const { bridge, user } = renderMends(() => refuse({ code: 'internal' }));
    const field = await estimate();
    await user.type(field, `${text}{Enter}`);

    expect(bridge.asked).toEqual([]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described(field)).toMatch(/^Enter a number/);
    expect(field.value).toBe(text);
  });

  test('goes back to what was with Escape, and Escape again closes', async () => {
    const onClose = vi.fn<() => void>();
    const { user } = renderMends(() => refuse({ code: 'internal' }), { onClose });
    const field = await estimate();
    await user.type(field, '8{Escape}');
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
    expect(onClose).not.toHaveBeenCalled();

    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('is sent once, however often Enter is pressed, and shows that it is under way after a second', async () => {
    const slow = later<Answer<MendedIssue>>();
    const { bridge, user } = renderMends(() => slow.promise);
    await user.type(await estimate(), '3{Enter}{Enter}{Enter}');
    expect(bridge.asked).toHaveLength(1);
    expect(screen.queryByText(/Loading/)).toBeNull();

    await waitFor(
      () => {
        expect(screen.getByRole('button', { name: /Save/ }).querySelector('svg')).not.toBeNull();
      },
      { timeout: 2000 },
    );
    await act(async () => {
      slow.settle(answer({ health: after({ estimate: 3 }), undo: null }));
      await slow.promise;
    });
    expect((await estimate()).value).toBe('3');
  });

  test('is not asked for where the board counts items', async () => {
    renderMends(() => refuse({ code: 'internal' }), { health: buildHealth({ ...BEFORE, unit: 'items' }) });
    await screen.findByRole('combobox', { name: 'Priority' });
    expect(screen.queryByRole('textbox', { name: 'Story Points' })).toBeNull();
  });
});

interface FailureCase {
  readonly of: string;
  readonly error: Partial<Failure> & Pick<Failure, 'code'>;
  readonly says: string;
}

const FAILURES: readonly FailureCase[] = [
  {
    of: 'Jira’s refusal',
    error: { code: 'refused', detail: 'Field Story Points is not on the screen.' },
    says: 'Jira did not accept it: Field Story Points is not on the screen.',
  },
  {
    of: 'a board that counts items',
    error: { code: 'refused', detail: 'issues-are-counted', reason: 'issues-are-counted' },
    says: 'This board counts items, so there is no estimate to set.',
  },
  { of: 'a refusal without words', error: { code: 'refused' }, says: 'Jira did not accept it.' },
  {
    of: 'a conflict without a value',
    error: { code: 'conflict' },
    says: 'It was changed meanwhile, so nothing was saved. Refresh to see how it is now.',
  },
  { of: 'no access', error: { code: 'no-access' }, says: 'You may not change this item in Jira.' },
  {
    of: 'too many requests',
    error: { code: 'rate-limited', retryAfterSeconds: 9 },
    says: 'Jira asks for a short break. You can try again in 9 seconds.',
  },
  {
    of: 'no licence',
    error: { code: 'unlicensed' },
    says: 'Evenkeel has no licence on this site, so nothing can be changed from here.',
  },
  {
    of: 'an error of the app',
    error: { code: 'internal', reference: '7f3a' },
    says: 'Something went wrong in Evenkeel. Reference for support: 7f3a',
  },
];

describe('a change that fails', () => {
  test.each(FAILURES)(
    'for $of keeps what was typed, says why, and can be tried again',
    async ({ error, says }) => {
      const answers: Answer<MendedIssue>[] = [
        refuse(error),
        answer({ health: after({ estimate: 5 }), undo: null }),
      ];
      const { bridge, user } = renderMends(() => answers.shift() ?? refuse({ code: 'internal' }));
      const field = await estimate();
      await user.type(field, '5{Enter}');

      await waitFor(() => {
        expect(described(field)).toBe(says);
      });
      expect(spoken()).toBe(says);
      expect(field.value).toBe('5');
      expect(document.activeElement).toBe(field);
      expect(await axeFindings()).toEqual([]);

      await user.keyboard('{Enter}');
      await waitFor(() => {
        expect(spoken()).toContain('Estimate of AUR-118 set to 5.');
      });
      expect(bridge.asked).toHaveLength(2);
    },
  );

  test('for want of a connection says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { user } = renderMends(() => Promise.reject(new Error('network')));
    const field = await estimate();
    await user.type(field, '5{Enter}');

    await waitFor(() => {
      expect(described(field)).toBe('You are offline. Nothing was saved.');
    });
    expect(field.value).toBe('5');
  });

  test('for want of an answer does not claim that nothing was saved', async () => {
    const { user } = renderMends(() => Promise.reject(new Error('bridge')));
    const field = await estimate();
    await user.type(field, '5{Enter}');

    await waitFor(() => {
      expect(described(field)).toMatch(/^No clear answer came/);
    });
  });
});

describe('a conflict', () => {
  const conflict = { code: 'conflict', current: 8 } as const;

  test('is solved by keeping the value that is there now', async () => {
    const answers: Answer<MendedIssue>[] = [
      refuse(conflict),
      answer({ health: after({ estimate: 8 }), undo: null }),
    ];
    const { bridge, user } = renderMends(() => answers.shift() ?? refuse({ code: 'internal' }));
    await user.type(await estimate(), '5{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Keep it: 8' }));

    await waitFor(async () => {
      expect((await estimate()).value).toBe('8');
    });
    expect(mendsAsked(bridge)[1]).toEqual({ kind: 'estimate', from: 8, to: 8 });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('is solved by setting one’s own value over it', async () => {
    const answers: Answer<MendedIssue>[] = [
      refuse({ code: 'conflict', current: null }),
      answer({ health: after({ estimate: 5 }), undo: { kind: 'estimate', from: 5, to: null } }),
    ];
    const { bridge, user } = renderMends(() => answers.shift() ?? refuse({ code: 'internal' }));
    await user.type(await estimate(), '5{Enter}');
    expect(await screen.findByRole('button', { name: 'Keep it: none' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Set it to 5' }));

    await waitFor(() => {
      expect(spoken()).toContain('Estimate of AUR-118 set to 5.');
    });
    expect(mendsAsked(bridge)[1]).toEqual({ kind: 'estimate', from: null, to: 5 });
  });

  test('over a priority names it', async () => {
    const { user } = renderMends(() => refuse({ code: 'conflict', current: '10' }));
    await screen.findByRole('option', { name: 'Soon' });
    const field = screen.getByRole('combobox', { name: 'Priority' });
    await user.selectOptions(field, 'Highest');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('button', { name: 'Keep it: Soon' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Set it to Highest' })).toBeDefined();
    expect(described(field)).toContain('It is now: Soon.');
  });
});

describe('a priority', () => {
  test('is chosen among those of the site, in Jira’s order, and saved on request only', async () => {
    const { bridge, user } = renderMends(() =>
      answer({ health: after({ priorityId: '10' }), undo: { kind: 'priority', from: '10', to: '3' } }),
    );
    await screen.findByRole('option', { name: 'Soon' });
    const field = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Priority' });
    expect([...field.options].map(({ text }) => text)).toEqual(['Highest', 'Soon', 'Medium']);
    await user.selectOptions(field, 'Soon');
    expect(bridge.asked).toEqual([]);

    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(spoken()).toContain('Priority of AUR-118 set to Soon.');
    });
    expect(mendsAsked(bridge)).toEqual([{ kind: 'priority', from: '3', to: '10' }]);
    expect(bridge.read).toEqual(['/rest/api/3/priority']);
  });

  test('is chosen among those that the answer names where Jira does not list them', async () => {
    renderAtDesk(BEFORE, () => <IssueMends issue={ISSUE} />, {
      answers: { jira: () => Promise.reject(new Error('429')) },
    });
    const field = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Priority' });
    expect([...field.options].map(({ text }) => text)).toEqual(['Highest', 'High', 'Medium', 'Low']);
  });
});

describe('acceptance criteria', () => {
  const template = {
    heading: 'Acceptance criteria',
    lines: ['Given …, when …, then …', 'If it goes wrong: given …, when …, then …', 'Not included: …'],
  };

  test('are shown before they are inserted', async () => {
    const { bridge, user } = renderMends(() =>
      answer({ health: after({}), undo: { kind: 'remove-criteria', template } }),
    );
    const opener = await screen.findByRole('button', { name: 'Insert acceptance criteria…' });
    await user.click(opener);
    const preview = screen.getByRole('group', { name: 'What is inserted' });
    expect(
      within(preview)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(template.lines);
    expect(bridge.asked).toEqual([]);
    expect(await axeFindings()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Insert' }));
    await waitFor(() => {
      expect(spoken()).toContain('Acceptance criteria inserted into AUR-118.');
    });
    expect(mendsAsked(bridge)).toEqual([{ kind: 'insert-criteria', template }]);
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener);
  });

  test('stay open where they are refused, and Escape puts them away', async () => {
    const onClose = vi.fn<() => void>();
    const { user } = renderMends(() => refuse({ code: 'refused', detail: 'Too long.' }), { onClose });
    const opener = await screen.findByRole('button', { name: 'Insert acceptance criteria…' });
    await user.click(opener);
    const insert = screen.getByRole('button', { name: 'Insert' });
    await user.click(insert);
    await waitFor(() => {
      expect(described(insert)).toBe('Jira did not accept it: Too long.');
    });

    await user.keyboard('{Escape}');
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener);
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('a blocker', () => {
  const link = () => screen.findByRole<HTMLInputElement>('combobox', { name: 'Link a blocker' });

  test('is linked by its key, with the backlog’s own items offered', async () => {
    const { bridge, user } = renderMends((mend) =>
      answer({ health: after({}), undo: { ...mend, kind: 'unlink-blocker' } as Mend }),
    );
    const field = await link();
    expect([...(field.list?.options ?? [])].map(({ value, text }) => [value, text])).toEqual([
      ['AUR-140', 'Dunning letters in two languages'],
    ]);
    await user.type(field, 'aur-140');
    expect(described(field)).toBe('AUR-140 blocks AUR-118');

    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(spoken()).toContain('AUR-140 now blocks AUR-118.');
    });
    expect(mendsAsked(bridge)).toEqual([{ kind: 'link-blocker', blockerKey: 'AUR-140' }]);
    expect(field.value).toBe('');
  });

  test('may be pasted as an address', async () => {
    const { bridge, user } = renderMends(() => answer({ health: after({}), undo: null }));
    await user.click(await link());
    await user.paste('https://acme.atlassian.net/browse/PLAT-9?focused=1');
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(mendsAsked(bridge)).toEqual([{ kind: 'link-blocker', blockerKey: 'PLAT-9' }]);
    });
  });

  test.each([
    ['something', 'Enter the key of an item, such as ABC-12.'],
    ['AUR-118', 'An item cannot block itself.'],
  ])('of “%s” is not sent', async (text, says) => {
    const { bridge, user } = renderMends(() => refuse({ code: 'internal' }));
    const field = await link();
    await user.type(field, `${text}{Enter}`);
    expect(described(field)).toBe(says);
    expect(bridge.asked).toEqual([]);
    expect(field.value).toBe(text);
  });

  test('that is shown is unlinked', async () => {
    const { bridge, user } = renderMends(() =>
      answer({
        health: after({ findings: [FINDINGS.noEstimate, FINDINGS.blockedBelow] }),
        undo: { kind: 'link-blocker', blockerKey: 'OPS-3' },
      }),
    );
    expect(await screen.findByRole('button', { name: 'Unlink PLAT-77' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Unlink OPS-3' }));

    await waitFor(() => {
      expect(spoken()).toContain('OPS-3 no longer blocks AUR-118.');
    });
    expect(mendsAsked(bridge)).toEqual([{ kind: 'unlink-blocker', blockerKey: 'OPS-3' }]);
    expect(screen.queryByRole('button', { name: 'Unlink OPS-3' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Unlink PLAT-77' })).toBeDefined();
  });
});

describe('without a licence', () => {
  test('nothing can be changed, and the reason stands there', async () => {
    renderMends(() => refuse({ code: 'unlicensed' }), {
      health: buildHealth({ ...BEFORE, isLicensed: false }),
    });
    const group = await screen.findByRole('group', { name: 'Mend AUR-118' });
    expect(described(group)).toBe(
      'Evenkeel has no licence on this site, so nothing can be changed from here.',
    );
    for (const control of group.querySelectorAll('input, select, button')) {
      expect(control.matches(':disabled')).toBe(true);
    }
  });
});

test('axe finds nothing in the forms', async () => {
  renderMends(() => refuse({ code: 'internal' }));
  await estimate();
  expect(await axeFindings()).toEqual([]);
});
