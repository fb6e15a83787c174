import type { Layer } from '#src/domain/settings/layer';

import type { CheckId } from '../../findings/finding';

/** The severity that leaves it to the check. */
export const AS_GRADED_WORD = 'as-graded';

const CHECK_KEY = /^check\.([a-z-]+)\.(\w+)$/;

/** The parts of a setting's name: of a check, or (null) of something else, such as the session. */
export function namesOfKey(key: string): { readonly check: CheckId | null; readonly name: string } {
  const [, check, name = ''] = CHECK_KEY.exec(key) ?? [];
  // Names come from the backend, which has them from the checks.
  return check === undefined
    ? { check: null, name: key.slice(key.indexOf('.') + 1) }
    : { check: check as CheckId, name };
}

/** The checks among these settings, in their order. */
export function checksIn(values: Layer): readonly CheckId[] {
  return [...new Set(Object.keys(values).flatMap((key) => namesOfKey(key).check ?? []))];
}
