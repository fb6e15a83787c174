/** Where the address bar points in Home, which is above the products. */
export type HomeRoute = { readonly page: 'dashboard' } | { readonly page: 'rovo' };

export const DASHBOARD = '/dashboards/team';
export const ROVO = '/rovo/chat';

/** Reads a path of Home; null when it is none. */
export function homeRouteOf(path: string): HomeRoute | null {
  if (/^\/dashboards(?:\/team)?\/?$/.test(path)) return { page: 'dashboard' };
  return /^\/rovo(?:\/chat)?\/?$/.test(path) ? { page: 'rovo' } : null;
}
