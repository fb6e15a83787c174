import { invoke, router, view } from '@forge/bridge';

import type { Call, RequestOf, ResponseOf } from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';

/** What a screen learns from Jira about where it was opened. Not to be trusted for access: the backend decides that. */
export interface ScreenContext {
  /** null on a page that Jira opened without naming a board. */
  readonly boardId: number | null;
  readonly projectId: string | null;
  /** Board and backlog actions open a dialog, which the screen must be able to close. */
  readonly surface: 'dialog' | 'page';
  /** As Forge gives it, such as `en-US`. */
  readonly locale: string;
  /** Without a trailing slash, such as `https://acme.atlassian.net`. */
  readonly siteUrl: string;
}

/** Everything that a screen asks of the platform; tests pass their own. */
export interface Bridge {
  /** Calls the backend. Rejects only when no answer came at all. */
  readonly call: <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>;
  readonly context: () => Promise<ScreenContext>;
  /** Follows Jira's light or dark theme from now on. */
  readonly enableTheme: () => Promise<void>;
  /** Opens an address in a new tab. */
  readonly open: (url: string) => Promise<void>;
  /** Closes the dialog that holds the screen. */
  readonly close: () => Promise<void>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Ids reach screens as numbers or as digits, depending on the module. */
function idOf(value: unknown): string | null {
  const { id } = fieldsOf(value);
  return typeof id === 'number' || typeof id === 'string' ? String(id) : null;
}

/**
 * Reads the parts of Forge's context that the screens use.
 *
 * @see https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#getcontext
 */
export function readContext(context: {
  readonly locale?: string;
  readonly siteUrl?: string;
  readonly extension?: unknown;
}): ScreenContext {
  const extension = fieldsOf(context.extension);
  const board = Number(idOf(extension['board']) ?? NaN);
  return {
    boardId: Number.isInteger(board) && board > 0 ? board : null,
    projectId: idOf(extension['project']),
    surface: extension['type'] === 'jira:projectPage' ? 'page' : 'dialog',
    locale: context.locale ?? 'en',
    siteUrl: (context.siteUrl ?? '').replace(/\/$/, ''),
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

/** The bridge of a screen that runs inside Jira. */
export function forgeBridge(): Bridge {
  return {
    call: async <C extends Call>(call: C, payload: RequestOf<C>) =>
      checkAnswer((await invoke<Answer<ResponseOf<C>>>(call, payload)) as Answer<ResponseOf<C>> | undefined),
    context: async () => readContext(await view.getContext()),
    enableTheme: async () => {
      await view.theme.enable();
    },
    open: async (url) => {
      await router.open(url);
    },
    close: async () => {
      await view.close();
    },
  };
}
