import { createHash } from 'node:crypto';

import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId } from '#src/domain/backlog/finding';

/** Raise it when checks judge otherwise than before, so that what is frozen is not mixed with what was. */
const RULES = 1;

/**
 * What each check judges by: a digest of its options. Whether it is on, and how grave it is taken, changes nothing about which issues it
 * flags.
 */
export function rulesOfChecks(settings: CheckSettings): ReadonlyMap<CheckId, string> {
  return new Map(
    CHECK_IDS.map((check) => {
      const judged = JSON.stringify([RULES, settings[check].options]);
      return [check, createHash('sha256').update(judged).digest('base64url').slice(0, 8)];
    }),
  );
}
