import { useId, useState } from 'react';

import { useWords } from '../../ui/words';
import type { Health } from '../health';

import { groupsOf } from './list-groups';
import { IssueGroup } from './issue-group';
import './list.css';

/** The issues behind the verdict, by the sprint in which they may start. */
export function IssueList({ health }: { readonly health: Health }) {
  const { say } = useWords();
  const [isFiltered, setIsFiltered] = useState(true);
  const title = useId();
  const groups = groupsOf(health);
  return (
    <section className="list" aria-labelledby={title}>
      <div className="list__head">
        <h2 id={title} className="list__title">
          {say('list.title')}
        </h2>
        <label className="list__filter">
          <input
            type="checkbox"
            checked={isFiltered}
            onChange={(event) => {
              setIsFiltered(event.target.checked);
            }}
          />
          {say('list.filter')}
        </label>
      </div>
      {groups.map((group) => (
        <IssueGroup key={group.id} group={group} unit={health.unit} isFiltered={isFiltered} />
      ))}
      {!health.read.isWholeBacklog && (
        <p className="list__note">{say('list.read-so-far', { issues: health.read.issues })}</p>
      )}
    </section>
  );
}
