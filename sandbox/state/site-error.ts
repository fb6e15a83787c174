/** An act that the records do not allow; the message says why. */
export class SiteError extends Error {
  override readonly name: string = 'SiteError';
}
