import { dialogRequestOf, fieldsOf, flagRequestOf, functionOf, locationOf, textOf } from './arguments';
import type { EventBus } from './event-bus';
import type { FrameHistory, FrameView, SiteView, WidgetEditing } from './frame-view';

/** A result that the screen can end: the host keeps `stop` until it does. */
export class Subscription {
  readonly stop: () => void;
  constructor(stop: () => void) {
    this.stop = stop;
  }
}

/** What a command works with. */
export interface Room {
  readonly site: SiteView;
  readonly frame: FrameView;
  readonly events: EventBus;
  readonly followTheme: () => void;
  /** Something to end when the screen goes. */
  readonly keep: (stop: () => void) => void;
}

type Run = (arg: unknown, room: Room) => unknown;

function historyOf({ frame }: Room): FrameHistory {
  if (!frame.history) throw new Error('createHistory is only available in full-page modules.');
  return frame.history;
}

const backend =
  (command: 'invoke' | 'getContext' | 'fetchProduct'): Run =>
  async (arg, { frame }) =>
    await frame.backend(command, arg);

const VIEW: Record<string, Run> = {
  // Of what the site shows, only the configuration page of a macro can be submitted.
  submit: (payload, { frame }) => {
    if (!frame.submit) return false;
    frame.submit(payload);
    return true;
  },
  close: (payload, { frame }) => {
    if (!frame.close) return false;
    frame.close(payload);
    return true;
  },
  onClose: (callback, { frame }) => {
    if (!frame.onClose) return false;
    frame.onClose(functionOf(callback));
    return true;
  },
  refresh: (_arg, { frame }) => {
    if (!frame.refresh) return false;
    frame.refresh();
    return true;
  },
  openModal: (arg, { frame }) => {
    frame.openDialog(dialogRequestOf(arg));
    return true;
  },
  changeWindowTitle: (title, { frame }) => {
    if (!frame.setTitle) throw new Error('This module cannot change the title of the window.');
    frame.setTitle(textOf(title));
  },
  enableTheming: (_arg, { site, followTheme }) => {
    followTheme();
    return { colorMode: site.theme() };
  },
  emitReadyEvent: () => undefined,
};

const HISTORY: Record<string, Run> = {
  createHistory: (arg, room) => {
    const history = historyOf(room);
    const { listener } = fieldsOf(arg);
    if (listener !== undefined) {
      const tell = functionOf(listener);
      room.keep(
        history.listen((location, action) => {
          tell({ location, action });
        }),
      );
    }
    return { location: history.current(), action: 'POP' };
  },
  __historyPush: (arg, room) => {
    const { to, state } = fieldsOf(arg);
    historyOf(room).push(locationOf(to, state));
  },
  __historyReplace: (arg, room) => {
    const { to, state } = fieldsOf(arg);
    historyOf(room).replace(locationOf(to, state));
  },
  __historyGo: (arg, room) => {
    historyOf(room).go(Number(arg));
  },
};

function editingOf({ frame }: Room): WidgetEditing {
  if (!frame.widgetEditing) throw new Error('This is no edit view of a dashboard widget.');
  return frame.widgetEditing;
}

const WIDGET_EDIT: Record<string, Run> = {
  getWidgetEditApi: (_arg, room) => {
    editingOf(room);
    return true;
  },
  __widgetEditUpdate: (config, room) => {
    editingOf(room).update(config);
  },
  __widgetEditOn: (arg, room) => {
    const { about, callback } = fieldsOf(arg);
    editingOf(room).on(textOf(about), functionOf(callback));
  },
  __widgetEditKept: (arg, room) => {
    editingOf(room).kept(fieldsOf(arg));
  },
};

function addressOf(arg: unknown, { site }: Room): string {
  const fields = fieldsOf(arg);
  if (typeof fields['url'] === 'string') return fields['url'];
  const address = site.addressOf(fields);
  if (address === null) throw new Error(`not simulated: the target "${textOf(fields['target'])}"`);
  return address;
}

const ROUTER: Record<string, Run> = {
  navigate: async (arg, room) => {
    const tab = fieldsOf(arg)['type'] === 'new-tab' ? 'new-tab' : 'same-tab';
    await room.site.navigate(addressOf(arg, room), tab);
  },
  getUrl: (arg, room) => new URL(addressOf(arg, room), window.location.origin).href,
  reload: (_arg, { site }) => {
    site.reload();
  },
};

const FLAGS_AND_EVENTS: Record<string, Run> = {
  showFlag: (arg, { site }) => {
    site.showFlag(flagRequestOf(arg));
    return true;
  },
  closeFlag: (arg, { site }) => {
    site.closeFlag(textOf(fieldsOf(arg)['id']));
    return true;
  },
  on: (arg, { events, frame }) => {
    const { event, callback } = fieldsOf(arg);
    const [name, tell] = [textOf(event), functionOf(callback)];
    const stops = [events.on(name, tell), frame.productEvents?.on(name, tell)];
    return new Subscription(() => {
      for (const stop of stops) stop?.();
    });
  },
  emit: (arg, { events }) => {
    const { event, payload } = fieldsOf(arg);
    events.emit(textOf(event), payload);
    return true;
  },
};

/** The commands of `@forge/bridge` that the site simulates, by name. */
export const COMMANDS: ReadonlyMap<string, Run> = new Map([
  ...(['invoke', 'getContext', 'fetchProduct'] as const).map((name) => [name, backend(name)] as const),
  ...Object.entries({ ...VIEW, ...HISTORY, ...ROUTER, ...FLAGS_AND_EVENTS, ...WIDGET_EDIT }),
]);
