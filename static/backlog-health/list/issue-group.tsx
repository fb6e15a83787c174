import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { MessageId } from '../../ui/locale';
import { inOneBreath, useWords, type Words } from '../../ui/words';
import { useDesk } from '../desk';
import type { Health } from '../health';

import { IssueTable } from './issue-table';
import { hasChoice, type ListFilter } from './list-filter';
import { listedIn, type Group, type GroupId } from './list-groups';
import { usePins } from './pinned';

const NAMES = {
  next: 'list.group.next',
  after: 'list.group.after',
  beyond: 'list.group.beyond',
  all: 'list.group.all',
} as const satisfies Record<GroupId, MessageId>;

const ROWS_AT_ONCE = 50;

function nameOf({ say }: Words, { id }: Group, { board, history }: Health): string {
  if (id === 'all' && !board.isRanked) return say('tape.title-unranked');
  return say(NAMES[id], { period: history.period });
}

function figures({ say, amount, likelyAmount }: Words, group: Group, { unit }: Health): readonly string[] {
  const { id, ranked, room, readyAmount, unready, warned } = group;
  return [
    room === null
      ? say('list.items', { items: ranked.length })
      : say(id === 'next' ? 'list.room-next' : 'list.room-after', { amount: likelyAmount(unit, room) }),
    say('list.ready-amount', { amount: amount(unit, readyAmount) }),
    say('list.unready', { items: unready }),
    ...(warned > 0 ? [say('list.warned', { items: warned })] : []),
  ];
}

/** One stretch of the backlog, which folds. What comes after the two sprints is folded until somebody looks for something. */
export function IssueGroup({ group, filter }: { readonly group: Group; readonly filter: ListFilter }) {
  const words = useWords();
  const { say } = words;
  const { health } = useDesk();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const name = useId();
  const body = useId();
  const { pinned } = usePins();
  const listed = listedIn(group, filter, pinned);
  const isSought = hasChoice(filter) && listed.length > 0;
  const isOpen = wanted ?? (group.id !== 'beyond' || isSought);
  const left = Math.max(0, listed.length - limit);
  return (
    <section className="group">
      <h3 className="group__heading">
        <button
          type="button"
          className="group__toggle"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => {
            setWanted(!isOpen);
          }}
        >
          <svg className="group__chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3.5 10.5 8 6 12.5" />
          </svg>
          <span id={name} className="group__name">
            {nameOf(words, group, health)}
          </span>{' '}
          <span className="group__figures">{inOneBreath(figures(words, group, health))}</span>
        </button>
      </h3>
      <div id={body} hidden={!isOpen}>
        {listed.length === 0 ? (
          <p className="group__none">
            {hasChoice(filter)
              ? say('list.none-here')
              : say('list.all-ready', { items: group.ranked.length })}
          </p>
        ) : (
          <IssueTable listed={listed.slice(0, limit)} labelledBy={name} />
        )}
        {left > 0 && (
          <div className="group__more">
            <Button
              appearance="subtle"
              onClick={() => {
                setLimit(limit + ROWS_AT_ONCE);
              }}
            >
              {say('list.show-more', { count: Math.min(left, ROWS_AT_ONCE) })}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
