const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The address of a site as it was typed: its origin, or what is wrong with it. */
export type SiteAddress = { readonly origin: string } | { readonly problem: string };

const EXAMPLE = 'https://your-site.atlassian.net';

function parse(text: string): URL | null {
  const typed = text.trim();
  try {
    // People leave the scheme out, as browsers let them.
    return new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  } catch {
    return null;
  }
}

/**
 * Reads the address of a Jira Cloud site. Only https is taken, since an API token is sent with each call; http is for this machine.
 * What the problem says never repeats a password that was typed into the address.
 */
export function readSiteAddress(text: string): SiteAddress {
  const url = parse(text);
  if (url === null || url.hostname === '') {
    return { problem: `--site takes the address of a Jira Cloud site, such as ${EXAMPLE}.` };
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: `--site takes the address alone, without a name or password: ${EXAMPLE}.` };
  }
  const isHere = LOOPBACK.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) {
    return {
      problem: `--site needs https, since your API token is sent with each call: https://${url.host}`,
    };
  }
  if (!isHere && !url.hostname.includes('.')) {
    return {
      problem: `--site takes the whole host name: did you mean https://${url.hostname}.atlassian.net?`,
    };
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return { problem: `--site takes the address of the site alone, without a path: ${url.origin}` };
  }
  return { origin: url.origin };
}
