import type { DialogRequest, DialogSize, FlagRequest, Location } from './frame-view';

type Fields = Readonly<Record<string, unknown>>;

/** An argument as an object; anything else is an empty one. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** A text or a number as text; anything else is the fallback. */
export function textOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
}

const isFunction = (value: unknown): value is (arg?: unknown) => void => typeof value === 'function';

/** A function that the screen lent; one that does nothing when it lent none. */
export function functionOf(value: unknown): (arg?: unknown) => void {
  return isFunction(value) ? value : () => undefined;
}

const SIZES = ['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable'] as const;

function sizeOf(value: unknown): DialogSize {
  const named = SIZES.find((size) => size === value);
  if (named) return named;
  const { width, height } = fieldsOf(value);
  if (typeof width !== 'string') return 'medium';
  return typeof height === 'string' ? { width, height } : { width };
}

/** Reads what `openModal` was given. */
export function dialogRequestOf(arg: unknown): DialogRequest {
  const fields = fieldsOf(arg);
  return {
    resource: typeof fields['resource'] === 'string' ? fields['resource'] : null,
    size: sizeOf(fields['size']),
    context: fields['context'] ?? {},
    title: textOf(fields['title']),
    closeOnEscape: fields['closeOnEscape'] !== false,
    closeOnOverlayClick: fields['closeOnOverlayClick'] !== false,
    onClose: functionOf(fields['onClose']),
  };
}

const FLAG_TYPES = ['info', 'success', 'warning', 'error'] as const;

/** Reads what `showFlag` was given. @throws Error without an id. */
export function flagRequestOf(arg: unknown): FlagRequest {
  const fields = fieldsOf(arg);
  const id = textOf(fields['id']);
  if (id === '') throw new Error('"id" must be defined in flag options');
  const appearance = FLAG_TYPES.find((type) => type === fields['appearance']);
  const actions = Array.isArray(fields['actions']) ? fields['actions'].map(fieldsOf) : [];
  return {
    id,
    title: textOf(fields['title']),
    description: textOf(fields['description']),
    type: appearance ?? FLAG_TYPES.find((type) => type === fields['type']) ?? 'info',
    isBold: appearance !== undefined,
    isAutoDismiss: fields['isAutoDismiss'] === true,
    actions: actions.map((action) => {
      const run = functionOf(action['onClick']);
      // Without an argument, whatever a button passes: an event cannot travel to the screen.
      return {
        text: textOf(action['text']),
        onClick: () => {
          run();
        },
      };
    }),
  };
}

/** Reads where a history is sent: a path with query and hash, or a location. */
export function locationOf(to: unknown, state?: unknown): Location {
  if (typeof to === 'string') {
    const { pathname, search, hash } = new URL(to, 'http://app/');
    return { pathname, search, hash, state };
  }
  const fields = fieldsOf(to);
  return {
    pathname: textOf(fields['pathname'], '/'),
    search: textOf(fields['search']),
    hash: textOf(fields['hash']),
    state: fields['state'] ?? state,
  };
}
