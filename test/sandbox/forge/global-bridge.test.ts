// @vitest-environment jsdom
import { readFileSync } from 'node:fs';

import { beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = readFileSync('sandbox/forge/browser/global-bridge.js', 'utf8');

type Message = Readonly<Record<string, unknown>>;
type ScreenWindow = Window &
  typeof globalThis & { __bridge: { callBridge: (cmd: string, arg?: unknown) => Promise<unknown> } };

let screen: ScreenWindow;
let sent: Message[];

const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
};

/** What the screen has sent of one kind, after its messages arrived. */
async function received(key: string): Promise<Message[]> {
  await settled();
  return sent.filter((message) => key in message);
}

function fromHost(message: Message, source: Window = screen.parent): void {
  screen.dispatchEvent(new screen.MessageEvent('message', { data: { forge: 1, ...message }, source }));
}

/** The one command that the screen has sent by that name. */
async function command(name: string): Promise<{ id: number; arg: Record<string, unknown> }> {
  const commands = (await received('cmd')).filter(({ cmd }) => cmd === name);
  expect(commands).toHaveLength(1);
  return commands[0] as { id: number; arg: Record<string, unknown> };
}

beforeEach(() => {
  document.body.innerHTML = '';
  sent = [];
  window.onmessage = ({ data }: MessageEvent<Message>) => sent.push(data);
  const frame = document.body.appendChild(document.createElement('iframe'));
  screen = frame.contentWindow as ScreenWindow;
  Object.assign(screen, {
    ResizeObserver: class {
      observe() {
        /* jsdom lays nothing out */
      }
    },
  });
  screen.eval(SCRIPT);
});

describe('calling the bridge', () => {
  it('sends a command and resolves with the result', async () => {
    const answer = screen.__bridge.callBridge('invoke', { functionKey: 'a', payload: { list: [1, null] } });
    const { id, arg } = await command('invoke');
    expect(arg).toEqual({ functionKey: 'a', payload: { list: [1, null] } });
    fromHost({ id: id + 1, result: 'of another' });
    fromHost({ id, result: { value: 1 } });
    expect(await answer).toEqual({ value: 1 });
  });

  it('rejects with the error', async () => {
    const answer = screen.__bridge.callBridge('invoke', {});
    const { id } = await command('invoke');
    fromHost({ id, error: 'it broke' });
    await expect(answer).rejects.toThrow('it broke');
    await expect(answer).rejects.not.toHaveProperty('code');
  });

  it('rejects with the code of the error, where it has one', async () => {
    const answer = screen.__bridge.callBridge('submit', {});
    const { id } = await command('submit');
    fromHost({ id, error: 'it broke', code: 'INVALID_CONFIG' });
    await expect(answer).rejects.toMatchObject({ message: 'it broke', code: 'INVALID_CONFIG' });
  });

  it('lends functions to the host, however deep they are', async () => {
    const told: unknown[] = [];
    void screen.__bridge.callBridge('openModal', {
      onClose: (value: unknown) => told.push(value),
      list: [{ act: () => told.push('act') }],
    });
    const { arg } = await command('openModal');
    const [{ act }] = arg['list'] as [{ act: { __cb: number } }];
    fromHost({ cb: (arg['onClose'] as { __cb: number }).__cb, arg: 'closed' });
    fromHost({ cb: act.__cb });
    fromHost({ cb: 999, arg: 'nobody' });
    expect(told).toEqual(['closed', 'act']);
  });

  it('gives a subscription that can be ended', async () => {
    const answer = screen.__bridge.callBridge('on', { event: 'e', callback: () => undefined });
    const { id } = await command('on');
    fromHost({ id, sub: 7 });
    const subscription = (await answer) as { unsubscribe: () => void };
    subscription.unsubscribe();
    expect((await command('__off')).arg).toBe(7);
  });

  it('listens to nobody but the page around it', async () => {
    const answer = screen.__bridge.callBridge('getContext');
    const { id } = await command('getContext');
    fromHost({ id, result: 'forged' }, screen);
    fromHost({ id, result: 'real' });
    expect(await answer).toBe('real');
  });
});

describe('the theme', () => {
  it('is set by enableTheming and follows the host', async () => {
    const { dataset } = screen.document.documentElement;
    const answer = screen.__bridge.callBridge('enableTheming');
    const { id } = await command('enableTheming');
    expect(dataset['colorMode']).toBeUndefined();
    fromHost({ id, result: { colorMode: 'dark' } });
    await answer;
    expect(Object.fromEntries(Object.entries(dataset))).toEqual({
      theme: 'light:light dark:dark spacing:spacing shape:shape typography:typography motion:motion',
      colorMode: 'dark',
    });
    fromHost({ theme: 'light' });
    expect(dataset['colorMode']).toBe('light');
    fromHost({ theme: 'sepia' });
    expect(dataset['colorMode']).toBe('light');
  });
});

describe('the history', () => {
  async function open() {
    const answer = screen.__bridge.callBridge('createHistory');
    const { id, arg } = await command('createHistory');
    fromHost({ id, result: { location: { pathname: '/' }, action: 'POP' } });
    const history = (await answer) as {
      location: unknown;
      action: string;
      listen: (listener: (location: unknown, action: string) => void) => () => void;
      push: (to: unknown, state?: unknown) => void;
      replace: (to: unknown, state?: unknown) => void;
      go: (by: number) => void;
      goBack: () => void;
      createHref: (to: unknown) => string;
    };
    return { history, listener: (arg['listener'] as { __cb: number }).__cb };
  }

  it('starts where the host says and follows it', async () => {
    const { history, listener } = await open();
    expect(history).toMatchObject({ location: { pathname: '/' }, action: 'POP' });
    const seen: unknown[] = [];
    const stop = history.listen((location, action) => seen.push([location, action]));
    fromHost({ cb: listener, arg: { location: { pathname: '/a' }, action: 'PUSH' } });
    expect(history).toMatchObject({ location: { pathname: '/a' }, action: 'PUSH' });
    stop();
    fromHost({ cb: listener, arg: { location: { pathname: '/b' }, action: 'POP' } });
    expect(seen).toEqual([[{ pathname: '/a' }, 'PUSH']]);
    expect(history.location).toEqual({ pathname: '/b' });
  });

  it('sends moves to the host', async () => {
    const { history } = await open();
    history.push('/a?b=1', { from: 'x' });
    history.replace({ pathname: '/c' });
    history.goBack();
    expect((await command('__historyPush')).arg).toEqual({ to: '/a?b=1', state: { from: 'x' } });
    expect((await command('__historyReplace')).arg).toEqual({ to: { pathname: '/c' } });
    expect((await command('__historyGo')).arg).toBe(-1);
    expect(history.createHref({ pathname: '/d', search: '?e' })).toBe('/d?e');
  });
});

describe('what a screen tells unasked', () => {
  const press = (key: string, isTaken = false) => {
    if (isTaken)
      screen.document.body.addEventListener(
        'keydown',
        (event) => {
          event.preventDefault();
        },
        { once: true },
      );
    screen.document.body.dispatchEvent(
      new screen.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  };

  it('is Escape, unless the screen took it, and no other key', async () => {
    press('Escape', true);
    press('Enter');
    expect(await received('key')).toEqual([]);
    press('Escape');
    expect(await received('key')).toEqual([{ forge: 1, key: 'Escape' }]);
  });

  it('is its height, once it is there and when it changes', async () => {
    let height = 120.4;
    screen.document.documentElement.getBoundingClientRect = () => ({ height }) as DOMRect;
    const loaded = () => screen.document.dispatchEvent(new screen.Event('DOMContentLoaded'));
    loaded();
    loaded();
    height = 300;
    loaded();
    expect((await received('height')).map((message) => message['height'])).toEqual([121, 300]);
  });
});

it('carries the real @forge/bridge', async () => {
  Object.assign(globalThis, { __bridge: screen.__bridge });
  const { events, invoke, view } = await import('@forge/bridge');
  const answer = invoke('hello', { name: 'x' });
  const { id, arg } = await command('invoke');
  expect(arg).toEqual({ functionKey: 'hello', payload: { name: 'x' }, metadata: undefined });
  fromHost({ id, result: 'hi' });
  expect(await answer).toBe('hi');

  const opening = view.createHistory();
  const asked = await command('createHistory');
  fromHost({ id: asked.id, result: { location: { pathname: '/' }, action: 'POP' } });
  const history = await opening;
  fromHost({
    cb: (asked.arg['listener'] as { __cb: number }).__cb,
    arg: { location: { pathname: '/n' }, action: 'POP' },
  });
  expect(history.location).toEqual({ pathname: '/n' });

  const heard: unknown[] = [];
  const subscribing = events.on('e', (payload) => heard.push(payload));
  const on = await command('on');
  fromHost({ id: on.id, sub: on.id });
  fromHost({ cb: (on.arg['callback'] as { __cb: number }).__cb, arg: { a: 1 } });
  expect(heard).toEqual([{ a: 1 }]);
  (await subscribing).unsubscribe();
  expect((await command('__off')).arg).toBe(on.id);
});
