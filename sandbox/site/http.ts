/** The site answered with an error. `status` 0 means that it could not be reached. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Jira answers `errorMessages` and `errors` by field, Confluence a list of errors with titles, the site's own API `message`. */
function messageOf(body: unknown, status: number): string {
  if (typeof body === 'object' && body !== null) {
    const { message, errorMessages, errors } = body as Record<string, unknown>;
    if (typeof message === 'string') return message;
    if (Array.isArray(errors)) {
      const titles = errors.map((error: unknown) => (error as { title?: unknown } | null)?.title);
      return titles.filter((title) => typeof title === 'string').join(' ');
    }
    const listed: readonly unknown[] = Array.isArray(errorMessages) ? errorMessages : [];
    const byField: readonly unknown[] =
      typeof errors === 'object' && errors !== null ? Object.values(errors) : [];
    const texts = [...listed, ...byField].filter((text) => typeof text === 'string');
    if (texts.length > 0) return texts.join(' ');
  }
  return `The site answered ${status}.`;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

async function send(
  method: string,
  path: string,
  body?: string | Blob,
  type = 'application/json',
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });
  } catch {
    throw new HttpError(0, 'The local site cannot be reached. Is it still running?');
  }
  const answer = parse(await response.text());
  if (!response.ok) throw new HttpError(response.status, messageOf(answer, response.status));
  return answer;
}

/** Reads JSON. @throws HttpError */
export async function getJson(path: string): Promise<unknown> {
  return await send('GET', path);
}

/** Sends JSON and reads the answer. @throws HttpError */
export async function sendJson(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  value?: unknown,
): Promise<unknown> {
  return await send(method, path, value === undefined ? undefined : JSON.stringify(value));
}

/** Sends a file as it is. @throws HttpError */
export async function sendFile(path: string, file: Blob): Promise<unknown> {
  return await send('POST', path, file, 'text/csv');
}
