import type { EventBus } from './event-bus';

/** The commands that end on the platform, not on the page. */
export type BackendCommand = 'invoke' | 'getContext' | 'fetchProduct';

export type DialogSize =
  | 'small'
  | 'medium'
  | 'large'
  | 'xlarge'
  | 'max'
  | 'fullscreen'
  | 'resizable'
  | { readonly width: string; readonly height?: string };

/** A dialog that a screen asks for. */
export interface DialogRequest {
  /** The resource to show; null shows the asking screen's own. */
  readonly resource: string | null;
  readonly size: DialogSize;
  /** What the dialog's screen finds as `extension.modal` in its context. */
  readonly context: unknown;
  readonly title: string;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly onClose: (payload: unknown) => void;
}

export interface Location {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
}

export type HistoryAction = 'POP' | 'PUSH' | 'REPLACE';

/** The address below a full-page module, as its own history. */
export interface FrameHistory {
  readonly current: () => Location;
  readonly push: (to: Location) => void;
  readonly replace: (to: Location) => void;
  readonly go: (by: number) => void;
  /** Answers how to stop listening. */
  readonly listen: (listener: (location: Location, action: HistoryAction) => void) => () => void;
}

/** A widget's edit view, as its dashboard follows it. */
export interface WidgetEditing {
  /** What would be saved now. */
  readonly update: (config: unknown) => void;
  readonly on: (about: string, callback: (arg?: unknown) => void) => void;
  /** What `onProductSave` gave back for a round. */
  readonly kept: (answer: Readonly<Record<string, unknown>>) => void;
}

/** What the page lends to one screen. What a place does not have is null, and its command fails as on Jira. */
export interface FrameView {
  readonly backend: (command: BackendCommand, arg: unknown) => Promise<unknown>;
  readonly close: ((payload: unknown) => void) | null;
  readonly onClose: ((callback: () => void) => void) | null;
  readonly refresh: (() => void) | null;
  /** Present for the configuration page of a macro. @throws SubmitRefusal */
  readonly submit?: ((payload: unknown) => void) | null;
  /** Present for the edit view of a widget. */
  readonly widgetEditing?: WidgetEditing;
  /** What the product tells this screen alone, beside what the app's screens tell one another. */
  readonly productEvents?: EventBus;
  readonly openDialog: (request: DialogRequest) => void;
  readonly history: FrameHistory | null;
  readonly setTitle: ((title: string) => void) | null;
  readonly setHeight: (height: number) => void;
  readonly pressKey: (key: string) => void;
}

export interface FlagRequest {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'info' | 'success' | 'warning' | 'error';
  readonly isBold: boolean;
  readonly isAutoDismiss: boolean;
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
}

/** What the whole page lends to every screen. */
export interface SiteView {
  readonly theme: () => 'light' | 'dark';
  readonly showFlag: (flag: FlagRequest) => void;
  readonly closeFlag: (id: string) => void;
  /** Goes to an address; rejects when the user declines to leave for another site. */
  readonly navigate: (url: string, tab: 'same-tab' | 'new-tab') => Promise<void>;
  readonly reload: () => void;
  /** The address of a named target, such as an issue; null for those the site does not have. */
  readonly addressOf: (target: Readonly<Record<string, unknown>>) => string | null;
}
