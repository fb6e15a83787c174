import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { IssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { HealthIssue } from '../health';

import { keyIn } from './issue-key';
import { MendFailure } from './mend-failure';
import { useMend } from './use-mend';
import { ValueForm } from './value-form';

function blockersOf(issue: HealthIssue): readonly string[] {
  return issue.findings.flatMap((finding) =>
    finding.check === 'open-blocker' ? finding.facts.blockers.map(({ key }) => key) : [],
  );
}

function Unlink({ issue, blockerKey }: { readonly issue: HealthIssue; readonly blockerKey: string }) {
  const { say, show } = useWords();
  const mending = useMend(issue);
  const id = useId();
  const mend = { kind: 'unlink-blocker', blockerKey } as const;
  return (
    <li className="mends__blocker" aria-busy={mending.isBusy}>
      <span>{show('mend.blocked-by', { link: <IssueLink key="link" issueKey={blockerKey} /> })}</span>{' '}
      <Button
        spacing="compact"
        isLoading={mending.isSlow}
        aria-label={say('mend.unlink-whom', { blocker: blockerKey })}
        {...(mending.failure === null ? {} : { 'aria-describedby': `${id}-problem` })}
        onClick={() => {
          void mending.send(mend);
        }}
      >
        {say('mend.unlink')}
      </Button>
      <MendFailure id={`${id}-problem`} mending={mending} mend={mend} />
    </li>
  );
}

function LinkForm({ issue }: { readonly issue: HealthIssue }) {
  const { say } = useWords();
  const { issues, words } = useDesk().health;
  const mending = useMend(issue);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'no-key' | 'itself' | null>(null);
  const id = useId();
  const key = keyIn(typed);

  const drop = () => {
    setTyped('');
    setProblem(null);
    mending.forget();
  };
  const hasProblem = problem !== null || mending.failure !== null;
  return (
    <ValueForm
      mending={mending}
      isChanged={typed !== ''}
      saveWord={say('mend.link')}
      onSave={() => {
        if (key === null) setProblem('no-key');
        else if (key === issue.key) setProblem('itself');
        else {
          void mending.send({ kind: 'link-blocker', blockerKey: key }).then((isSaved) => {
            if (isSaved) drop();
          });
        }
      }}
      onCancel={drop}
    >
      <label className="mends__label" htmlFor={`${id}-field`}>
        {say('mend.blocker')}
      </label>
      <input
        id={`${id}-field`}
        className="mends__input"
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        list={`${id}-keys`}
        value={typed}
        readOnly={mending.isBusy}
        aria-invalid={hasProblem}
        aria-describedby={hasProblem ? `${id}-problem` : `${id}-hint`}
        onChange={({ target }) => {
          setProblem(null);
          setTyped(target.value);
        }}
      />
      <datalist id={`${id}-keys`}>
        {issues
          .filter((other) => other.id !== issue.id)
          .map((other) => (
            <option key={other.id} value={other.key}>
              {words.issues[other.id]?.summary ?? ''}
            </option>
          ))}
      </datalist>
      {problem === null ? (
        <MendFailure
          id={`${id}-problem`}
          mending={mending}
          mend={{ kind: 'link-blocker', blockerKey: key ?? '' }}
        />
      ) : (
        <p id={`${id}-problem`} className="mends__failure" role="alert">
          {say(problem === 'itself' ? 'mend.blocks-itself' : 'mend.not-a-key')}
        </p>
      )}
      <p id={`${id}-hint`} className="mends__hint" hidden={hasProblem}>
        {key === null || key === issue.key
          ? say('mend.blocker-hint')
          : say('mend.blocks-this', { blocker: key, key: issue.key })}
      </p>
    </ValueForm>
  );
}

/** Unlinks the blockers that the issue is flagged with, and links another one. */
export function BlockerMends({ issue }: { readonly issue: HealthIssue }) {
  const blockers = blockersOf(issue);
  return (
    <div className="mends__part">
      <LinkForm issue={issue} />
      {blockers.length > 0 && (
        <ul className="mends__blockers">
          {blockers.map((key) => (
            <Unlink key={key} issue={issue} blockerKey={key} />
          ))}
        </ul>
      )}
    </div>
  );
}
