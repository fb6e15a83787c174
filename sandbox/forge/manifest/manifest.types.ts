import type { Translations } from '#sandbox/forge/manifest/translations';

/** A module as the manifest declares it; properties that the platform does not read here are kept as they are. */
export interface ManifestModule {
  readonly key: string;
  readonly resource?: string | undefined;
  readonly resolver?: { readonly function?: string | undefined } | undefined;
  readonly title?: string | { readonly i18n: string } | undefined;
  readonly viewportSize?: unknown;
  readonly [property: string]: unknown;
}

export interface ManifestFunction {
  readonly key: string;
  /** `file.export`, as in `index.resolver`. */
  readonly handler: string;
  readonly timeoutSeconds?: number | undefined;
}

export interface ManifestResource {
  readonly key: string;
  /** Folder below the manifest's own. */
  readonly path: string;
}

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

/** An index of a custom entity; a simple index has the name of its one attribute. */
export interface EntityIndex {
  readonly name: string;
  readonly partition: readonly string[];
  /** The attribute that orders the index; `null` for `by-key`, which orders by the key. */
  readonly range: string | null;
}

export interface EntityDefinition {
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeType>>;
  /** The declared indexes; `by-key` is not among them. */
  readonly indexes: readonly EntityIndex[];
}

export interface Consumer {
  readonly key: string;
  readonly queue: string;
  readonly functionKey: string;
}

export type ScheduleInterval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface ScheduledTrigger {
  readonly key: string;
  readonly functionKey: string;
  readonly interval: ScheduleInterval;
  /** Skipped while the site has no active licence. */
  readonly isLicensedOnly: boolean;
}

/** A function that listens to product events such as `avi:jira:updated:issue`. */
export interface EventTrigger {
  readonly key: string;
  readonly functionKey: string;
  readonly events: readonly string[];
  /** Does not hear of what the app did itself. */
  readonly ignoresSelf: boolean;
  readonly isLicensedOnly: boolean;
}

/** What the local platform reads of a manifest. */
export interface Manifest {
  /** The app's UUID, without the ARI around it. */
  readonly appId: string;
  /** All module types but `function`, in the manifest's order. */
  readonly modules: Readonly<Record<string, readonly ManifestModule[]>>;
  readonly translations: Translations;
  readonly functions: ReadonlyMap<string, ManifestFunction>;
  readonly resources: ReadonlyMap<string, ManifestResource>;
  readonly scopes: readonly string[];
  /** The scopes with which the app may act for a user who is not there (`allowImpersonation`). */
  readonly impersonationScopes: readonly string[];
  readonly permissions: {
    readonly external: Readonly<Record<string, unknown>>;
    readonly content: Readonly<Record<string, unknown>>;
  };
  /** Addresses that the backend may fetch (`permissions.external.fetch.backend`). */
  readonly backendEgress: readonly string[];
  readonly entities: readonly EntityDefinition[];
  readonly consumers: readonly Consumer[];
  readonly scheduledTriggers: readonly ScheduledTrigger[];
  readonly triggers: readonly EventTrigger[];
  readonly isLicensingEnabled: boolean;
  readonly compatibility: Readonly<Record<string, { readonly required: boolean }>>;
}
