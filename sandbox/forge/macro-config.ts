/** A refusal of `view.submit()` by the editor, with the code that Atlassian's documentation gives it. */
export class SubmitRefusal extends Error {
  override readonly name = 'SubmitRefusal';
  readonly code:
    'INVALID_PAYLOAD' | 'INVALID_CONFIG' | 'INVALID_EXTENSION_TYPE' | 'INVALID_BODY' | 'MACRO_NOT_FOUND';

  constructor(code: SubmitRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';

/** What is wrong with a value of a configuration; null when it may be kept. */
function wrongWith(value: unknown, place: string): string | null {
  if (value === undefined || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${place} is not a finite number`;
  if (value === null) return `${place} is null`;
  if (Array.isArray(value)) {
    if (value.some(Array.isArray)) return `${place} holds an array within an array`;
    if (new Set(value.map((item) => typeof item)).size > 1) return `${place} holds items of several types`;
    return (
      value.map((item, at) => wrongWith(item, `${place}[${at}]`)).find((words) => words !== null) ?? null
    );
  }
  if (!isPlain(value)) return `${place} cannot be serialised to JSON`;
  for (const [name, item] of Object.entries(value)) {
    const words = wrongWith(item, `${place}.${name}`);
    if (words !== null) return words;
  }
  return null;
}

/** What a configuration page submitted. */
export interface Submitted {
  readonly config: Readonly<Record<string, unknown>>;
  /** The body of a macro with `layout: bodied`. */
  readonly body: unknown;
  readonly keepEditing: boolean;
}

/**
 * Reads what a configuration page gave to `view.submit()`, by the rules of the `macro` module: `{config: {…}}` without null, without
 * arrays in arrays, and with a `body` for bodied macros only.
 * @throws SubmitRefusal
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/#supported-config-payload-format
 */
export function readSubmitted(payload: unknown, layout: 'block' | 'inline' | 'bodied'): Submitted {
  if (!isPlain(payload)) throw new SubmitRefusal('INVALID_PAYLOAD', 'The payload must be an object.');
  const { config, body, keepEditing } = payload;
  if (!isPlain(config)) throw new SubmitRefusal('INVALID_CONFIG', 'The payload must have a config object.');
  const words = wrongWith(config, 'config');
  if (words !== null) throw new SubmitRefusal('INVALID_CONFIG', `${words}.`);
  if (body !== undefined && layout !== 'bodied') {
    throw new SubmitRefusal('INVALID_EXTENSION_TYPE', 'Only a macro with layout "bodied" has a body.');
  }
  if (body !== undefined && (!isPlain(body) || body['type'] !== 'doc' || !Array.isArray(body['content']))) {
    throw new SubmitRefusal('INVALID_BODY', 'The body must be an Atlassian document.');
  }
  return {
    config: JSON.parse(JSON.stringify(config)) as Submitted['config'],
    body,
    keepEditing: keepEditing === true,
  };
}
