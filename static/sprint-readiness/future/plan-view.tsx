import { usePlatform } from '../../ui/bridge-context';
import { CopyButtons } from '../../ui/copy/copy-buttons';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { DotPlot } from '../parts/dot-plot';
import { Verdict } from '../parts/verdict';
import type { Plan } from '../state/opened';

import { Availability } from './availability';
import { Goal } from './goal';
import { planDocument } from './plan-document';
import { PlannedList } from './planned-list';
import { planPicture } from './plan-picture';
import { planBasis, planSentence } from './plan-sentence';
import { Stories } from './stories';
import { TakeOut } from './take-out';
import { UsualCard } from './usual-card';
import { useMoveOut } from './use-move-out';

/** A sprint before it starts: whether it is ready, what the team may deliver, and what to take out. */
export function PlanView({ plan }: { readonly plan: Plan }) {
  const words = useWords();
  const { opened, sprint } = useDesk();
  const { context } = usePlatform();
  const moving = useMoveOut(plan);
  const picture = planPicture(words, opened, plan);
  return (
    <>
      <Verdict sentence={planSentence(words, opened, plan)} basis={planBasis(words, opened, plan)} />
      {picture !== null && <DotPlot {...picture} unit={opened.unit} />}
      <div className="sprint-cards">
        {plan.takeOut.keys.length > 0 && <TakeOut plan={plan} moving={moving} />}
        <Goal goal={sprint.goal} plan={plan} />
        <Stories plan={plan} />
        <Availability />
        <UsualCard plan={plan} />
      </div>
      <PlannedList plan={plan} moving={moving} />
      <div className="sprint__copy">
        <CopyButtons
          label={words.say('sprint.copy.plan')}
          documentNow={() => planDocument(words, { opened, sprint, plan, siteUrl: context.siteUrl })}
        />
      </div>
    </>
  );
}
