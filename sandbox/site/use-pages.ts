import { useCallback, useState } from 'react';

import type { Issue, Page } from './jira-client';
import { type Loaded, useLoaded } from './use-loaded';

export interface Paged {
  readonly issues: readonly Issue[];
  /** Reads the next page; null at the end, or while one is being read. */
  readonly more: (() => void) | null;
  readonly isReading: boolean;
}

interface Rest {
  readonly first: Page;
  readonly issues: readonly Issue[];
  readonly next: string | null;
}

/**
 * Reads a list page by page, the first at once and the others when asked; starts over when `read` changes,
 * which must be stable otherwise.
 */
export function usePages(read: (cursor: string | null) => Promise<Page>): Loaded<Paged> {
  const first = useLoaded(useCallback(async () => await read(null), [read]));
  const [rest, setRest] = useState<Rest | null>(null);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  if (first.state !== 'ready') return first;
  if (failure) return { state: 'failed', error: failure.error };
  // What was read after another first page belongs to an older list.
  const further = rest?.first === first.value ? rest : null;
  const issues = further ? [...first.value.issues, ...further.issues] : first.value.issues;
  const next = further ? further.next : first.value.next;
  const more = () => {
    setReading(true);
    read(next)
      .then((page) => {
        setRest({
          first: first.value,
          issues: [...(further?.issues ?? []), ...page.issues],
          next: page.next,
        });
      })
      .catch((error: unknown) => {
        setFailure({ error });
      })
      .finally(() => {
        setReading(false);
      });
  };
  return { state: 'ready', value: { issues, more: next === null || isReading ? null : more, isReading } };
}
