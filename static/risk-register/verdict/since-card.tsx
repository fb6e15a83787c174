import type { Rescored } from '#src/domain/risk/changes-since';

import type { MessageId } from '../../ui/locale';

import { useDesk } from '../desk';
import { RiskKey } from '../parts/risk-key';
import { useRiskWords, type RiskWords } from '../words/risk-words';

import './since-card.css';

const SHOWN = 8;

function Keys({ ids }: { readonly ids: readonly string[] }) {
  const words = useRiskWords();
  const shown = ids.slice(0, SHOWN);
  const more = ids.length - shown.length;
  return (
    <>
      {words.showList(shown.map((id) => <RiskKey key={id} riskId={id} />))}
      {more > 0 && ` ${words.say('risk.verdict.more', { count: more })}`}
    </>
  );
}

/** The axes that moved, such as "impact Medium → High". */
function movesOf(words: RiskWords, { from, to }: Rescored): string {
  const axes = (['probability', 'impact'] as const).filter(
    (axis) => words.step(from[axis]) !== words.step(to[axis]),
  );
  return words.list(
    axes.map((axis) =>
      words.say('risk.since.move', { axis, from: words.step(from[axis]), to: words.step(to[axis]) }),
    ),
  );
}

const GROUPS = [
  ['happened', 'risk.since-card.happened'],
  ['closed', 'risk.since-card.closed'],
  ['reopened', 'risk.since-card.reopened'],
  ['deleted', 'risk.since-card.deleted'],
  ['edited', 'risk.since-card.edited'],
  ['reviewedUnchanged', 'risk.since-card.unchanged'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** What became of the register since its last review, beside the heat map. */
export function SinceCard() {
  const words = useRiskWords();
  const { assessment, register, byId } = useDesk();
  const { since } = assessment;
  const { lastReview } = register;
  if (since === null || lastReview === null) {
    return (
      <section className="since">
        <h3 className="since__title">{words.say('risk.since-card.none-yet')}</h3>
        <p className="since__text">{words.say('risk.since-card.how')}</p>
      </section>
    );
  }
  const moved = [
    ...since.raised.map((each) => ({ ...each, message: 'risk.since-card.raised' as const })),
    ...since.lowered.map((each) => ({ ...each, message: 'risk.since-card.lowered' as const })),
    ...since.moved.map((each) => ({ ...each, message: 'risk.since-card.moved' as const })),
  ];
  const isQuiet =
    moved.length + since.added.length === 0 && GROUPS.every(([kind]) => since[kind].length === 0);
  return (
    <section className="since">
      <h3 className="since__title">
        {words.say('risk.since-card.title', {
          date: words.day(lastReview.ended.on),
          people: lastReview.people.length,
        })}
      </h3>
      {isQuiet && <p className="since__text">{words.say('risk.since-card.nothing')}</p>}
      <ul className="since__list">
        {since.added.slice(0, SHOWN).map((id) => (
          <li key={id}>
            {words.show('risk.since-card.added', {
              risk: <RiskKey riskId={id} />,
              title: <bdi>{byId.get(id)?.title ?? ''}</bdi>,
            })}
          </li>
        ))}
        {since.added.length > SHOWN && (
          <li>{words.say('risk.since-card.more-added', { count: since.added.length - SHOWN })}</li>
        )}
        {moved.slice(0, SHOWN).map((each) => (
          <li key={each.riskId}>
            {words.show(each.message, {
              risk: <RiskKey riskId={each.riskId} />,
              moves: movesOf(words, each),
            })}
          </li>
        ))}
        {moved.length > SHOWN && (
          <li>{words.say('risk.since-card.more-moved', { count: moved.length - SHOWN })}</li>
        )}
        {GROUPS.filter(([kind]) => since[kind].length > 0).map(([kind, message]) => (
          <li key={kind}>{words.show(message, { risks: <Keys ids={since[kind]} /> })}</li>
        ))}
      </ul>
    </section>
  );
}
