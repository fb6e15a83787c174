import type { Faults } from '#sandbox/faults';
import type { Manifest } from '#sandbox/forge/manifest';

export interface License {
  readonly active: boolean;
}

/**
 * What the platform says of the app's licence now; undefined when it says nothing, as for an app without licensing and
 * in development environments.
 */
export function licenseOf(manifest: Manifest, faults: Faults): License | undefined {
  const { license } = faults.current();
  if (!manifest.isLicensingEnabled || license === 'missing') return undefined;
  return { active: license === 'active' };
}
