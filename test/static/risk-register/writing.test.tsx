import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
});

const titleField = async () =>
  await screen.findByRole<HTMLInputElement>('textbox', { name: 'What may happen, in one line' });

async function addRisk() {
  const opened = openRegister(register);
  await opened.user.click(await screen.findByRole('button', { name: 'Add risk' }));
  await titleField();
  return opened;
}

describe('a new risk', () => {
  test('needs one field, and is taken back', async () => {
    const { user } = await addRisk();
    await user.type(await titleField(), 'The only tester is on leave in January{Enter}');

    await waitFor(() => {
      expect(register.risk(10)).toMatchObject({
        title: 'The only tester is on leave in January',
        ownerId: 'maria',
        probability: { step: 2, of: 3 },
        categoryId: null,
        state: { kind: 'open' },
      });
    });
    expect(await rowOf(10)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(register.risk(10).deleted).not.toBeNull();
    });
  });

  test('is made once, though the answer got lost', async () => {
    const { user } = await addRisk();
    register.faults.set('create-risks', ['lost-after']);
    await user.type(await titleField(), 'The only tester is on leave in January{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Not saved: Confluence does not answer. What you wrote is still here.',
    );

    await user.click(screen.getByRole('button', { name: 'Add risk' }));

    expect(await rowOf(10)).toBeTruthy();
    expect(register.risks).toHaveLength(10);
  });

  test('says what is wrong beside the field, before anything is sent', async () => {
    const { user } = await addRisk();
    const sent = () => register.asked.filter(({ call }) => call === 'create-risks').length;
    await user.click(screen.getByRole('button', { name: 'Add risk' }));

    expect((await screen.findByRole('alert')).textContent).toBe(
      'Not saved yet: one field needs another look.',
    );
    expect(screen.getByText('A title is needed')).toBeTruthy();
    expect((await titleField()).getAttribute('aria-invalid')).toBe('true');
    await user.click(await titleField());
    await user.paste('x'.repeat(203));
    expect(screen.getByText('3 characters too many')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('At most 200 characters, this is 3 too many')).toBeTruthy();
    expect(sent()).toBe(0);
  });

  test('takes every field', async () => {
    const { user } = await addRisk();
    await user.type(await titleField(), 'Exports time out at the end of a quarter');
    await user.click(screen.getByRole('button', { name: 'Spell it out: cause, event, effect' }));
    await user.type(screen.getByRole('textbox', { name: 'Because of' }), 'one slow query');
    await user.click(
      within(screen.getByRole('group', { name: 'Probability' })).getByRole('radio', { name: 'High' }),
    );
    await user.click(
      within(screen.getByRole('group', { name: 'Impact' })).getByRole('radio', { name: 'High' }),
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Technical dependency');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Response' }), 'Transfer');
    await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Accepted');
    await user.type(screen.getByLabelText('Accepted until'), '2027-02-01');
    await user.type(screen.getByLabelText('Mitigation due'), '2026-12-18');
    await user.type(screen.getByRole('textbox', { name: /^Trigger/ }), 'Exports take over a minute');
    await user.click(screen.getByRole('button', { name: 'Say what is expected to remain' }));
    const residual = within(screen.getByRole('group', { name: 'Expected to remain once that has worked' }));
    await user.click(
      within(residual.getByRole('group', { name: 'Impact' })).getByRole('radio', { name: 'Low' }),
    );
    await user.click(screen.getByRole('button', { name: 'Add risk' }));

    await waitFor(() => {
      expect(register.risk(10)).toMatchObject({
        cause: 'one slow query',
        categoryId: 'technical-dependency',
        probability: { step: 3 },
        impact: { step: 3 },
        response: 'transfer',
        state: { kind: 'accepted', by: 'maria', until: '2027-02-01' },
        dueOn: '2026-12-18',
        trigger: 'Exports take over a minute',
        residual: { probability: { step: 3, of: 3 }, impact: { step: 1, of: 3 } },
      });
    });
  });

  test('finds a Jira issue by its key, and shows what Jira says once it is saved', async () => {
    const read: string[] = [];
    const opened = openRegister(register, {
      jira: (path) => {
        read.push(path);
        return { id: '77', key: 'AUR-77', fields: { summary: 'Cache the exports' } };
      },
    });
    const { user } = opened;
    await user.click(await screen.findByRole('button', { name: 'Add risk' }));
    await user.type(await titleField(), 'Exports time out at the end of a quarter');
    await user.type(screen.getByRole('textbox', { name: 'Mitigating Jira issues' }), 'aur-77');
    await user.click(await screen.findByRole('button', { name: 'AUR-77 Cache the exports' }));
    expect(read).toEqual(['/rest/api/3/issue/AUR-77?fields=summary']);
    register.mitigations = [
      ...MITIGATIONS,
      {
        issueId: '77',
        isVisible: true,
        shown: { key: 'AUR-77', summary: 'Cache the exports', status: 'To Do', statusCategory: 'new' },
        isDone: false,
        isReady: true,
        isScheduled: false,
        landsOn: null,
      },
    ];
    await user.click(screen.getByRole('button', { name: 'Add risk' }));

    const row = within(await rowOf(10));
    expect(await row.findByRole('link', { name: 'AUR-77' })).toBeTruthy();
    expect(row.getByText('unscheduled')).toBeTruthy();
    expect(register.risk(10).issueIds).toEqual(['77']);
    expect(
      screen.getByText('R-10: Maria Keller wrote it: “Exports time out at the end of a quarter”', {
        selector: '.log__text',
      }),
    ).toBeTruthy();
  });

  test('has no place for issues where Jira is not there', async () => {
    register.mitigations = null;
    await addRisk();

    expect(screen.queryByText('Mitigating Jira issues')).toBeNull();
  });
});

describe('a plan that did not fit into the answer', () => {
  test('is read when the risk is opened, and not lost by an edit', async () => {
    const opened = register.opened.bind(register);
    register.opened = (visitor) => {
      const answer = opened(visitor);
      const { id } = register.risk(3);
      const risks = answer.risks.map((risk) => (risk.id === id ? { ...risk, plan: null } : risk));
      return { ...answer, risks, plansLeftOut: [id] };
    };
    const { user } = openRegister(register);
    const row = within(await rowOf(3));
    expect(row.getByText(/a long plan: open the risk to read it/)).toBeTruthy();
    expect(row.queryByText('no mitigation')).toBeNull();

    await user.click(row.getByRole('button', { name: 'R-3' }));
    expect(await screen.findByText('Two translators on call')).toBeTruthy();
    const field = await titleField();
    await user.clear(field);
    await user.type(field, 'Translation never comes{Enter}');
    await waitFor(() => {
      expect(register.risk(3)).toMatchObject({ title: 'Translation never comes', plan: LAUNCH[2]?.plan });
    });
  });
});

describe('what is typed', () => {
  test('waits as a draft when the viewer goes back, and is warned of when they leave the page', async () => {
    const { user } = await addRisk();
    await user.type(await titleField(), 'Half a thought');
    await user.click(screen.getByRole('button', { name: 'Back to the register' }));

    expect(screen.getByText(/A new risk is written and not saved/)).toBeTruthy();
    expect((document.activeElement as HTMLElement).textContent).toBe('Add risk');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);

    await user.click(screen.getByRole('button', { name: 'Go on writing' }));
    expect((await titleField()).value).toBe('Half a thought');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText(/is written and not saved/)).toBeNull();
    const leavingClean = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leavingClean);
    expect(leavingClean.defaultPrevented).toBe(false);
    expect(sessionStorage).toHaveLength(0);
    expect(localStorage).toHaveLength(0);
  });

  test.each([
    { code: 'unlicensed', said: 'Evenkeel has no licence on this site' },
    { code: 'no-access', said: 'You cannot open this register' },
    { code: 'rate-limited', said: 'Confluence asks for a short break' },
  ] as const)('stays in the form when saving fails: $code', async ({ code, said }) => {
    const { user } = openRegister(register);
    await user.click(within(await rowOf(3)).getByRole('button', { name: 'R-3' }));
    const field = await titleField();
    await user.clear(field);
    await user.type(field, 'Translation never comes');
    register.faults.set('change-risk', [{ code }]);
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect((await screen.findByRole('alert')).textContent).toBe(
      `Not saved: ${said}. What you wrote is still here.`,
    );
    expect((await titleField()).value).toBe('Translation never comes');
    expect(register.risk(3).version).toBe(1);
  });

  test('a form that is saved as it was opened changes nothing', async () => {
    const { user } = openRegister(register);
    await user.click(within(await rowOf(3)).getByRole('button', { name: 'R-3' }));
    await titleField();
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await rowOf(3)).toBeTruthy();
    expect(register.asked.some(({ call }) => call === 'change-risk')).toBe(false);
  });

  test('a deleted risk is brought back', async () => {
    const { user } = openRegister(register);
    await user.click(within(await rowOf(3)).getByRole('button', { name: 'Actions for R-3' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => {
      expect(register.risk(3).deleted?.by).toBe('maria');
    });
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Deleted risks (1)' }));
    expect(
      await screen.findByText('Deleted by Maria Keller, Nov 24; can be brought back until Feb 22, 2027'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring back R-3' }));

    await waitFor(() => {
      expect(register.risk(3).deleted).toBeNull();
    });
  });
});
