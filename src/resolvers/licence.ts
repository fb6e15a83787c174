/** What the platform says about the app's licence where it calls a resolver. */
export interface LicenceContext {
  readonly environmentType?: string | undefined;
  /** Absent while the app is not listed as paid, and outside of production. */
  readonly license?: { readonly active?: boolean | undefined } | null | undefined;
}

/**
 * Whether changes are allowed. A licence that is not active allows none. Development and staging have no licence at all, and
 * are whole; in production that is no licence either.
 */
export function isLicensed({ environmentType, license }: LicenceContext): boolean {
  const active = license?.active;
  return active ?? environmentType !== 'PRODUCTION';
}
