import { events, invoke, requestConfluence, requestJira, router, view } from '@forge/bridge';

import type { Call, RequestOf, ResponseOf } from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';

import { JiraRefused } from './jira-refused';
import { fieldsOf, idOf, isFields } from './json';

/** Which macro on which page a screen is; null where it is no macro. */
export interface MacroPlace {
  /** Empty on a page that was never saved. */
  readonly pageId: string;
  readonly spaceId: string | null;
  readonly localId: string | null;
  /** Whether it stands in the page's editor. */
  readonly isEditing: boolean;
}

/** What a page of administration is about. */
export type AdminScope = 'site' | 'project';

/** What a screen learns from Jira about where it was opened. Not to be trusted for access: the backend decides that. */
export interface ScreenContext {
  /** null on a page that Jira opened without naming a board. */
  readonly boardId: number | null;
  readonly projectId: string | null;
  /** Absent where the screen was not opened from a sprint. */
  readonly sprintId?: number;
  /** Absent where the screen is no part of an issue's page. */
  readonly issueId?: string;
  /** Board and backlog actions open a dialog, which the screen must be able to close. */
  readonly surface: 'dialog' | 'page';
  /** As Forge gives it, such as `en-US`. */
  readonly locale: string;
  /** Without a trailing slash, such as `https://acme.atlassian.net`. */
  readonly siteUrl: string;
  /** Absent where the screen is no macro of a Confluence page. */
  readonly macro?: MacroPlace;
  /** Absent where the screen is no page of a Confluence space. */
  readonly spaceId?: string;
  /** Absent where the screen is no page of administration. `entrance`: the place where it begins, by how it was opened. */
  readonly admin?: { readonly scope: AdminScope; readonly entrance: 'get-started' | 'settings' };
}

/** The part of the page's address that is the screen's own: what it shows can be bookmarked, and the browser's Back leads back. */
export interface Address {
  /** From `/` on, without query. */
  readonly path: () => string;
  readonly push: (path: string) => void;
  /** Told whenever the address is another one, whoever changed it. */
  readonly follow: (listener: (path: string) => void) => void;
}

/** Everything that a screen asks of the platform; tests pass their own. */
export interface Bridge {
  /** Calls the backend. Rejects only when no answer came at all. */
  readonly call: <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>;
  /**
   * Reads from Jira as the viewer, straight from the browser: such calls cost the app no points.
   *
   * @param path From `/rest` on, with its query.
   * @returns The JSON of the answer, in whatever shape it has.
   * @throws JiraRefused when Jira answers with an error. Rejects otherwise when no answer came.
   */
  readonly jira: (path: string) => Promise<unknown>;
  /**
   * Reads from Confluence in the same way.
   *
   * @param path From `/wiki` on, with its query.
   * @param asked What is asked for where that goes into a body: then it is a POST, as Confluence has it for long lists.
   * @param question Sent as JSON where Confluence takes a question in a body, by POST.
   * @throws JiraRefused when Confluence answers with an error. Rejects otherwise when no answer came.
   */
  readonly confluence: (path: string, question?: object) => Promise<unknown>;
  readonly context: () => Promise<ScreenContext>;
  /**
   * null where the screen has no address of its own, as in a dialog.
   *
   * @see https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#createhistory
   */
  readonly address: () => Promise<Address | null>;
  /** Follows Jira's light or dark theme from now on. */
  readonly enableTheme: () => Promise<void>;
  /** Opens an address in a new tab. */
  readonly open: (url: string) => Promise<void>;
  /**
   * Told whenever the issue on whose page the screen stands was changed, a few seconds after it. Absent where nobody follows one.
   *
   * @returns What ends it.
   */
  readonly followIssue?: (listener: () => void) => () => void;
  /** Closes the dialog that holds the screen. */
  readonly close: () => Promise<void>;
}

/** Modules that show their screen as part of a page; the others open a dialog. */
const PAGES: ReadonlySet<unknown> = new Set([
  'jira:projectPage',
  'jira:issueContext',
  'jira:adminPage',
  'jira:projectSettingsPage',
  'confluence:spacePage',
  'confluence:globalPage',
  'macro',
]);

/** Ids reach screens as numbers or as digits, depending on the module. */
const ownIdOf = (value: unknown): string | null => idOf(fieldsOf(value)['id']);

/** The modules of manifest.yml whose page is an entrance of its own. */
const SITE_ENTRANCES: Readonly<Record<string, 'get-started' | 'settings'>> = {
  'site-get-started': 'get-started',
  'site-configure': 'settings',
};

function adminOf(type: unknown, moduleKey = ''): Pick<ScreenContext, 'admin'> {
  if (type === 'jira:projectSettingsPage') return { admin: { scope: 'project', entrance: 'settings' } };
  if (type !== 'jira:adminPage') return {};
  return { admin: { scope: 'site', entrance: SITE_ENTRANCES[moduleKey] ?? 'settings' } };
}

/**
 * Reads the parts of Forge's context that the screens use.
 *
 * @see https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#getcontext
 */
export function readContext(context: {
  readonly locale?: string;
  readonly siteUrl?: string;
  readonly localId?: string;
  readonly moduleKey?: string;
  readonly extension?: unknown;
}): ScreenContext {
  const extension = fieldsOf(context.extension);
  const board = Number(ownIdOf(extension['board']) ?? NaN);
  const sprint = Number(ownIdOf(extension['sprint']) ?? NaN);
  const issueId = ownIdOf(extension['issue']);
  return {
    boardId: Number.isInteger(board) && board > 0 ? board : null,
    projectId: ownIdOf(extension['project']),
    ...(Number.isInteger(sprint) && sprint > 0 && { sprintId: sprint }),
    ...(issueId !== null && { issueId }),
    surface: PAGES.has(extension['type']) ? 'page' : 'dialog',
    locale: context.locale ?? 'en',
    siteUrl: (context.siteUrl ?? '').replace(/\/$/, ''),
    ...(extension['type'] === 'confluence:spacePage' && { spaceId: ownIdOf(extension['space']) ?? '' }),
    ...adminOf(extension['type'], context.moduleKey),
    ...(extension['type'] === 'macro' && {
      macro: {
        pageId: ownIdOf(extension['content']) ?? '',
        spaceId: ownIdOf(extension['space']),
        localId: context.localId ?? null,
        isEditing: extension['isEditing'] === true,
      },
    }),
  };
}

/** An answer is only an answer when it has the outer shape that every call promises. */
function checkAnswer<Data>(answer: Answer<Data> | undefined): Answer<Data> {
  const { ok, data, error } = fieldsOf(answer);
  if (answer !== undefined && ((ok === true && isFields(data)) || (ok === false && isFields(error)))) {
    return answer;
  }
  return {
    ok: false,
    error: { code: 'unexpected-answer', message: 'The call answered in an unknown shape.' },
  };
}

/** The seconds of a `Retry-After` header; null where there is none, or a date. */
function secondsOf(header: string | null): number | null {
  const seconds = Number(header ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

/** The JSON of a product's answer. @throws JiraRefused when it is an error. */
async function jsonOf(response: Response, product: 'Jira' | 'Confluence'): Promise<unknown> {
  if (!response.ok) {
    throw new JiraRefused(response.status, secondsOf(response.headers.get('retry-after')), product);
  }
  return (await response.json()) as unknown;
}

const JSON_ONLY = { headers: { accept: 'application/json' } };

const asking = (question: object | undefined) =>
  question === undefined
    ? JSON_ONLY
    : {
        method: 'POST',
        headers: { ...JSON_ONLY.headers, 'content-type': 'application/json' },
        body: JSON.stringify(question),
      };

function addressOf(history: Awaited<ReturnType<typeof view.createHistory>>): Address {
  return {
    path: () => history.location.pathname,
    push: (path) => {
      history.push(path);
    },
    follow: (listener) => {
      history.listen(({ pathname }) => {
        listener(pathname);
      });
    },
  };
}

/** The bridge of a screen that runs inside Jira or Confluence. */
export function forgeBridge(): Bridge {
  return {
    call: async <C extends Call>(call: C, payload: RequestOf<C>) =>
      checkAnswer((await invoke<Answer<ResponseOf<C>>>(call, payload)) as Answer<ResponseOf<C>> | undefined),
    jira: async (path) => await jsonOf(await requestJira(path, JSON_ONLY), 'Jira'),
    confluence: async (path, question) =>
      await jsonOf(await requestConfluence(path, asking(question)), 'Confluence'),
    context: async () => readContext(await view.getContext()),
    address: async () => await view.createHistory().then(addressOf, () => null),
    enableTheme: async () => {
      await view.theme.enable();
    },
    open: async (url) => {
      await router.open(url);
    },
    followIssue: (listener) => {
      const subscription = events.on('JIRA_ISSUE_CHANGED', listener);
      return () => {
        void subscription.then(({ unsubscribe }) => {
          unsubscribe();
        });
      };
    },
    close: async () => {
      await view.close();
    },
  };
}
