import { textOf } from './bridge/arguments';
import { createBridgeHost } from './bridge-host';
import { closeFlag, showFlag } from './flag-store';
import { appPath, goTo, issuePath, projectPath, routeOf } from './routing';
import { spaceAppPath, spacePath, wikiAppPath } from './wiki/wiki-routing';

let ownSite: string | null = null;

/** From now on issues are opened on this site; null opens them here. */
export function openIssuesOn(address: string | null): void {
  ownSite = address;
}

const openedAt = (path: string) => (ownSite ?? '') + path;

function projectKeyNow(): string | null {
  const route = routeOf(window.location.pathname);
  if ('projectKey' in route) return route.projectKey;
  return route.page === 'issue' ? route.issueKey.replace(/-\d+$/, '') : null;
}

function addressOfModule(
  target: Readonly<Record<string, unknown>>,
  projectKey: string | null,
): string | null {
  const [moduleKey, path] = [textOf(target['moduleKey']), textOf(target['path'])];
  const spaceKey = textOf(target['spaceKey']);
  if (spaceKey !== '') return spaceAppPath(spaceKey, moduleKey) + path;
  if (window.location.pathname.startsWith('/wiki/')) return wikiAppPath(moduleKey) + path;
  const project = textOf(target['projectKey']) || projectKey;
  return project === null ? null : appPath(project, moduleKey) + path;
}

/** The addresses of the router's named targets that the site has. */
function addressOf(target: Readonly<Record<string, unknown>>): string | null {
  const projectKey = projectKeyNow();
  switch (target['target']) {
    case 'issue':
      return openedAt(issuePath(textOf(target['issueKey'])));
    case 'contentView':
      return `/wiki/pages/${encodeURIComponent(textOf(target['contentId']))}`;
    case 'contentEdit':
      return `/wiki/pages/edit/${encodeURIComponent(textOf(target['contentId']))}`;
    case 'spaceView':
      return spacePath(textOf(target['spaceKey']));
    case 'projectSettingsDetails':
      return projectPath(textOf(target['projectKey']));
    case 'module':
      return addressOfModule(target, projectKey);
    default:
      return null;
  }
}

function navigate(address: string, tab: 'same-tab' | 'new-tab'): Promise<void> {
  const here = new URL(address, window.location.origin);
  const isIssue = here.origin === window.location.origin && routeOf(here.pathname).page === 'issue';
  const url = isIssue ? new URL(openedAt(here.pathname + here.search), here) : here;
  if (!/^https?:$/.test(url.protocol))
    return Promise.reject(new Error(`The router does not open ${url.protocol} addresses.`));
  const isInside = url.origin === window.location.origin;
  if (isInside && tab === 'same-tab') {
    goTo(url.pathname + url.search + url.hash);
    return Promise.resolve();
  }
  // Jira asks before it leads out of the site; relative addresses go through.
  const isOwn = url.origin === ownSite;
  if (!isInside && !isOwn && !window.confirm(`You are leaving the site for ${url.href}`)) {
    return Promise.reject(new Error('The user did not want to leave the site.'));
  }
  window.open(url.href, '_blank', 'noopener');
  return Promise.resolve();
}

/** The one bridge host of the page. */
export const siteBridge = createBridgeHost({
  theme: () => (document.documentElement.dataset['colorMode'] === 'dark' ? 'dark' : 'light'),
  showFlag,
  closeFlag,
  navigate,
  reload: () => {
    window.location.reload();
  },
  addressOf,
});
