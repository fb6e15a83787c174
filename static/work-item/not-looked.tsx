import type { WorkItem } from '#src/contract/work-item/calls';

import { checkName } from '../findings/findings';
import type { MessageId } from '../ui/locale';
import { useWords } from '../ui/words';

type NotLookedCheck = WorkItem['notLooked'][number];

const WHY = {
  'whole-backlog': 'item.why.whole-backlog',
  'not-shown': 'item.why.not-shown',
  'not-read': 'item.why.not-read',
  'too-little-history': 'item.why.too-little-history',
  error: 'item.why.error',
} as const satisfies Record<NotLookedCheck['why'], MessageId>;

const ORDER = Object.keys(WHY) as readonly NotLookedCheck['why'][];

/** The checks that nothing was said of, by why: closed at first, since they are no flags. */
export function NotLooked({ notLooked }: { readonly notLooked: WorkItem['notLooked'] }) {
  const words = useWords();
  const { say, list } = words;
  if (notLooked.length === 0) return null;
  return (
    <details className="item__not-looked">
      <summary>{say('item.not-looked', { count: notLooked.length })}</summary>
      <ul>
        {ORDER.map((why) => {
          const checks = notLooked.filter((one) => one.why === why);
          if (checks.length === 0) return null;
          return (
            <li key={why}>
              {say(WHY[why], { checks: list(checks.map(({ check }) => checkName(words, check))) })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
