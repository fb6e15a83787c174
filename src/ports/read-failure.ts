/** Why Jira, Confluence or the platform did not give what was asked for. */
export type ReadFailureKind =
  | 'no-access'
  | 'not-found'
  | 'rate-limited'
  | 'timed-out'
  | 'jira-unavailable'
  | 'confluence-unavailable'
  | 'unexpected-answer';

/** A read that failed for a known reason. The message names the call and the status, never content of the site. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly kind: ReadFailureKind;
  /** Whole seconds that the product asks to wait; null when it did not say. */
  readonly retryAfterSeconds: number | null;

  constructor(kind: ReadFailureKind, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
