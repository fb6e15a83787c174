import type { MissingPart } from '#src/contract/get-backlog-health';
import type { ErrorCode } from '#src/contract/outcome';

import { failureTitle, Wait } from './failure-notice';
import type { MessageId } from './locale';
import { useWords } from './words';

import './remarks.css';

interface Missing {
  readonly part: MissingPart;
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | null;
}

const PARTS = {
  history: 'missing.history',
  'rest-of-backlog': 'missing.rest-of-backlog',
  blockers: 'missing.blockers',
  parents: 'missing.parents',
  priorities: 'missing.priorities',
  fields: 'missing.fields',
} as const satisfies Record<Missing['part'], MessageId>;

/** Parts that Jira did not give for the same reason are told together. */
function byReason(missing: readonly Missing[]): readonly (readonly [Missing, ...Missing[]])[] {
  const reasons = new Map<Missing['code'], [Missing, ...Missing[]]>();
  for (const one of missing) {
    const known = reasons.get(one.code);
    if (known === undefined) reasons.set(one.code, [one]);
    else known.push(one);
  }
  return [...reasons.values()];
}

/** What the answer goes without, why, and when to ask again. */
export function MissingParts({
  missing,
  asOf,
  period,
}: {
  readonly missing: readonly Missing[];
  /** When it was read: a new reading counts its waits anew. */
  readonly asOf: string;
  readonly period: 'sprint' | 'fortnight';
}) {
  const words = useWords();
  const { say } = words;
  if (missing.length === 0) return null;
  const wait = Math.max(0, ...missing.map(({ retryAfterSeconds }) => retryAfterSeconds ?? 0));
  const wordOf = ({ part }: Missing) =>
    say(part === 'history' && period === 'fortnight' ? 'missing.history-fortnights' : PARTS[part]);
  return (
    <section className="remark remark--warning" aria-labelledby="missing-title">
      <h2 id="missing-title" className="remark__title">
        {say('screen.missing-title')}
      </h2>
      {byReason(missing).map((parts) => (
        <div key={parts[0].code}>
          <p className="remark__text">
            {say('screen.missing-because', {
              reason: failureTitle(words, { code: parts[0].code, message: '' }),
            })}
          </p>
          <ul className="remark__parts">
            {parts.map((one) => (
              <li key={one.part}>{wordOf(one)}</li>
            ))}
          </ul>
        </div>
      ))}
      {wait > 0 && (
        <p className="remark__text" role="timer">
          <Wait key={asOf} seconds={wait} />
        </p>
      )}
    </section>
  );
}

/** Whether anything can be changed from here: without a licence reading goes on. */
export function LicenceRemark({ isLicensed }: { readonly isLicensed: boolean }) {
  const { say } = useWords();
  if (isLicensed) return null;
  return (
    <section className="remark" aria-labelledby="licence-title">
      <h2 id="licence-title" className="remark__title">
        {say('screen.unlicensed-title')}
      </h2>
      <p className="remark__text">{say('screen.unlicensed')}</p>
    </section>
  );
}
