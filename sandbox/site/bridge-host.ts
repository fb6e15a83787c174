import { COMMANDS, type Room, Subscription } from './bridge/commands';
import { createEventBus } from './bridge/event-bus';
import type { FrameView, SiteView } from './bridge/frame-view';
import { type Command, readMessage, type ToScreen, withFunctions } from './bridge/wire';

/** One iframe of the app, as the host sees it. */
export interface HostedFrame {
  /** The window inside the iframe; null before it is there. */
  readonly window: () => Window | null;
  /** The only origin that is listened to and sent to. */
  readonly origin: string;
  readonly view: FrameView;
}

export interface BridgeHost {
  /** Serves an iframe until the returned function is called. */
  attach(frame: HostedFrame): () => void;
  /** Tells the screens that follow the site's theme. */
  setTheme(theme: 'light' | 'dark'): void;
}

/**
 * The product's side of `@forge/bridge`: answers the commands of screens in sandboxed iframes of another origin.
 * A message counts only when it comes from the iframe's own window and from the resource origin.
 */
export function createBridgeHost(site: SiteView): BridgeHost {
  const events = createEventBus();
  const themed = new Set<(theme: 'light' | 'dark') => void>();
  return {
    setTheme(theme) {
      for (const tell of themed) tell(theme);
    },
    attach(frame) {
      const subscriptions = new Map<number, () => void>();
      const kept: (() => void)[] = [];
      const post = (message: ToScreen) => {
        frame.window()?.postMessage({ forge: 1, ...message }, frame.origin);
      };
      const tellTheme = (theme: 'light' | 'dark') => {
        post({ theme });
      };
      const room: Room = {
        site,
        frame: frame.view,
        events,
        followTheme: () => void themed.add(tellTheme),
        keep: (stop) => void kept.push(stop),
      };
      const run = async ({ id, cmd, arg }: Command): Promise<ToScreen> => {
        if (cmd === '__off') {
          subscriptions.get(Number(arg))?.();
          subscriptions.delete(Number(arg));
          return { id, result: undefined };
        }
        const command = COMMANDS.get(cmd);
        if (!command) return { id, error: `not simulated: ${cmd}` };
        const callScreen = (cb: number, given: unknown) => {
          post({ cb, arg: given });
        };
        const result = await command(withFunctions(arg, callScreen), room);
        if (!(result instanceof Subscription)) return { id, result };
        subscriptions.set(id, result.stop);
        return { id, sub: id };
      };
      const receive = (event: MessageEvent<unknown>) => {
        const screen = frame.window();
        if (screen === null || event.source !== screen || event.origin !== frame.origin) return;
        const message = readMessage(event.data);
        if (message?.kind === 'height') frame.view.setHeight(message.height);
        if (message?.kind === 'key') frame.view.pressKey(message.key);
        if (message?.kind !== 'command') return;
        const { command } = message;
        run(command).then(post, (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
          post({ id: command.id, error: message, ...(isCoded && { code: String(error.code) }) });
        });
      };
      window.addEventListener('message', receive);
      return () => {
        window.removeEventListener('message', receive);
        themed.delete(tellTheme);
        for (const stop of [...subscriptions.values(), ...kept]) stop();
      };
    },
  };
}
