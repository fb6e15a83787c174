import Button from '@atlaskit/button/new';

import type { SuggestedRisk } from '#src/contract/risk/suggest-risks';

import { IssueLink } from '../../ui/issue-link';

import { useRiskWords } from '../words/risk-words';

import { evidenceWords, suggestionTitle, type SuggestionFacts } from './suggestion-words';

/** One suggested risk: what was seen, and what to do about it. */
export function SuggestionCard({
  suggestion,
  facts,
  summaries,
  busy,
  onAdd,
  onDismiss,
}: {
  readonly suggestion: SuggestedRisk;
  readonly facts: SuggestionFacts;
  /** By issue id; those that are not known yet, or not to be seen, are missing. */
  readonly summaries: ReadonlyMap<string, string>;
  /** What is under way with it. */
  readonly busy: 'add' | 'dismiss' | null;
  readonly onAdd: () => void;
  readonly onDismiss: () => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const title = suggestionTitle(words, suggestion, facts);
  return (
    <li className="suggestion">
      <div className="suggestion__text">
        <h4 className="suggestion__title">{title}</h4>
        <p className="suggestion__evidence">{evidenceWords(words, suggestion, facts)}</p>
        {suggestion.kind === 'blocked-chain' && (
          <ol className="suggestion__chain">
            {chainOf(suggestion.evidence).map((issueId) => (
              <li key={issueId} className="suggestion__issue">
                {facts.issueKeys[issueId] === undefined ? (
                  say('risk.issue.some')
                ) : (
                  <IssueLink issueKey={facts.issueKeys[issueId]} />
                )}{' '}
                {summaries.get(issueId)}
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className="suggestion__actions">
        <Button
          spacing="compact"
          isLoading={busy === 'add'}
          isDisabled={busy === 'dismiss'}
          data-suggestion={suggestion.key}
          aria-label={say('risk.suggest.add-named', { title })}
          onClick={onAdd}
        >
          {say('risk.suggest.add')}
        </Button>
        <Button
          appearance="subtle"
          spacing="compact"
          isLoading={busy === 'dismiss'}
          isDisabled={busy === 'add'}
          aria-label={say('risk.suggest.dismiss-named', { title })}
          onClick={onDismiss}
        >
          {say('risk.suggest.dismiss')}
        </Button>
      </div>
    </li>
  );
}

/** In the order of work: the root first, which in a ring is the last of the others. */
function chainOf({
  rootId,
  blockedIds,
}: Extract<SuggestedRisk, { kind: 'blocked-chain' }>['evidence']): readonly string[] {
  return [...new Set([...blockedIds, rootId])].reverse();
}
