import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { MessageId } from '../../ui/locale';
import { useWords } from '../../ui/words';
import { lacks, type Health } from '../health';

import { IssueGroup } from './issue-group';
import { AT_FIRST, hasChoice, isListed, type ListFilter } from './list-filter';
import { ListFilters } from './list-filters';
import { groupsOf } from './list-groups';
import { PinsProvider, usePins } from './pinned';
import { useKeptFocus } from './use-kept-focus';
import './list.css';

function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  const { say } = useWords();
  return (
    <div className="list__none">
      <h3 className="list__none-title">{say('list.none-title')}</h3>
      <p className="list__none-text">{say('list.none-body')}</p>
      <Button onClick={onClear}>{say('list.clear')}</Button>
    </div>
  );
}

/** What to say of the part of the backlog that was not read. */
function readNote(health: Health): MessageId {
  if (lacks(health, 'rest-of-backlog')) return 'list.read-partly';
  return health.runway === null ? 'list.read-top' : 'list.read-so-far';
}

function PinnedList({ health }: { readonly health: Health }) {
  const { say } = useWords();
  const [filter, setFilter] = useState<ListFilter>(AT_FIRST);
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLElement>(null);
  const { pinned } = usePins();
  useKeptFocus(list, heading);
  const groups = groupsOf(health);
  const shown = health.issues.filter((issue) => pinned.has(issue.id) || isListed(issue, filter)).length;
  return (
    <section ref={list} className="list" aria-labelledby={title}>
      <h2 ref={heading} id={title} className="list__title" tabIndex={-1}>
        {say('list.title')}
      </h2>
      <ListFilters health={health} filter={filter} shown={shown} onFilter={setFilter} />
      {shown === 0 && hasChoice(filter) ? (
        <NothingMatches
          onClear={() => {
            heading.current?.focus();
            setFilter({ ...filter, check: null, assigneeId: null, parentId: null });
          }}
        />
      ) : (
        groups.map((group) => <IssueGroup key={group.id} group={group} filter={filter} />)
      )}
      {!health.read.isWholeBacklog && (
        <p className="list__note">{say(readNote(health), { issues: health.read.issues })}</p>
      )}
    </section>
  );
}

/** The issues behind the verdict, by the sprint in which they may start, and what they are narrowed to. */
export function IssueList({ health }: { readonly health: Health }) {
  return (
    <PinsProvider>
      <PinnedList health={health} />
    </PinsProvider>
  );
}
