import { z } from 'zod';

const NAMES = z.array(z.unknown()).catch([]);
const PART = z.record(z.string(), z.unknown()).catch({});

const READ = z.looseObject({
  modules: PART,
  permissions: z.looseObject({ scopes: NAMES, content: PART, external: PART }).partial().catch({}),
  remotes: NAMES,
  providers: PART,
  app: z.looseObject({ licensing: z.looseObject({ enabled: z.boolean() }).partial().optional() }).catch({}),
});

/** What Forge makes of a deployment, and why. */
export interface VersionRule {
  /** `first`: nothing was deployed before. A major version waits for the consent of each site's admin. */
  readonly kind: 'first' | 'major' | 'minor';
  /** Sentences; empty for a minor version. */
  readonly reasons: readonly string[];
}

/** The leaves of a part of the manifest, each with where it stands. */
function leavesOf(part: unknown, path = ''): string[] {
  if (Array.isArray(part)) return part.flatMap((each) => leavesOf(each, path));
  if (typeof part === 'object' && part !== null) {
    return Object.entries(part).flatMap(([name, value]) =>
      leavesOf(value, path === '' ? name : `${path}.${name}`),
    );
  }
  return [`${path}: ${JSON.stringify(part)}`];
}

const added = (before: readonly string[], after: readonly string[]) =>
  after.filter((each) => !before.includes(each));

const scopesOf = (scopes: readonly unknown[] | undefined) =>
  (scopes ?? []).map((scope) => (typeof scope === 'string' ? scope : Object.keys(scope as object).join()));

/** Web triggers whose answer is made by code; Forge takes them as `dynamic` unless the manifest says otherwise. */
const dynamicTriggersOf = (modules: Record<string, unknown>) =>
  z
    .array(z.looseObject({ key: z.string(), response: z.looseObject({ type: z.string() }).optional() }))
    .catch([])
    .parse(modules['webtrigger'])
    .filter(({ response }) => response?.type !== 'static')
    .map(({ key }) => key);

/**
 * Which version a deployment becomes, by Forge's rules for what needs consent.
 * @param before the manifest that was deployed last, as YAML reads it; null when none was.
 * @see https://developer.atlassian.com/platform/forge/versions/#major-version-upgrades
 */
export function versionRule(before: unknown, after: unknown): VersionRule {
  if (before === null)
    return { kind: 'first', reasons: ['Nothing was deployed to this environment before.'] };
  const [old, next] = [READ.parse(before), READ.parse(after)];
  const [oldScopes, scopes] = [scopesOf(old.permissions.scopes), scopesOf(next.permissions.scopes)];
  const egress = (of: typeof old) => [
    ...leavesOf(of.permissions.content, 'content'),
    ...leavesOf(of.permissions.external, 'external'),
  ];
  const changed = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const reasons = [
    ...added(oldScopes, scopes).map((scope) => `It adds the scope ${scope}.`),
    ...added(scopes, oldScopes).map((scope) => `It removes the scope ${scope}.`),
    ...added(egress(old), egress(next)).map((leaf) => `It adds to the permissions: ${leaf}.`),
    ...added(dynamicTriggersOf(old.modules), dynamicTriggersOf(next.modules)).map(
      (key) => `It adds the dynamic web trigger ${key}.`,
    ),
    ...(old.app.licensing?.enabled !== true && next.app.licensing?.enabled === true
      ? ['It enables licensing.']
      : []),
    ...(changed(old.remotes, next.remotes) ? ['It changes the remotes.'] : []),
    ...(changed(old.providers, next.providers) ? ['It changes the providers.'] : []),
  ];
  return { kind: reasons.length > 0 ? 'major' : 'minor', reasons };
}
