import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Failure } from '#src/contract/outcome';

import { answer, refuse } from '../fake-bridge';
import { buildHealth } from '../health-builder';
import { renderScreen } from '../render-screen';

const REASONS: readonly { readonly reason: NonNullable<Failure['reason']>; readonly says: string }[] = [
  { reason: 'blocks-itself', says: 'An item cannot block itself.' },
  { reason: 'blocker-not-found', says: 'There is no PLAT-9, or you may not see it.' },
  {
    reason: 'no-blocking-link-type',
    says: 'This site has no link type that says “blocks”. A Jira administrator can add one.',
  },
];

describe('a link that the app knows why it is refused', () => {
  test.each(REASONS)('says so in its own words: $reason', async ({ reason, says }) => {
    const { user } = renderScreen({
      'get-backlog-health': () => answer(buildHealth()),
      'mend-issue': () => refuse({ code: 'refused', detail: 'Jira said this.', reason }),
      jira: () => [],
    });
    await user.click(await screen.findByRole('button', { name: 'Mend AUR-118' }));
    const forms = within(await screen.findByRole('group', { name: 'Mend AUR-118' }));
    const field = forms.getByRole<HTMLInputElement>('combobox', { name: 'Link a blocker' });

    await user.type(field, 'PLAT-9{Enter}');

    await waitFor(() => {
      expect(forms.getByText(says)).toBeDefined();
    });
    expect(screen.queryByText(/Jira said this/)).toBeNull();
    expect(field.value).toBe('PLAT-9');
    expect(document.activeElement).toBe(field);
  });
});
