/** `refused`: Jira or the app said no to this change. `conflict`: what the viewer saw is no longer so. */
export type WriteFailureKind = 'refused' | 'conflict';

/** Why the app itself refuses a change, or knows why Jira did. */
export type RefusalReason =
  'blocks-itself' | 'blocker-not-found' | 'issues-are-counted' | 'no-blocking-link-type';

interface Particulars {
  readonly detail?: string | null;
  readonly reason?: RefusalReason;
  readonly current?: number | string | null;
}

/** A change that was not made. The message names the call, never content of the site; `detail` is for the viewer alone. */
export class WriteFailure extends Error {
  override readonly name = 'WriteFailure';
  readonly kind: WriteFailureKind;
  /** Jira's own words; null when it gave none. Not for logs. */
  readonly detail: string | null;
  /** Set where the reason is known. */
  readonly reason: RefusalReason | undefined;
  /** The value as it is now, on a conflict about one value. */
  readonly current: number | string | null | undefined;

  constructor(kind: WriteFailureKind, message: string, { detail = null, reason, current }: Particulars = {}) {
    super(message);
    this.kind = kind;
    this.detail = detail;
    this.reason = reason;
    this.current = current;
  }
}
