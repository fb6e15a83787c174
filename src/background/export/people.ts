import { mention, type Inline } from '#src/background/adf';
import type { Words } from '#src/background/words';
import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import type { KnownAccount } from '#src/ports/risk/people';

/** More names than these help nobody to know who was there. */
const NAMED = 20;

/** Accounts by id, those that could be looked up. */
export type Accounts = ReadonlyMap<string, KnownAccount>;

/** The name stands beside the account, for exports that show no accounts; where it is not known, the product looks it up. */
export function person(accountId: string, accounts: Accounts, { say }: Words): readonly Inline[] {
  if (accountId === FORMER_ACCOUNT) return [say('export.former')];
  const account = accounts.get(accountId);
  const who = mention(accountId, account?.name ?? say('export.someone'));
  return account?.isActive === false ? [who, ` ${say('export.deactivated')}`] : [who];
}

/** Stands for people in a message until they are set in. */
const HERE = '\u0000';

/** A sentence about people: `say` puts it into words around a mark, in whose place the people come. */
export function sentenceWith(
  accountIds: readonly string[],
  say: (people: string) => string,
  accounts: Accounts,
  words: Words,
): readonly Inline[] {
  const [before = '', after = ''] = say(HERE).split(HERE);
  const named = accountIds
    .slice(0, NAMED)
    .flatMap((accountId, index) => [...(index > 0 ? [', '] : []), ...person(accountId, accounts, words)]);
  const more = accountIds.length - NAMED;
  const rest = more > 0 ? [` ${words.say('export.more-people', { count: more })}`] : [];
  return [before, ...named, ...rest, after];
}
