import { useId } from 'react';

import type { MessageId } from '../../ui/locale';
import { useWords } from '../../ui/words';

interface Step {
  readonly title: MessageId;
  readonly body: MessageId;
}

const STEPS: readonly Step[] = [
  { title: 'admin.start.step.panel', body: 'admin.start.step.panel-body' },
  { title: 'admin.start.step.register', body: 'admin.start.step.register-body' },
  { title: 'admin.start.step.sight', body: 'admin.start.step.sight-body' },
];

/** What each group of permissions is for, in the order in which an administrator meets them. */
const PERMISSIONS: readonly Step[] = [
  { title: 'admin.start.permission.read', body: 'admin.start.permission.read-body' },
  { title: 'admin.start.permission.write', body: 'admin.start.permission.write-body' },
  { title: 'admin.start.permission.confluence', body: 'admin.start.permission.confluence-body' },
  { title: 'admin.start.permission.storage', body: 'admin.start.permission.storage-body' },
  { title: 'admin.start.permission.privacy', body: 'admin.start.permission.privacy-body' },
];

/** Three things to do next; nothing of it has to be done. */
export function NextSteps() {
  const { say } = useWords();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="admin-heading">
        {say('admin.start.next')}
      </h2>
      <ol className="next-steps">
        {STEPS.map(({ title, body }) => (
          <li key={title} className="next-steps__step">
            <h3 className="next-steps__title">{say(title)}</h3>
            <p className="next-steps__body">{say(body)}</p>
          </li>
        ))}
      </ol>
      <details className="permissions">
        <summary>{say('admin.start.permissions')}</summary>
        <dl className="permissions__list">
          {PERMISSIONS.map(({ title, body }) => (
            <div key={title} className="permissions__row">
              <dt>{say(title)}</dt>
              <dd>{say(body)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="get-started__hint">{say('admin.start.settings')}</p>
    </section>
  );
}
