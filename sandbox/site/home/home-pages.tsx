import { useSession } from '../session';
import { NoAccess } from '../parts/states';
import { DashboardPage } from './dashboard-page';
import type { HomeRoute } from './home-routing';
import { RovoPage } from './rovo-page';

export const HOME_TITLES = {
  dashboard: 'Team dashboard',
  rovo: 'Rovo',
} as const satisfies Record<HomeRoute['page'], string>;

/** The pages above the products. A site of one's own has none: nothing of it could be kept. */
export function HomePages({ route }: { readonly route: HomeRoute }) {
  const { session } = useSession();
  if (session.ownSite !== null) return <NoAccess what="page" />;
  return route.page === 'dashboard' ? <DashboardPage /> : <RovoPage />;
}
