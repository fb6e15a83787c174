import Button from '@atlaskit/button/new';

import { IssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { Card } from '../parts/card';
import { chanceInWords, KEPT_SHARE } from '../parts/sprint-words';
import { amountOf, summaryOf, type Plan } from '../state/opened';

import { MoveButton } from './move-button';
import type { Moving } from './use-move-out';
import './take-out.css';

/** The lowest-ranked issues without which the plan has an even chance, and a way to take them out. */
export function TakeOut({ plan, moving }: { readonly plan: Plan; readonly moving: Moving }) {
  const words = useWords();
  const { say, amount, percent } = words;
  const { opened } = useDesk();
  const { keys, amount: taken, chance } = plan.takeOut;
  const issues = keys.flatMap((key) => plan.issues.find((issue) => issue.key === key) ?? []);
  const left = plan.planned.amount - taken;
  return (
    <Card title={say('sprint.take-out.title', { count: keys.length })} isWide>
      <p className="sprint-card__text sprint-card__text--quiet">
        {chance === null || left <= 0
          ? say('sprint.take-out.all')
          : say('sprint.take-out.basis', {
              left: amount(opened.unit, left),
              chance: chanceInWords(words, chance),
              kept: percent(KEPT_SHARE),
            })}
      </p>
      <ol className="take-out">
        {issues.map((issue) => {
          const weight = amountOf(opened, issue.estimate);
          return (
            <li key={issue.id} className="take-out__issue">
              <span className="take-out__what">
                <IssueLink issueKey={issue.key} /> <bdi>{summaryOf(opened, issue)}</bdi>
                {opened.unit === 'points' && weight !== null && (
                  <span className="take-out__amount"> {amount(opened.unit, weight)}</span>
                )}
              </span>
              <MoveButton issueKey={issue.key} moving={moving} />
            </li>
          );
        })}
      </ol>
      {moving.locked === null ? (
        keys.length > 1 && (
          <div className="sprint-card__buttons">
            <Button
              isDisabled={moving.isBusy}
              onClick={() => {
                moving.move(keys);
              }}
            >
              {say('sprint.take-out.all-button', { count: keys.length })}
            </Button>
          </div>
        )
      ) : (
        <p className="sprint-card__text sprint-card__text--quiet">{moving.locked}</p>
      )}
      {moving.problem !== null && <p className="sprint-card__failure">{moving.problem}</p>}
    </Card>
  );
}
