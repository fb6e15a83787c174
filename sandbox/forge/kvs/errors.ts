/**
 * A refusal of the Key-Value Store or the Custom Entity Store, as its REST API answers it.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-errorhandling/
 */
export class KvsError extends Error {
  override readonly name = 'KvsError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A body that is not what the endpoint takes. */
export const badRequest = (message: string) => new KvsError(400, 'BAD_REQUEST', message);

/** A well-formed request that makes no sense: the platform's own words, then what is wrong. */
export const unprocessable = (reason: string) =>
  new KvsError(
    422,
    'UNPROCESSABLE_ENTITY',
    `Request cannot be processed due to one or more semantic errors: ${reason}`,
  );

/** `KEY_NOT_FOUND`, which `@forge/kvs` turns into undefined. */
export const keyNotFound = () => new KvsError(404, 'KEY_NOT_FOUND', 'Provided key does not exist');
