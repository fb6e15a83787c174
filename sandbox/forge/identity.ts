/** Who the app and the site are to each other; the same on every start, so that stored state stays the app's. */
export const CLOUD_ID = '11111111-2222-4333-8444-555555555555';
export const ENVIRONMENT_ID = '22222222-3333-4444-8555-666666666666';
export const ENVIRONMENT_TYPE = 'DEVELOPMENT';
export const INSTALLATION_ID = '33333333-4444-4555-8666-777777777777';
export const APP_VERSION = '1.0.0';
export const INSTALL_CONTEXT = `ari:cloud:jira::site/${CLOUD_ID}`;

/** The ARI of a module, which Custom UI sees as `localId`. */
export const localIdOf = (appId: string, moduleKey: string) =>
  `ari:cloud:ecosystem::extension/${appId}/${ENVIRONMENT_ID}/static/${moduleKey}`;

/** The account that functions see when nobody has logged in; all such people share it. */
export const ANONYMOUS_PRINCIPAL = 'unidentified';
