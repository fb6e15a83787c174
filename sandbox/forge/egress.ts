import { EgressFilteringService } from '@forge/egress';

/** What the platform throws for an address that the manifest does not declare. */
export class EgressError extends Error {
  override readonly name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  readonly status = 403;

  constructor(url: string) {
    super(
      `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
    );
  }
}

/**
 * Checks addresses against `permissions.external.fetch.backend`, with Atlassian's own matching.
 * @returns a check that throws EgressError.
 */
export function createEgressCheck(allowed: readonly string[]): (url: string) => void {
  const filter = new EgressFilteringService([...allowed]);
  return (url) => {
    if (!filter.isValidUrl(url)) throw new EgressError(url);
  };
}
