import type { WidgetEditing } from '../bridge/frame-view';

type Config = Readonly<Record<string, unknown>>;

/** An edit view whose button to save is the dashboard's own. */
export interface WidgetEditor {
  /** What the view is given. */
  readonly editing: WidgetEditing;
  /** What the view gives to be kept; null where it keeps nothing here. @throws Error with the view's own message. */
  readonly save: () => Promise<Config | null>;
  /** Tells the view that it was saved. */
  readonly tellSaved: (config: Config, widgetId: string) => void;
  readonly tellError: (message: string) => void;
}

/** How long a view may take to say what it keeps. */
const PATIENCE_MS = 5_000;

const isConfig = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Waiting {
  readonly resolve: (config: Config | null) => void;
  readonly reject: (error: Error) => void;
}

/** An editor that starts from what was saved before. A view that asked for nothing to be kept has nothing kept. */
export function createWidgetEditor(saved: Config): WidgetEditor {
  let config: Config = saved;
  let round = 0;
  const callbacks = new Map<string, (arg?: unknown) => void>();
  const waiting = new Map<number, Waiting>();
  return {
    editing: {
      update: (next) => {
        if (isConfig(next)) config = next;
      },
      on: (about, callback) => void callbacks.set(about, callback),
      kept: (answer) => {
        const asked = waiting.get(Number(answer['round']));
        waiting.delete(Number(answer['round']));
        if (typeof answer['error'] === 'string') asked?.reject(new Error(answer['error']));
        else asked?.resolve(isConfig(answer['config']) ? answer['config'] : null);
      },
    },
    save: async () => {
      const ask = callbacks.get('product-save');
      if (!ask) return null;
      round += 1;
      const mine = round;
      return await new Promise((resolve, reject) => {
        waiting.set(mine, { resolve, reject });
        setTimeout(() => {
          waiting.delete(mine);
          reject(new Error('The widget did not say in time what to save.'));
        }, PATIENCE_MS);
        ask({ round: mine, config });
      });
    },
    tellSaved: (kept, widgetId) => callbacks.get('save')?.({ config: kept, widgetId }),
    tellError: (message) => callbacks.get('error')?.({ message }),
  };
}
