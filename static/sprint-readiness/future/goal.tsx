import { useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { MessageId } from '../../ui/locale';
import { Lozenge, type Tone } from '../../ui/lozenge';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { Card } from '../parts/card';
import type { Plan } from '../state/opened';

import { GoalForm } from './goal-form';
import { Serves } from './serves';
import './goal.css';

type Verdict = Plan['goal']['verdict'];

const VERDICTS = {
  none: { tone: 'warning', word: 'sprint.goal.none', hint: 'sprint.goal.none-hint' },
  list: { tone: 'warning', word: 'sprint.goal.list', hint: 'sprint.goal.list-hint' },
  vague: { tone: 'warning', word: 'sprint.goal.vague', hint: 'sprint.goal.vague-hint' },
  outcome: { tone: 'success', word: 'sprint.goal.outcome', hint: null },
} as const satisfies Record<
  Verdict,
  { readonly tone: Tone; readonly word: MessageId; readonly hint: MessageId | null }
>;

/** What the sprint is for, whether that could be seen to be reached, and how much of the plan serves it. */
export function Goal({ goal, plan }: { readonly goal: string; readonly plan: Plan | null }) {
  const { say } = useWords();
  const { opened } = useDesk();
  const [isEditing, setIsEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const verdict = plan === null ? null : VERDICTS[plan.goal.verdict];
  const canEdit = opened.canManageSprints && opened.isLicensed;
  return (
    <Card
      title={say('sprint.goal.title')}
      beside={verdict !== null && <Lozenge tone={verdict.tone}>{say(verdict.word)}</Lozenge>}
    >
      {isEditing ? (
        <GoalForm
          goal={goal}
          onClose={() => {
            setIsEditing(false);
            // The button comes back with the next drawing.
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      ) : (
        <>
          {goal !== '' && (
            <p className="sprint-card__text goal__text">
              <bdi>{goal}</bdi>
            </p>
          )}
          {verdict !== null && verdict.hint !== null && (
            <p className="sprint-card__text sprint-card__text--quiet">{say(verdict.hint)}</p>
          )}
          {canEdit ? (
            <div className="sprint-card__buttons">
              <Button
                ref={edit}
                spacing="compact"
                onClick={() => {
                  setIsEditing(true);
                }}
              >
                {say(goal === '' ? 'sprint.goal.write' : 'sprint.goal.edit')}
              </Button>
            </div>
          ) : (
            <p className="sprint-card__text sprint-card__text--quiet">
              {say(opened.isLicensed ? 'sprint.locked.goal' : 'sprint.locked.unlicensed')}
            </p>
          )}
        </>
      )}
      {plan !== null && plan.issues.length > 0 && <Serves plan={plan} />}
    </Card>
  );
}
