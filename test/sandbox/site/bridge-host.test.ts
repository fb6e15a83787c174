// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createEventBus } from '../../../sandbox/site/bridge/event-bus';
import type { FrameView, SiteView } from '../../../sandbox/site/bridge/frame-view';
import { createBridgeHost } from '../../../sandbox/site/bridge-host';

const APP = 'http://localhost:8041';

const quiet = () => undefined;

const site: SiteView = {
  theme: () => 'dark',
  showFlag: quiet,
  closeFlag: quiet,
  navigate: () => Promise.resolve(),
  reload: quiet,
  addressOf: ({ target, issueKey }) => (target === 'issue' ? `/browse/${String(issueKey)}` : null),
};

const inDialog: FrameView = {
  backend: (command, arg) => Promise.resolve({ command, arg }),
  close: quiet,
  onClose: quiet,
  refresh: quiet,
  openDialog: quiet,
  history: null,
  setTitle: null,
  setHeight: quiet,
  pressKey: quiet,
};

/** A screen in an iframe: what it is sent is kept, what it sends is delivered as the browser would. */
function screen(host: ReturnType<typeof createBridgeHost>, view: Partial<FrameView> = {}) {
  const iframe = document.body.appendChild(document.createElement('iframe'));
  const inside = iframe.contentWindow;
  if (!inside) throw new Error('The iframe has no window.');
  const got: unknown[] = [];
  vi.spyOn(inside, 'postMessage').mockImplementation((message: unknown, to: unknown) => {
    got.push(to === APP ? message : { refused: to });
  });
  const detach = host.attach({ window: () => inside, origin: APP, view: { ...inDialog, ...view } });
  let id = 0;
  const send = (data: object, from: { origin?: string; source?: Window | null } = {}) => {
    window.dispatchEvent(new MessageEvent('message', { data, origin: APP, source: inside, ...from }));
  };
  return {
    got,
    detach,
    send,
    /** Sends a command and answers what came back for it. */
    async call(cmd: string, arg?: unknown) {
      id += 1;
      const own = id;
      send({ forge: 1, id: own, cmd, arg });
      return await vi.waitFor(() => {
        const answer = got.find((message) => (message as { id?: number }).id === own);
        if (!answer) throw new Error(`No answer to ${cmd}.`);
        return answer;
      });
    },
  };
}

describe('bridge host', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['invoke', 'getContext', 'fetchProduct'])(
    'hands %s to the platform and answers its result',
    async (cmd) => {
      const app = screen(createBridgeHost(site));
      expect(await app.call(cmd, { a: 1 })).toEqual({
        forge: 1,
        id: 1,
        result: { command: cmd, arg: { a: 1 } },
      });
    },
  );

  it('submits where the place can be, and tells the code of a refusal', async () => {
    const host = createBridgeHost(site);
    expect(await screen(host).call('submit', {})).toEqual({ forge: 1, id: 1, result: false });
    const submit = vi.fn();
    expect(await screen(host, { submit }).call('submit', { config: {} })).toEqual({
      forge: 1,
      id: 1,
      result: true,
    });
    expect(submit).toHaveBeenCalledWith({ config: {} });
    const refuse = () => {
      throw Object.assign(new Error('config is null.'), { code: 'INVALID_CONFIG' });
    };
    expect(await screen(host, { submit: refuse }).call('submit', { config: null })).toEqual({
      forge: 1,
      id: 1,
      error: 'config is null.',
      code: 'INVALID_CONFIG',
    });
  });

  it('tells a screen of its own what the product tells it, until it listens no more', async () => {
    const host = createBridgeHost(site);
    const [mine, other] = [createEventBus(), createEventBus()];
    const app = screen(host, { productEvents: mine });
    screen(host, { productEvents: other });
    await app.call('on', { event: 'CHANGED', callback: { __cb: 7 } });
    mine.emit('CHANGED', { name: 'x' });
    other.emit('CHANGED', { name: 'y' });
    expect(app.got.slice(1)).toEqual([{ forge: 1, cb: 7, arg: { name: 'x' } }]);
    await app.call('__off', 1);
    mine.emit('CHANGED', {});
    expect(app.got).toHaveLength(3);
  });

  it('answers a rejection of the platform as an error', async () => {
    const app = screen(createBridgeHost(site), {
      backend: () => Promise.reject(new Error('Payload too large')),
    });
    expect(await app.call('invoke', {})).toEqual({ forge: 1, id: 1, error: 'Payload too large' });
  });

  it('says what it does not simulate', async () => {
    const app = screen(createBridgeHost(site));
    expect(await app.call('rovo.open')).toEqual({ forge: 1, id: 1, error: 'not simulated: rovo.open' });
    expect(await app.call('navigate', { target: 'dashboard' })).toHaveProperty(
      'error',
      'not simulated: the target "dashboard"',
    );
  });

  it('does not listen to other windows, other origins and other messages', async () => {
    const app = screen(createBridgeHost(site));
    app.send({ forge: 1, id: 90, cmd: 'getContext' }, { source: window });
    app.send({ forge: 1, id: 91, cmd: 'getContext' }, { source: null });
    app.send({ forge: 1, id: 92, cmd: 'getContext' }, { origin: 'http://localhost:8040' });
    app.send({ id: 93, cmd: 'getContext' });
    app.send({ forge: 1, id: 'x', cmd: 'getContext' });
    await app.call('getContext');
    expect(app.got).toHaveLength(1);
  });

  it('stops when the screen is gone', async () => {
    const host = createBridgeHost(site);
    const [gone, here] = [screen(host), screen(host)];
    gone.detach();
    gone.send({ forge: 1, id: 1, cmd: 'getContext' });
    await here.call('getContext');
    expect(gone.got).toEqual([]);
  });

  it.each([
    ['close', { close: null }, false],
    ['close', {}, true],
    ['onClose', { onClose: null }, false],
    ['refresh', { refresh: null }, false],
    ['refresh', {}, true],
    ['submit', {}, false],
  ])('answers %s on %j with %s', async (cmd, view, result) => {
    const app = screen(createBridgeHost(site), view);
    expect(await app.call(cmd, undefined)).toEqual({ forge: 1, id: 1, result });
  });

  it('passes the payload of close on', async () => {
    const close = vi.fn();
    await screen(createBridgeHost(site), { close }).call('close', { saved: true });
    expect(close).toHaveBeenCalledExactlyOnceWith({ saved: true });
  });

  it('turns a dialog’s onClose into a call of the screen’s own function', async () => {
    const openDialog = vi.fn<FrameView['openDialog']>();
    const app = screen(createBridgeHost(site), { openDialog });
    await app.call('openModal', {
      resource: null,
      onClose: { __cb: 5 },
      size: 'large',
      context: { issue: 'AUR-1' },
      closeOnEscape: false,
      title: 'Mend',
    });
    const request = openDialog.mock.calls[0]?.[0];
    expect(request).toMatchObject({
      resource: null,
      size: 'large',
      context: { issue: 'AUR-1' },
      closeOnEscape: false,
      closeOnOverlayClick: true,
      title: 'Mend',
    });
    request?.onClose({ done: 1 });
    expect(app.got.at(-1)).toEqual({ forge: 1, cb: 5, arg: { done: 1 } });
  });

  it('carries events across the screens of the app until one unsubscribes', async () => {
    const host = createBridgeHost(site);
    const [one, other] = [screen(host), screen(host)];
    expect(await one.call('on', { event: 'changed', callback: { __cb: 9 } })).toEqual({
      forge: 1,
      id: 1,
      sub: 1,
    });
    await other.call('emit', { event: 'changed', payload: 'AUR-1' });
    await other.call('emit', { event: 'else', payload: 'AUR-2' });
    await one.call('__off', 1);
    await other.call('emit', { event: 'changed', payload: 'AUR-3' });
    expect(one.got.filter((message) => (message as { cb?: number }).cb === 9)).toEqual([
      { forge: 1, cb: 9, arg: 'AUR-1' },
    ]);
  });

  it('tells the theme to screens that follow it, and to no others', async () => {
    const host = createBridgeHost(site);
    const [themed, plain] = [screen(host), screen(host)];
    expect(await themed.call('enableTheming')).toEqual({ forge: 1, id: 1, result: { colorMode: 'dark' } });
    host.setTheme('light');
    expect(themed.got.at(-1)).toEqual({ forge: 1, theme: 'light' });
    expect(plain.got).toEqual([]);
  });

  it('hands height and keys to the page', () => {
    const [setHeight, pressKey] = [vi.fn(), vi.fn()];
    const app = screen(createBridgeHost(site), { setHeight, pressKey });
    app.send({ forge: 1, height: 420 });
    app.send({ forge: 1, height: Number.NaN });
    app.send({ forge: 1, key: 'Escape' });
    expect(setHeight.mock.calls).toEqual([[420]]);
    expect(pressKey.mock.calls).toEqual([['Escape']]);
  });

  it.each([
    [{ url: '/browse/AUR-1', type: 'same-tab' }, '/browse/AUR-1', 'same-tab'],
    [{ target: 'issue', issueKey: 'AUR-2', type: 'new-tab' }, '/browse/AUR-2', 'new-tab'],
  ])('navigates by %j', async (arg, url, tab) => {
    const navigate = vi.fn(() => Promise.resolve());
    await screen(createBridgeHost({ ...site, navigate })).call('navigate', arg);
    expect(navigate).toHaveBeenCalledExactlyOnceWith(url, tab);
  });

  it('answers getUrl with a whole address', async () => {
    const app = screen(createBridgeHost(site));
    expect(await app.call('getUrl', { target: 'issue', issueKey: 'AUR-2' })).toHaveProperty(
      'result',
      `${window.location.origin}/browse/AUR-2`,
    );
  });

  it('shows a flag whose action calls the screen', async () => {
    const showFlag = vi.fn<SiteView['showFlag']>();
    const app = screen(createBridgeHost({ ...site, showFlag }));
    await app.call('showFlag', {
      id: 7,
      title: 'Saved',
      type: 'success',
      isAutoDismiss: true,
      actions: [{ text: 'Undo', onClick: { __cb: 3 } }],
    });
    const flag = showFlag.mock.calls[0]?.[0];
    expect(flag).toMatchObject({
      id: '7',
      title: 'Saved',
      type: 'success',
      isAutoDismiss: true,
      isBold: false,
    });
    flag?.actions[0]?.onClick();
    expect(app.got.at(-1)).toMatchObject({ cb: 3 });
    expect(await app.call('showFlag', { title: 'No id' })).toHaveProperty(
      'error',
      '"id" must be defined in flag options',
    );
  });

  it('has a history only where a module fills a page', async () => {
    expect(await screen(createBridgeHost(site)).call('createHistory')).toHaveProperty(
      'error',
      'createHistory is only available in full-page modules.',
    );
  });
});
