import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { MessageId } from '../../ui/locale';
import { inOneBreath, useWords, type Unit, type Words } from '../../ui/words';
import { standingOf } from '../health';

import { IssueRow } from './issue-row';
import type { Group, GroupId } from './list-groups';

const NAMES = {
  next: 'list.group.next',
  after: 'list.group.after',
  beyond: 'list.group.beyond',
  all: 'list.group.all',
} as const satisfies Record<GroupId, MessageId>;

const ROWS_AT_ONCE = 50;

function figures({ say, amount }: Words, group: Group, unit: Unit): readonly string[] {
  const { id, issues, room, readyAmount, unready, warned } = group;
  return [
    room === null
      ? say('list.items', { items: issues.length })
      : say(id === 'next' ? 'list.room-next' : 'list.room-after', { amount: amount(unit, room) }),
    say('list.ready-amount', { amount: amount(unit, readyAmount) }),
    say('list.unready', { items: unready }),
    ...(warned > 0 ? [say('list.warned', { items: warned })] : []),
  ];
}

/** One stretch of the backlog, which folds. What comes after the two sprints is folded at first. */
export function IssueGroup({
  group,
  unit,
  isFiltered,
}: {
  readonly group: Group;
  readonly unit: Unit;
  /** Leaves out what is ready and without a remark. */
  readonly isFiltered: boolean;
}) {
  const words = useWords();
  const { say } = words;
  const [isOpen, setIsOpen] = useState(group.id !== 'beyond');
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const name = useId();
  const body = useId();
  const listed = isFiltered ? group.issues.filter((issue) => standingOf(issue) !== 'ready') : group.issues;
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
            setIsOpen(!isOpen);
          }}
        >
          <svg className="group__chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3.5 10.5 8 6 12.5" />
          </svg>
          <span id={name} className="group__name">
            {say(NAMES[group.id])}
          </span>{' '}
          <span className="group__figures">{inOneBreath(figures(words, group, unit))}</span>
        </button>
      </h3>
      <div id={body} hidden={!isOpen}>
        {listed.length === 0 ? (
          <p className="group__none">{say('list.all-ready', { items: group.issues.length })}</p>
        ) : (
          // The roles are spelt out because narrow screens lay the table out as cards, which would take them away.
          <table className="issues" role="table" aria-labelledby={name}>
            <colgroup>
              <col className="issues__key" />
              <col />
              {unit === 'points' && <col className="issues__estimate" />}
              <col className="issues__flags" />
            </colgroup>
            <thead role="rowgroup" className="for-readers">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {say('list.key')}
                </th>
                <th role="columnheader" scope="col">
                  {say('list.summary')}
                </th>
                {unit === 'points' && (
                  <th role="columnheader" scope="col">
                    {say('list.estimate')}
                  </th>
                )}
                <th role="columnheader" scope="col">
                  {say('list.flags')}
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {listed.slice(0, limit).map((issue) => (
                <IssueRow key={issue.id} issue={issue} unit={unit} />
              ))}
            </tbody>
          </table>
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
