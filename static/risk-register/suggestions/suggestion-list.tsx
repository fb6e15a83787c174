import { useEffect, useRef, useState } from 'react';

import type { SuggestedRisk } from '#src/contract/risk/suggest-risks';

import { usePlatform } from '../../ui/bridge-context';

import { useDesk } from '../desk';
import { readPeople } from '../state/people';
import { readSummaries } from './issue-summaries';
import { SuggestionCard } from './suggestion-card';
import type { SuggestionFacts } from './suggestion-words';
import { useSettle } from './use-settle';

/** The suggestions, with what the viewer may see of the issues and people that they speak of. */
export function SuggestionList({
  suggestions,
  facts,
  onLast,
}: {
  /** At least one. */
  readonly suggestions: readonly SuggestedRisk[];
  readonly facts: SuggestionFacts;
  /** Takes the focus when none is left. */
  readonly onLast: () => void;
}) {
  const summaries = useSummaries(suggestions);
  useNames(suggestions);
  const { busy, add, dismiss } = useSettle(facts);
  const list = useRef<HTMLUListElement>(null);

  const settle = async (act: typeof add, suggestion: SuggestedRisk) => {
    const index = suggestions.indexOf(suggestion);
    const next = suggestions[index + 1] ?? suggestions[index - 1];
    if (!(await act(suggestion))) return;
    const button = [...(list.current?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])].find(
      ({ dataset }) => dataset['suggestion'] === next?.key,
    );
    if (button === undefined) onLast();
    else button.focus();
  };

  return (
    <ul ref={list} className="suggestions__list">
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.key}
          suggestion={suggestion}
          facts={facts}
          summaries={summaries}
          busy={busy?.key === suggestion.key ? busy.what : null}
          onAdd={() => void settle(add, suggestion)}
          onDismiss={() => void settle(dismiss, suggestion)}
        />
      ))}
    </ul>
  );
}

/** Summaries of the chains' issues; without them their keys still say which they are. */
function useSummaries(suggestions: readonly SuggestedRisk[]): ReadonlyMap<string, string> {
  const { bridge } = usePlatform();
  const [summaries, setSummaries] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = suggestions.flatMap((each) =>
    each.kind === 'blocked-chain' ? [...each.evidence.blockedIds, each.evidence.rootId] : [],
  );
  const wanted = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    readSummaries(bridge, wanted.split(' ')).then(
      (found) => {
        if (isWanted) setSummaries(found);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [bridge, wanted]);
  return summaries;
}

/** Names of the people that suggestions speak of, for as long as they are shown. */
function useNames(suggestions: readonly SuggestedRisk[]): void {
  const { bridge } = usePlatform();
  const { people } = useDesk();
  const { names, learn } = people;
  const ids = suggestions.flatMap((each) => (each.kind === 'one-person' ? [each.evidence.accountId] : []));
  const wanted = [...new Set(ids)].filter((each) => !names.has(each)).join(' ');
  useEffect(() => {
    if (wanted === '') return;
    readPeople(bridge, wanted.split(' ')).then(learn, () => undefined);
  }, [bridge, wanted, learn]);
}
