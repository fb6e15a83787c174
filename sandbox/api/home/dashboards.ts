import { randomUUID } from 'node:crypto';

import { Refusal } from '#sandbox/api/exchange';
import type { ShownModule } from '#sandbox/api/modules';
import type { Store } from '#sandbox/state/store';

/** A widget on a dashboard: which module, how wide, and what its edit view saved. */
export interface Widget {
  readonly id: string;
  readonly moduleKey: string;
  /** Of twelve columns. */
  readonly columnSpan: ColumnSpan;
  readonly config: Readonly<Record<string, unknown>>;
}

export const COLUMN_SPANS = [3, 4, 6, 8, 12] as const;
export type ColumnSpan = (typeof COLUMN_SPANS)[number];

/** The one dashboard of the site. */
export const DASHBOARD_ID = 'team';

const COLLECTION = 'dashboards';
const WIDGETS_AT_MOST = 20;

/** The widgets of the site's dashboard, which everybody with an account sees and may change. */
export interface Dashboard {
  readonly widgets: () => readonly Widget[];
  /** Null where there is none. */
  readonly find: (id: string) => Widget | null;
  /** @throws Refusal 400 for a dashboard that is full. */
  readonly add: (module: Pick<ShownModule, 'key'>) => Widget;
  /** @throws Refusal 404 */
  readonly change: (id: string, to: Partial<Pick<Widget, 'columnSpan' | 'config'>>) => Widget;
  /** @throws Refusal 404 */
  readonly remove: (id: string) => void;
}

/** Opens the dashboard that the site has written down. */
export function openDashboard(store: Store): Dashboard {
  const widgets = new Map([...store.load(COLLECTION)].map(([id, value]) => [id, value as Widget]));
  const put = (widget: Widget) => {
    widgets.set(widget.id, widget);
    store.put(COLLECTION, widget.id, widget);
    return widget;
  };
  const mustFind = (id: string) => {
    const widget = widgets.get(id);
    if (!widget) throw new Refusal(404, 'The dashboard has no such widget.');
    return widget;
  };
  return {
    widgets: () => [...widgets.values()],
    find: (id) => widgets.get(id) ?? null,
    add: ({ key }) => {
      if (widgets.size >= WIDGETS_AT_MOST) throw new Refusal(400, 'The dashboard is full.');
      return put({ id: randomUUID(), moduleKey: key, columnSpan: 6, config: {} });
    },
    change: (id, to) => put({ ...mustFind(id), ...to }),
    remove: (id) => {
      mustFind(id);
      widgets.delete(id);
      store.remove(COLLECTION, id);
    },
  };
}
