import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import { DASHBOARD_ID, type Dashboard } from '#sandbox/api/home/dashboards';
import type { ShownModule } from '#sandbox/api/modules';
import type { ModuleContext } from '#sandbox/forge/host.types';

/** A widget of the dashboard, as the browser names it. */
export const WIDGET_PLACE = z.object({
  kind: z.literal('dashboard'),
  moduleKey: z.string(),
  widgetId: z.string(),
  modal: z.unknown().optional(),
});

/** What twelve columns are across, in pixels, with the site's own margins left out. */
const WIDTH = 1200;
const HEIGHT = 320;

/**
 * The Forge context of a widget: of its view and of its edit view alike.
 * @throws Refusal 404 for somebody who has not logged in, and for a widget that the dashboard does not have.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/dashboard-widget/
 */
export function widgetContextOf(
  { widgetId, modal }: z.infer<typeof WIDGET_PLACE>,
  module: ShownModule,
  dashboard: Dashboard,
  accountId: string | undefined,
): ModuleContext {
  const widget = dashboard.find(widgetId);
  if (accountId === undefined || widget?.moduleKey !== module.key) {
    throw new Refusal(404, 'The dashboard has no such widget for this user.');
  }
  const { columnSpan, config } = widget;
  return {
    moduleKey: module.key,
    moduleType: module.type,
    extension: {
      type: module.type,
      config,
      context: { dashboardId: DASHBOARD_ID, widgetId },
      layout: { columnSpan, rowSpan: 'medium', width: Math.round((WIDTH * columnSpan) / 12), height: HEIGHT },
      ...(modal !== undefined && { modal }),
    },
  };
}
