/** Who blocks whom, by the demo's own names. Every kind of blocker is here once. */
export const BLOCKS: readonly {
  readonly blocker: string;
  readonly blocked: string;
  readonly kind: string;
}[] = [
  { blocker: 'ops-wildcard', blocked: 'portal-login', kind: 'open, in another project' },
  { blocker: 'search-invoices', blocked: 'preview-mobile', kind: 'done' },
  { blocker: 'approver-role', blocked: 'approve-drafts', kind: 'in the active sprint' },
  { blocker: 'bank-feed', blocked: 'statement-view', kind: 'ranked far below' },
  { blocker: 'pentest-finding', blocked: 'token-rotation', kind: 'hidden from most' },
  { blocker: 'send-xrechnung', blocked: 'zugferd-german', kind: 'ranked just above' },
  { blocker: 'multi-currency', blocked: 'rounding-switzerland', kind: 'ranked above, both far down' },
];

/** Pairs that are merely related. */
export const RELATES: readonly (readonly [string, string])[] = [
  ['einv-validate', 'send-xrechnung'],
  ['ocr-spike', 'mobile-receipt'],
  ['reminder-first', 'reminder-holiday'],
];
