import type { IncomingMessage } from 'node:http';

import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import { besideOf } from '#sandbox/api/home/beside';
import { COLUMN_SPANS } from '#sandbox/api/home/dashboards';
import type { LocalSite } from '#sandbox/api/local-site';
import { readBody, type Route } from '#sandbox/api/route';
import { accountOf, sessionOf } from '#sandbox/api/session';

const ADD = z.object({ moduleKey: z.string() });
const CHANGE = z.object({
  widgetId: z.string(),
  config: z.record(z.string(), z.unknown()).optional(),
  columnSpan: z.union(COLUMN_SPANS.map((span) => z.literal(span))).optional(),
});
const REMOVE = z.object({ widgetId: z.string() });
const USE = z.object({
  actionKey: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** The page that the chat is open beside: an issue's key, or a page's id. */
  beside: z.object({ issueKey: z.string().optional(), pageId: z.string().optional() }).optional(),
  isConfirmed: z.boolean().default(false),
});

/** What the dashboard keeps of one widget at most, as a stricter product might. */
const CONFIG_BYTES = 32_000;

/** Home's own pages: the dashboard, and the chat with the app's agent. Both are for people who have logged in. */
export function homeRoutes(site: LocalSite): Record<string, Route> {
  const { dashboard, agents } = site;
  const mustBeSomebody = (request: IncomingMessage): string => {
    const accountId = accountOf(sessionOf(request, site));
    if (accountId === undefined) throw new Refusal(401, 'Log in first.');
    return accountId;
  };
  const list = () => ({ widgets: dashboard.widgets() });
  return {
    'GET dashboard': (request) => {
      mustBeSomebody(request);
      return list();
    },
    'POST dashboard/add': async (request) => {
      mustBeSomebody(request);
      const { moduleKey } = await readBody(request, ADD);
      const module = site.modules.find(({ place, key }) => place === 'dashboard' && key === moduleKey);
      if (!module) throw new Refusal(404, `manifest.yml declares no widget "${moduleKey}".`);
      return { added: dashboard.add(module), ...list() };
    },
    'POST dashboard/change': async (request) => {
      mustBeSomebody(request);
      const { widgetId, config, columnSpan } = await readBody(request, CHANGE);
      if (JSON.stringify(config ?? {}).length > CONFIG_BYTES) {
        throw new Refusal(413, 'The widget’s settings are too large to be saved.');
      }
      dashboard.change(widgetId, { ...(config && { config }), ...(columnSpan && { columnSpan }) });
      return list();
    },
    'POST dashboard/remove': async (request) => {
      mustBeSomebody(request);
      dashboard.remove((await readBody(request, REMOVE)).widgetId);
      return list();
    },
    'GET rovo': (request) => {
      mustBeSomebody(request);
      return { agents };
    },
    'POST rovo/use': async (request) => {
      const accountId = mustBeSomebody(request);
      const { actionKey, inputs, beside, isConfirmed } = await readBody(request, USE);
      const action = agents.flatMap(({ actions }) => actions).find(({ key }) => key === actionKey);
      if (!action) throw new Refusal(404, `No agent has the action "${actionKey}".`);
      const unknown = Object.keys(inputs).find((name) => action.inputs[name] === undefined);
      if (unknown !== undefined) throw new Refusal(400, `"${action.name}" has no input "${unknown}".`);
      // Rovo asks the person before an action that is not a GET.
      if (action.actionVerb !== 'GET' && !isConfirmed) {
        throw new Refusal(409, `"${action.name}" changes something: it has to be confirmed first.`);
      }
      const context = await besideOf(site, accountId, beside ?? {});
      return { answer: await site.host.runAction(actionKey, inputs, context, accountId) };
    },
  };
}
