import { useEffect, useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../../ui/bridge-context';

import { useDesk } from '../desk';
import { useRiskWords } from '../words/risk-words';

import { findIssues, type FoundIssue } from './issue-search';

const WAIT_FOR_TYPING = 300;

/** The Jira issues that mitigate a risk. Hidden where Jira is not there and none is linked. */
export function IssuePicker({
  issueIds,
  onChange,
}: {
  readonly issueIds: readonly string[];
  readonly onChange: (issueIds: readonly string[]) => void;
}) {
  const { say } = useRiskWords();
  const { mitigations, learnIssue } = useDesk();
  const { bridge } = usePlatform();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<{
    readonly to: string;
    readonly issues: readonly FoundIssue[] | null;
  } | null>(null);
  const [known, setKnown] = useState<ReadonlyMap<string, FoundIssue>>(new Map());
  const id = useId();
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < 2) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      findIssues(bridge, wanted).then(
        (some) => {
          if (isWanted) setAnswer({ to: wanted, issues: some });
        },
        () => {
          if (isWanted) setAnswer({ to: wanted, issues: null });
        },
      );
    }, WAIT_FOR_TYPING);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [bridge, wanted]);

  if (mitigations === null && issueIds.length === 0) return null;
  const nameOf = (issueId: string): string => {
    const shown = mitigations?.get(issueId)?.shown ?? known.get(issueId);
    if (shown) return `${shown.key} ${shown.summary}`;
    return say(mitigations === null ? 'risk.issue.unread' : 'risk.issue.hidden');
  };
  const isAnswered = wanted.length >= 2 && answer?.to === wanted;
  const found = isAnswered ? answer.issues : null;
  const isFailed = isAnswered && answer.issues === null;
  const fresh = found?.filter((issue) => !issueIds.includes(issue.id)) ?? [];
  const add = (issue: FoundIssue) => {
    learnIssue(issue);
    setKnown(new Map([...known, [issue.id, issue]]));
    onChange([...issueIds, issue.id]);
    setText('');
  };
  return (
    <>
      <label className="field__label" htmlFor={id}>
        {say('risk.field.issues')}
      </label>
      {issueIds.length > 0 && (
        <ul className="issues">
          {issueIds.map((issueId) => (
            <li key={issueId} className="issues__one">
              <bdi>{nameOf(issueId)}</bdi>
              <Button
                appearance="subtle"
                spacing="compact"
                aria-label={say('risk.issue.remove-which', { issue: nameOf(issueId) })}
                onClick={() => {
                  onChange(issueIds.filter((each) => each !== issueId));
                }}
              >
                {say('risk.issue.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {mitigations !== null && (
        <input
          id={id}
          className="field__input"
          autoComplete="off"
          placeholder={say('risk.issue.search')}
          value={text}
          aria-describedby={`${id}-found`}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            // Enter takes the first that was found, and does not save the form.
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            const [first] = fresh;
            if (first === undefined) return;
            add(first);
          }}
        />
      )}
      <div id={`${id}-found`} role="status">
        {isFailed && <p className="field__problem">{say('risk.issue.search-failed')}</p>}
        {found !== null && fresh.length === 0 && (
          <p className="field__room">{say('risk.issue.none-found')}</p>
        )}
      </div>
      {fresh.length > 0 && (
        <ul className="issues issues--found">
          {fresh.map((issue) => (
            <li key={issue.id}>
              <button
                type="button"
                className="issues__choice"
                onClick={() => {
                  add(issue);
                }}
              >
                <strong>{issue.key}</strong> <bdi>{issue.summary}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
