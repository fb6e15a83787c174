/**
 * Stands where an account was that has been closed. It is the id that Atlassian's own products give for an account of which nothing
 * is known, so no real account has it.
 * @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (“account ID of unknown”)
 */
export const FORMER_ACCOUNT = 'unknown';
