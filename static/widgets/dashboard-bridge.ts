import { fieldsOf, type Fields } from '../ui/json';

/**
 * What a widget keeps on its dashboard. Anybody who may edit the dashboard writes it, so nothing in it is trusted: it says what to
 * ask for, and what is answered is decided for each viewer.
 */
export type WidgetConfig = Fields;

/** Where the app's own page is, as the product names it. */
export interface ModuleTarget {
  readonly moduleKey: string;
  readonly projectKey: string;
  /** Below the page, from `/` on. */
  readonly path: string;
}

/** The product's side of an edit view: the button that saves is the dashboard's. */
export interface WidgetEditing {
  /** Tells the dashboard what would be saved now. */
  readonly update: (config: WidgetConfig) => void;
}

/** Everything that widgets ask of a dashboard beside what all screens ask of the platform; tests pass their own. */
export interface DashboardBridge {
  /** What was saved; nothing for a widget that was added a moment ago. */
  readonly config: () => Promise<WidgetConfig>;
  /** null where the product does not know the module. */
  readonly addressOf: (target: ModuleTarget) => Promise<string | null>;
  /** Opens the app's page in a new tab. @throws Error where the product does not know the module. */
  readonly openModule: (target: ModuleTarget) => Promise<void>;
  /** Begins editing: what `update` was given last is what is saved. */
  readonly edit: () => Promise<WidgetEditing>;
}

type CallBridge = (command: string, argument?: unknown) => Promise<unknown>;

interface EditApi {
  readonly updateConfig: (config: WidgetConfig) => unknown;
  readonly onProductSave: (save: (config: WidgetConfig) => Promise<WidgetConfig>) => unknown;
}

const callBridge: CallBridge = async (command, argument) =>
  await (globalThis as unknown as { __bridge: { callBridge: CallBridge } }).__bridge.callBridge(
    command,
    argument,
  );

const locationOf = ({ moduleKey, projectKey, path }: ModuleTarget) => ({
  target: 'module',
  moduleKey,
  projectKey,
  path,
});

/**
 * The bridge of a widget on a dashboard of Atlassian Home. The calls are those of `@forge/dashboards-bridge`, which is written for
 * the bridge of two major versions ago and would bring it along a second time.
 *
 * @see https://developer.atlassian.com/platform/forge/apis-reference/dashboard-bridge-apis/widget-edit/
 */
export function dashboardBridge(): DashboardBridge {
  return {
    config: async () => {
      const { extension } = fieldsOf(await callBridge('getContext'));
      return fieldsOf(fieldsOf(extension)['config']);
    },
    addressOf: async (target) => {
      const address = await callBridge('getUrl', locationOf(target)).catch(() => null);
      return typeof address === 'string' ? address : null;
    },
    openModule: async (target) => {
      await callBridge('navigate', { ...locationOf(target), type: 'new-tab' });
    },
    edit: async () => {
      const api = (await callBridge('getWidgetEditApi')) as EditApi;
      // Without it the dashboard keeps nothing of what was chosen.
      api.onProductSave((config) => Promise.resolve(config));
      return {
        update: (config) => {
          api.updateConfig(config);
        },
      };
    },
  };
}
