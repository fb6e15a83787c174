import type { HighRisks } from '#src/contract/dashboard/calls';

import { PageLink } from '../risk-overview/page-link';
import type { People } from '../risk-overview/state/use-people';
import { Lozenge } from '../ui/lozenge';
import { useWords } from '../ui/words';

import { useDay } from './use-day';

type HighRisk = HighRisks['risks'][number];

/** A High risk: what it is, whose it is, when it is looked at again, and the page that it stands on. */
export function RiskRow({
  risk,
  today,
  people,
  areComing,
}: {
  readonly risk: HighRisk;
  readonly today: string;
  readonly people: People;
  readonly areComing: boolean;
}) {
  const { say } = useWords();
  const day = useDay();
  const { number, title, ownerId, daysOverdue, reviewDueOn, page } = risk;
  const owner = () => {
    if (ownerId === null) return say('overview.owner.nobody');
    const known = people.get(ownerId)?.name;
    return known ?? say(areComing ? 'overview.owner.coming' : 'overview.owner.unknown');
  };
  return (
    <li className="widget__row">
      <span>
        <span className="widget__hint">{say('item.risk-number', { number })}</span>{' '}
        <PageLink path={page.path}>
          <bdi>{title}</bdi>
        </PageLink>
      </span>
      <span>
        {daysOverdue > 0 ? (
          <Lozenge tone="danger">{say('widget.risks.overdue', { days: daysOverdue })}</Lozenge>
        ) : (
          <Lozenge tone="neutral">{say('widget.risks.review-on', { day: day(reviewDueOn, today) })}</Lozenge>
        )}
      </span>
      <span className="widget__hint">
        {say('widget.risks.owner', { name: owner() })}
        {' · '}
        <bdi>{page.title}</bdi>
      </span>
    </li>
  );
}
