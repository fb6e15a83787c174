import type { User } from '#sandbox/jira/model';

export type RoleKey = 'lead' | 'developer' | 'viewer' | 'outsider' | 'admin';
export type PersonKey =
  'maren' | 'tomasz' | 'noa' | 'ikram' | 'weiling' | 'jonas' | 'priya' | 'oscar' | 'sunniva';

/** Somebody of the demo site; `role` says what the main project lets them do. */
export interface DemoUser {
  readonly key: PersonKey;
  readonly role: RoleKey;
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly timeZone: string;
  readonly locale: string;
}

function person(
  key: PersonKey,
  role: RoleKey,
  accountId: string,
  displayName: string,
  timeZone = 'Europe/Berlin',
  locale = 'en_GB',
): DemoUser {
  const email = `${displayName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@example.com`;
  return { key, role, accountId, displayName, email, timeZone, locale };
}

/** Everybody on the demo site; the first of each role is who the user switcher offers for it. */
export const DEMO_USERS: readonly DemoUser[] = [
  person('maren', 'lead', '5b10a2844c20165700ede21a', 'Maren Lindqvist'),
  person('noa', 'developer', '5b10a2844c20165700ede22b', 'Noa Benayoun', 'Europe/Paris'),
  person('tomasz', 'developer', '5b10a2844c20165700ede23c', 'Tomasz Zielinski', 'Europe/Warsaw'),
  person('ikram', 'developer', '5b10a2844c20165700ede24d', 'Ikram Haddad', 'Europe/Paris'),
  person('weiling', 'developer', '5b10a2844c20165700ede25e', 'Wei Ling Chen'),
  person('jonas', 'developer', '5b10a2844c20165700ede26f', 'Jonas Hartmann', 'Europe/Berlin', 'de_DE'),
  person('priya', 'viewer', '5b10a2844c20165700ede27a', 'Priya Raman', 'Europe/London'),
  person('oscar', 'outsider', '5b10a2844c20165700ede28b', 'Oscar Delgado', 'Europe/Madrid'),
  person('sunniva', 'admin', '5b10a2844c20165700ede29c', 'Sunniva Berg', 'Europe/Oslo'),
];

const BY_KEY = new Map(DEMO_USERS.map((user) => [user.key, user]));

/** @throws Error when nobody has that key, which the type rules out. */
export function demoUser(key: PersonKey): DemoUser {
  const user = BY_KEY.get(key);
  if (user === undefined) throw new Error(`Nobody in the demo is called ${key}.`);
  return user;
}

/** The account of a mention such as `[~noa]` in the demo's texts. */
export function demoMention(id: string): DemoUser | undefined {
  return DEMO_USERS.find((user) => user.key === id);
}

/** The record that the local Jira keeps of a demo user. */
export function userRecord(user: DemoUser): User {
  const { accountId, displayName, email, timeZone, locale } = user;
  return { accountId, displayName, email, timeZone, locale, active: true };
}
