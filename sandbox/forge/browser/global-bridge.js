/* global window, document, ResizeObserver */

/**
 * The script that Forge puts before an app's own: gives `@forge/bridge` its `window.__bridge.callBridge`, by messages to
 * the page that frames this one.
 *
 * Screen to host: `{forge: 1, id, cmd, arg}`; a function within `arg` travels as `{__cb: n}`.
 * Host to screen: `{forge: 1, id, result}`, `{forge: 1, id, error, code?}`, or `{forge: 1, id, sub: n}` for a subscription, which
 * becomes `{unsubscribe}` and ends by the command `__off` with n. `{forge: 1, cb: n, arg}` calls a function of the screen,
 * `{forge: 1, theme: 'light' | 'dark'}` tells of a new theme.
 * Unasked, the screen sends `{forge: 1, height}` when it grows or shrinks and `{forge: 1, key: 'Escape'}` for a key press
 * that it did not take itself.
 *
 * A history cannot travel: the command `createHistory` with `{listener}` answers `{location, action}` and calls the listener
 * with the same at each change; push, replace and go are the commands `__historyPush`, `__historyReplace` (both
 * `{to, state}`) and `__historyGo` (a number).
 *
 * Nor can the API of a widget's edit view: `getWidgetEditApi` answers that there is one, `__widgetEditUpdate` tells what would be
 * saved, `__widgetEditOn` with `{about, callback}` lends a callback, and what `onProductSave` answers to the call with
 * `{round, config}` comes back as `__widgetEditKept` with `{round, config}` or `{round, error}`.
 */
(() => {
  const host = window.parent;
  const waiting = new Map();
  const callbacks = new Map();
  let count = 0;

  const send = (message) => {
    host.postMessage({ forge: 1, ...message }, '*');
  };

  const isPlain = (value) => Object.prototype.toString.call(value) === '[object Object]';

  /** Replaces functions by marks that the host can call back with. */
  const withMarks = (value) => {
    if (typeof value === 'function') {
      count += 1;
      callbacks.set(count, value);
      return { __cb: count };
    }
    if (Array.isArray(value)) return value.map(withMarks);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withMarks(item)]));
  };

  const request = (cmd, arg) =>
    new Promise((resolve, reject) => {
      count += 1;
      const id = count;
      send({ id, cmd, arg: withMarks(arg) });
      waiting.set(id, { resolve, reject });
    });

  /** Forge names the token sets on the root element; the app's tokens follow `data-color-mode`. */
  const showTheme = (colorMode) => {
    if (colorMode !== 'light' && colorMode !== 'dark') return;
    document.documentElement.dataset.theme =
      'light:light dark:dark spacing:spacing shape:shape typography:typography motion:motion';
    document.documentElement.dataset.colorMode = colorMode;
  };

  /** A history as the `history` package (version 4) makes it, kept by the host. */
  const createHistory = async () => {
    const listeners = new Set();
    const history = {
      listen: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
      push: (to, state) => void request('__historyPush', { to, state }),
      replace: (to, state) => void request('__historyReplace', { to, state }),
      go: (by) => void request('__historyGo', by),
      goBack: () => {
        history.go(-1);
      },
      goForward: () => {
        history.go(1);
      },
      createHref: (to) => {
        if (typeof to === 'string') return to;
        return (to.pathname ?? '/') + (to.search ?? '') + (to.hash ?? '');
      },
    };
    const listener = ({ location, action }) => {
      Object.assign(history, { location, action });
      for (const tell of [...listeners]) tell(location, action);
    };
    return Object.assign(history, await request('createHistory', { listener }));
  };

  /** The API of a widget's edit view, as a dashboard makes it. */
  const createWidgetEdit = async () => {
    await request('getWidgetEditApi');
    const lend = (about, callback) => void request('__widgetEditOn', { about, callback });
    const keep = async (callback, { round, config }) => {
      try {
        await request('__widgetEditKept', { round, config: (await callback(config)) ?? null });
      } catch (error) {
        await request('__widgetEditKept', { round, error: String(error?.message ?? error) });
      }
    };
    return {
      updateConfig: (config) => void request('__widgetEditUpdate', config),
      onProductSave: (callback) => {
        lend('product-save', (given) => void keep(callback, given));
      },
      onSave: (callback) => {
        lend('save', ({ config, widgetId }) => void callback(config, widgetId));
      },
      onSaveError: (callback) => {
        lend('error', ({ message }) => void callback(new Error(message)));
      },
    };
  };

  const callBridge = async (cmd, arg) => {
    if (cmd === 'createHistory') return await createHistory();
    if (cmd === 'getWidgetEditApi') return await createWidgetEdit();
    const result = await request(cmd, arg);
    if (cmd === 'enableTheming') showTheme(result?.colorMode);
    return result;
  };

  const settle = ({ id, result, error, code, sub }) => {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (error !== undefined) asked.reject(Object.assign(new Error(error), code && { code }));
    else if (sub === undefined) asked.resolve(result);
    else asked.resolve({ unsubscribe: () => void request('__off', sub) });
  };

  window.addEventListener('message', ({ data, source }) => {
    if (source !== host || data?.forge !== 1) return;
    if (data.theme !== undefined) showTheme(data.theme);
    else if (data.cb !== undefined) callbacks.get(data.cb)?.(data.arg);
    else settle(data);
  });

  // A key that the app has taken (an open menu, a dialog of its own) is not the page's any more.
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) send({ key: 'Escape' });
  });

  let height = -1;
  const tellHeight = () => {
    const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    send({ height });
  };
  document.addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(tellHeight).observe(document.documentElement);
    tellHeight();
  });

  window.__bridge = { callBridge };
})();
