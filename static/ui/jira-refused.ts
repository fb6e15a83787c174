/** Jira, or Confluence, answered a screen's own question with something else than data. */
export class JiraRefused extends Error {
  override readonly name = 'JiraRefused';
  readonly product: 'Jira' | 'Confluence';
  readonly status: number;
  /** Whole seconds until a retry makes sense; null when it names none. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    retryAfterSeconds: number | null = null,
    product: 'Jira' | 'Confluence' = 'Jira',
  ) {
    super(`${product} answered ${status}.`);
    this.product = product;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
