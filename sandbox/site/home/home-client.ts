import type { Widget } from '#sandbox/api/home/dashboards';
import type { RovoAction, RovoAgent } from '#sandbox/forge/rovo';

import { getJson, sendJson } from '../http';

export type { RovoAction, RovoAgent, Widget };

const API = '/sandbox/api';

type Widgets = { readonly widgets: readonly Widget[] };

export const readDashboard = async () => ((await getJson(`${API}/dashboard`)) as Widgets).widgets;

export const addWidget = async (moduleKey: string) =>
  ((await sendJson('POST', `${API}/dashboard/add`, { moduleKey })) as { added: Widget }).added;

export const changeWidget = async (
  widgetId: string,
  change: { readonly config?: unknown; readonly columnSpan?: number },
) => {
  await sendJson('POST', `${API}/dashboard/change`, { widgetId, ...change });
};

export const removeWidget = async (widgetId: string) => {
  await sendJson('POST', `${API}/dashboard/remove`, { widgetId });
};

export const readAgents = async () =>
  ((await getJson(`${API}/rovo`)) as { agents: readonly RovoAgent[] }).agents;

/** The values of an action's inputs; what is left out is not there. */
export type Inputs = Readonly<Record<string, string | number | boolean>>;

export const runAction = async (use: {
  readonly actionKey: string;
  readonly inputs: Inputs;
  readonly beside: { readonly issueKey?: string; readonly pageId?: string };
  readonly isConfirmed: boolean;
}) => ((await sendJson('POST', `${API}/rovo/use`, use)) as { answer: unknown }).answer;
