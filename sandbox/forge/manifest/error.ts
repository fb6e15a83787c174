/** Something in `manifest.yml` is off; the message names the place. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';

  constructor(message: string, options?: ErrorOptions) {
    super(`manifest.yml: ${message}`, options);
  }
}
