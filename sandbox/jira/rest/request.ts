import { type Call, RestError } from '#sandbox/jira/rest/endpoint';

/** Reads a whole number from the query. @throws RestError 400 when it is none or below `minimum`. */
export function integerOf(query: URLSearchParams, name: string, fallback: number, minimum = 0): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(Number(text))) {
    throw new RestError(400, [`The value '${text}' of parameter '${name}' is not a whole number.`]);
  }
  if (Number(text) < minimum) {
    throw new RestError(400, [`The value of parameter '${name}' must be at least ${minimum}.`]);
  }
  return Number(text);
}

/** Reads a list that may be repeated, comma-separated, or both; empty when absent. */
export function listOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads true or false. @throws RestError 400 on anything else. */
export function booleanOf(query: URLSearchParams, name: string, fallback: boolean): boolean {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (text !== 'true' && text !== 'false') {
    throw new RestError(400, [`The value '${text}' of parameter '${name}' is neither true nor false.`]);
  }
  return text === 'true';
}

type Members = Readonly<Record<string, unknown>>;

const BAD_PAYLOAD = 'Invalid request payload. Refer to the REST API documentation and try again.';

/**
 * The body as an object.
 * @param members the names it may have, where Atlassian's description allows no others.
 * @throws RestError 400 when there is none, or one with another name in it.
 */
export function bodyOf(call: Pick<Call, 'body'>, members?: readonly string[]): Members {
  const { body } = call;
  if (!isObject(body)) throw new RestError(400, [BAD_PAYLOAD]);
  if (members && Object.keys(body).some((name) => !members.includes(name))) {
    throw new RestError(400, [BAD_PAYLOAD]);
  }
  return body;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of a body; undefined when absent or null. @throws RestError 400 on another type. */
export function stringIn(body: Members, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new RestError(400, [`'${name}' must be a string.`]);
}

/** A whole number of a body. @throws RestError 400 on another type or one below `minimum`. */
export function integerIn(body: Members, name: string, fallback: number, minimum = 0): number {
  const value = body[name];
  if (value === undefined || value === null) return fallback;
  if (!Number.isSafeInteger(value) || Number(value) < minimum) {
    throw new RestError(400, [`'${name}' must be a whole number of at least ${minimum}.`]);
  }
  return Number(value);
}

/** A list of strings or numbers of a body; empty when absent. @throws RestError 400 on another type. */
export function stringsIn(body: Members, name: string): string[] {
  const value = body[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RestError(400, [`'${name}' must be a list.`]);
  return value.map((entry: unknown) => {
    if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
    throw new RestError(400, [`'${name}' must be a list of strings.`]);
  });
}

/** A part of a body that must be an object when it is there. @throws RestError 400 on another type. */
export function objectIn(body: Members, name: string): Members | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw new RestError(400, [`'${name}' must be an object.`]);
  return value;
}
