import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

import type { Manifest } from '#sandbox/forge/manifest';

export const BRIDGE_PATH = '/global-bridge.js';

/** Puts the bridge's script first in the head, as Forge does: the bundle expects it when it loads. */
export function withBridge(html: string): string {
  const script = `<script src="${BRIDGE_PATH}"></script>`;
  const head = /<head(\s[^>]*)?>/i;
  return head.test(html) ? html.replace(head, (tag) => tag + script) : script + html;
}

/**
 * The Content-Security-Policy that Forge sends with a page of the app: its own scripts only, connections to the site only,
 * and what the manifest's permissions add. `report-uri` is left out: nothing is to reach Atlassian from here.
 * @param siteOrigin stands where Atlassian's header has the customer's site.
 */
export function policyOf(html: string, manifest: Manifest, siteOrigin: string): string {
  const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(
    html,
    manifest.permissions,
  );
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: siteOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
