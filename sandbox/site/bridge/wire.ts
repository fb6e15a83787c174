/** A command that a screen sent over its window. */
export interface Command {
  readonly id: number;
  readonly cmd: string;
  readonly arg: unknown;
}

/** What a screen may send: a command, its height, or a key that its page would otherwise swallow. */
export type FromScreen =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'height'; readonly height: number }
  | { readonly kind: 'key'; readonly key: string };

/** What the host answers: `sub` is a subscription that the screen can end, `cb` calls a function of the screen. */
export type ToScreen =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string; readonly code?: string }
  | { readonly id: number; readonly sub: number }
  | { readonly cb: number; readonly arg: unknown }
  | { readonly theme: 'light' | 'dark' };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads a message; null when it is not the bridge's. */
export function readMessage(data: unknown): FromScreen | null {
  if (!isRecord(data) || data['forge'] !== 1) return null;
  if (typeof data['height'] === 'number' && Number.isFinite(data['height'])) {
    return { kind: 'height', height: data['height'] };
  }
  if (typeof data['key'] === 'string') return { kind: 'key', key: data['key'] };
  const { id, cmd, arg } = data;
  if (typeof id !== 'number' || typeof cmd !== 'string') return null;
  return { kind: 'command', command: { id, cmd, arg } };
}

/** Turns the marks `{__cb: n}` that stand for functions of the screen into functions that call it. */
export function withFunctions(value: unknown, callScreen: (cb: number, arg: unknown) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => withFunctions(item, callScreen));
  if (!isRecord(value) || Object.prototype.toString.call(value) !== '[object Object]') return value;
  const cb = value['__cb'];
  if (typeof cb === 'number') {
    return (arg: unknown) => {
      callScreen(cb, arg);
    };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withFunctions(item, callScreen)]),
  );
}
