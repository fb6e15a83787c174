import type { Adf } from '#sandbox/jira/model';

/** Where a screen or function runs: the module of the manifest, and what the product says about the place. */
export interface ModuleContext {
  readonly moduleKey: string;
  readonly moduleType: string;
  /** The `extension` of the Forge context, as PLATFORM says per module (project, board, sprints …), `type` included. */
  readonly extension: Readonly<Record<string, unknown>>;
  /** The id of a macro on its page; other modules have their own ARI. */
  readonly localId?: string;
}

/** What a page's export knows of one macro. */
export interface MacroExport {
  readonly exportType: 'pdf' | 'word' | 'other';
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** The rich text in a bodied macro. */
  readonly body?: unknown;
}

/** The lozenge that an issue's panel shows while it is closed. */
export interface PanelStatus {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

/** The context that `view.getContext()` answers. */
export interface BridgeContext {
  readonly accountId: string | undefined;
  readonly cloudId: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly extension: Readonly<Record<string, unknown>>;
  readonly license?: { readonly active: boolean };
  readonly localId: string;
  readonly locale: string;
  readonly moduleKey: string;
  readonly siteUrl: string;
  readonly timezone: string;
  readonly theme?: { readonly colorMode: 'light' | 'dark' };
}

/** Bytes and calls that the app spent on the platform itself. */
export interface PlatformUse {
  readonly invocations: number;
  readonly kvsReads: number;
  readonly kvsWrites: number;
  readonly kvsReadBytes: number;
  readonly kvsWrittenBytes: number;
  readonly invocationMs: number;
}

/** The local Forge platform: runs the bundle of `src/` by the rules of the manifest. */
export interface ForgeHost {
  /** Invokes a resolver of the module as `accountId`; undefined is somebody who has not logged in. Rejects with the platform's error (payload too large, time-out, no such function). */
  invoke(
    call: { functionKey: string; payload?: unknown },
    at: ModuleContext,
    accountId: string | undefined,
  ): Promise<unknown>;
  /**
   * Calls the `adfExport` function of a macro and answers its document; null when the manifest names none. Rejects with the
   * platform's error, also for an answer that is no document.
   */
  exportMacro(at: ModuleContext, macro: MacroExport, accountId: string | undefined): Promise<Adf | null>;
  /**
   * Calls the `dynamicProperties` function of an issue's panel and answers its lozenge; null when the manifest names none, or the
   * answer has none. Rejects with the platform's error.
   */
  panelStatus(at: ModuleContext, accountId: string | undefined): Promise<PanelStatus | null>;
  /** `requestJira` of the screen: the viewer's permissions, the app's scopes. */
  fetchProduct(
    call: {
      product: string;
      restPath: string;
      fetchRequestInit?: { method?: string; body?: string; headers?: [string, string][] };
    },
    accountId: string | undefined,
  ): Promise<{ body: string; headers: Record<string, string>; status: number; statusText: string }>;
  context(at: ModuleContext, accountId: string | undefined, theme: 'light' | 'dark'): BridgeContext;
  /** Delivers what is queued and due until nothing is; answers how many events ran. */
  drain(): Promise<number>;
  use(): PlatformUse;
  /** Lines the app wrote with console, newest last, at most 1,000. */
  logs(): readonly { at: number; level: string; text: string; invocationId: string }[];
  /** Loads another build of the bundle. */
  reload(): Promise<void>;
}
