import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

import { forgeBridge, type Bridge, type ScreenContext } from '../ui/bridge';
import { loadLanguage } from '../ui/locale';

import { dashboardBridge, type DashboardBridge, type WidgetConfig } from './dashboard-bridge';

/** What the root of a widget, or of its edit view, takes. */
export interface WidgetProps {
  readonly bridge: Bridge;
  readonly context: ScreenContext;
  readonly dashboard: DashboardBridge;
  readonly config: WidgetConfig;
}

/** Where the product does not say where the widget is. */
const NOWHERE: ScreenContext = { boardId: null, projectId: null, surface: 'page', locale: 'en', siteUrl: '' };

/** Draws a widget once it is known what was saved for it. */
export async function startWidget(draw: (props: WidgetProps) => ReactNode): Promise<void> {
  const element = document.getElementById('screen');
  if (element === null) return;
  const bridge = forgeBridge();
  const dashboard = dashboardBridge();
  const [context, config] = await Promise.all([
    bridge.context().catch(() => NOWHERE),
    dashboard.config().catch(() => ({})),
    // A widget in the wrong colours is better than none.
    bridge.enableTheme().catch(() => undefined),
  ]);
  document.documentElement.lang = (await loadLanguage(context.locale)).locale;
  createRoot(element).render(draw({ bridge, context, dashboard, config }));
}
