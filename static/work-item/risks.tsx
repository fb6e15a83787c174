import { useCallback } from 'react';
import { useIntl } from 'react-intl';

import type { WorkItemRisks } from '#src/contract/work-item/calls';

import { PageLink } from '../risk-overview/page-link';
import { usePlatform } from '../ui/bridge-context';
import { Lozenge, type Tone } from '../ui/lozenge';
import { useAnswer } from '../ui/use-answer';
import { useWords } from '../ui/words';

import { Trouble } from './trouble';

type RiskOfItem = WorkItemRisks['risks'][number];

const TONES = { high: 'danger', medium: 'warning', low: 'success' } as const satisfies Record<
  RiskOfItem['level'],
  Tone
>;

function RiskLine({ risk }: { readonly risk: RiskOfItem }) {
  const { say } = useWords();
  const intl = useIntl();
  const { number, title, level, dueOn, page } = risk;
  const due =
    dueOn === null ? null : intl.formatDate(`${dueOn}T00:00:00Z`, { timeZone: 'UTC', dateStyle: 'medium' });
  return (
    <li className="item__risk">
      <Lozenge tone={TONES[level]}>{say('overview.level', { level })}</Lozenge>
      <div>
        <p className="item__text">
          {say('item.risk-number', { number })} <bdi>{title}</bdi>
        </p>
        <p className="item__hint">
          <PageLink path={page.path}>
            <bdi>{page.title}</bdi>
          </PageLink>
          {due !== null && ` · ${say('item.risk-due', { date: due })}`}
        </p>
      </div>
    </li>
  );
}

/** The risks that the issue mitigates; nothing where there is none, or no Confluence. */
export function Risks({ issueId }: { readonly issueId: string }) {
  const { bridge } = usePlatform();
  const { say } = useWords();
  const ask = useCallback(
    async () => await bridge.call('get-work-item-risks', { issueId }),
    [bridge, issueId],
  );
  const { asked, askAgain } = useAnswer(ask);
  const { data, failure } = asked;
  if (failure !== null) {
    return (
      <section className="item__part" aria-label={say('item.risks-title')}>
        <h2 className="item__heading">{say('item.risks-title')}</h2>
        <Trouble failure={failure} onRetry={askAgain} />
      </section>
    );
  }
  if (data === null || data.risks.length === 0) return null;
  return (
    <section className="item__part" aria-label={say('item.risks-title')}>
      <h2 className="item__heading">{say('item.risks', { count: data.risks.length })}</h2>
      <ul className="item__risks">
        {data.risks.map((risk) => (
          <RiskLine key={risk.riskId} risk={risk} />
        ))}
      </ul>
    </section>
  );
}
