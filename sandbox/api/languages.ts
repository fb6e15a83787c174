import type { ShownSite } from '#sandbox/api/local-site';

/** Languages that a visitor can choose for an account, called as they call themselves. */
export const LANGUAGES = [
  { locale: 'en_GB', name: 'English (UK)' },
  { locale: 'de_DE', name: 'Deutsch (Deutschland)' },
] as const;

type Site = Pick<ShownSite, 'jira'>;

/** The language of an account as Jira writes it; that of the site for nobody in particular. */
export const localeOf = (site: Site, accountId: string): string =>
  site.jira.get('users', accountId)?.locale ?? 'en_US';

/** Sets the language of an account, as a person does in their preferences. An account that is not there is left alone. */
export function chooseLocale(site: Site, accountId: string, locale: string): void {
  const user = site.jira.get('users', accountId);
  if (user !== undefined) site.jira.put('users', { ...user, locale });
}
