import type { Category } from '#src/domain/risk/register';

/** What a risk's category can be: none yet, those of the register, and the one it has where that is gone from the settings. */
export function categoryChoices(
  categories: readonly Category[],
  current: string | null,
): readonly (string | null)[] {
  const ids = categories.map(({ id }) => id);
  const isGone = current !== null && !ids.includes(current);
  return [null, ...(isGone ? [current] : []), ...ids];
}
