import { failureTitle, Wait } from '../ui/failure-notice';
import type { MessageId } from '../ui/locale';
import { useNow } from '../ui/use-now';
import { useWords } from '../ui/words';

import type { Health } from './health';
import './remarks.css';

type Missing = Health['missing'][number];

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
export function MissingParts({ health }: { readonly health: Health }) {
  const words = useWords();
  const { say } = words;
  const { missing, history } = health;
  if (missing.length === 0) return null;
  const wait = Math.max(0, ...missing.map(({ retryAfterSeconds }) => retryAfterSeconds ?? 0));
  const wordOf = ({ part }: Missing) =>
    say(part === 'history' && history.period === 'fortnight' ? 'missing.history-fortnights' : PARTS[part]);
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
          <Wait key={health.asOf} seconds={wait} />
        </p>
      )}
    </section>
  );
}

/** Whether anything can be changed from here: without a licence reading goes on. */
export function LicenceRemark({ health }: { readonly health: Health }) {
  const { say } = useWords();
  if (health.isLicensed) return null;
  return (
    <section className="remark" aria-labelledby="licence-title">
      <h2 id="licence-title" className="remark__title">
        {say('screen.unlicensed-title')}
      </h2>
      <p className="remark__text">{say('screen.unlicensed')}</p>
    </section>
  );
}

const TICK = 60_000;

function Adjusted({ by, at, health }: NonNullable<Health['adjusted']> & { readonly health: Health }) {
  const { say, show, ago } = useWords();
  const now = useNow(TICK);
  const name = health.words.people[by];
  const when = ago(Math.max(0, now - Date.parse(at)));
  return (
    <p className="quiet">
      {name === undefined
        ? say('screen.adjusted-by-someone', { ago: when })
        : show('screen.adjusted', { name: <bdi key="name">{name}</bdi>, ago: when })}
    </p>
  );
}

/** What is good to know of the board, in quiet lines: an order that is not a rank, and checks that are not as they come. */
export function QuietRemarks({ health }: { readonly health: Health }) {
  const { say } = useWords();
  const { adjusted, board } = health;
  return (
    <>
      {!board.isRanked && <p className="quiet">{say('screen.unranked')}</p>}
      {adjusted !== null && <Adjusted {...adjusted} health={health} />}
    </>
  );
}
