import type { Person } from '../state/people';

/** People of the register that are shown at once: more are found by typing. */
const SHOWN = 8;

/** What a line of the list does: chooses somebody, or nobody; or asks Confluence once more. */
export type Choice =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'again' };

/** Whom the screen knows by name, and what it knows of them. */
export interface Known {
  readonly names: ReadonlyMap<string, string>;
  /** Accounts that are not active any more. */
  readonly former: ReadonlySet<string>;
  /** null for nobody who is logged in. */
  readonly viewer: string | null;
}

/**
 * The lines of the list: nobody, where nothing is typed; the viewer and then the people that the register names, by name; then who
 * else of the site was found; last, where the search failed, a way to try it again.
 */
export function ownerChoices(
  { names, former, viewer }: Known,
  wanted: string,
  search: { readonly people: readonly Person[]; readonly hasFailed: boolean },
  locale: string,
): readonly Choice[] {
  const collator = new Intl.Collator(locale);
  const lower = wanted.toLocaleLowerCase(locale);
  const known = [...names]
    .map(([accountId, name]) => ({ accountId, name }))
    .filter(({ accountId, name }) => !former.has(accountId) && name.toLocaleLowerCase(locale).includes(lower))
    .sort(
      (a, b) =>
        Number(b.accountId === viewer) - Number(a.accountId === viewer) || collator.compare(a.name, b.name),
    )
    .slice(0, SHOWN);
  const others = search.people.filter(
    ({ accountId }) => !former.has(accountId) && !known.some((each) => each.accountId === accountId),
  );
  return [
    ...(wanted === '' ? [{ kind: 'nobody' } as const] : []),
    ...[...known, ...others].map((person) => ({ kind: 'person', person }) as const),
    ...(search.hasFailed ? [{ kind: 'again' } as const] : []),
  ];
}
