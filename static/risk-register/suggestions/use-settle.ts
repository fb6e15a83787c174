import { useRef, useState } from 'react';

import type { SuggestedRisk } from '#src/contract/risk/suggest-risks';
import type { RiskFields } from '#src/domain/risk/risk';

import { doneWords, useChange, useLog } from '../change-log';
import { useDesk } from '../desk';
import { emptyRisk } from '../risk/empty-risk';
import { troubleTitle } from '../trouble';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import { suggestionTitle, type SuggestionFacts } from './suggestion-words';

interface Busy {
  readonly key: string;
  readonly what: 'add' | 'dismiss';
}

/** Adds a suggested risk to the register, or dismisses it; what became of it is noted and read aloud. */
export function useSettle(facts: SuggestionFacts): {
  readonly busy: Busy | null;
  /** Answers whether the suggestion is settled now. */
  readonly add: (suggestion: SuggestedRisk) => Promise<boolean>;
  readonly dismiss: (suggestion: SuggestedRisk) => Promise<boolean>;
} {
  const words = useRiskWords();
  const { say } = words;
  const { register, opened, acts, learnIssue } = useDesk();
  const { noteAll } = useChange();
  const { note, announce } = useLog();
  const [busy, setBusy] = useState<Busy | null>(null);
  // One id for as long as the same suggestion is tried: sent twice, it is made once.
  const riskIds = useRef(new Map<string, string>());

  const tell = (text: string, tone: 'done' | 'problem') => {
    note({ text, tone, turn: null });
    announce(text);
  };

  const add = async (suggestion: SuggestedRisk): Promise<boolean> => {
    if (busy !== null) return false;
    const { key, draft } = suggestion;
    const riskId = riskIds.current.get(key) ?? crypto.randomUUID();
    riskIds.current.set(key, riskId);
    setBusy({ key, what: 'add' });
    const title = suggestionTitle(words, suggestion, facts);
    const fields: RiskFields = { ...emptyRisk(register), ...draft, title, ownerId: opened.viewer };
    const [outcome] = await acts.create([{ id: riskId, fields, origin: { kind: 'suggestion', key } }]);
    setBusy(null);
    for (const id of draft.issueIds) {
      const issueKey = facts.issueKeys[id];
      if (issueKey !== undefined) learnIssue({ id, key: issueKey });
    }
    if (outcome?.kind === 'done') noteAll(doneWords(words, outcome), [outcome]);
    const isMade = outcome?.kind === 'done' || outcome?.kind === 'same';
    if (outcome !== undefined && !isMade)
      tell(say('risk.suggest.not-added', { reason: notDoneWords(words, outcome) ?? '' }), 'problem');
    return isMade;
  };

  const dismiss = async (suggestion: SuggestedRisk): Promise<boolean> => {
    if (busy !== null) return false;
    setBusy({ key: suggestion.key, what: 'dismiss' });
    const result = await acts.dismissSuggestion(suggestion.key);
    setBusy(null);
    if (result.ok) {
      tell(say('risk.suggest.dismissed', { title: suggestionTitle(words, suggestion, facts) }), 'done');
    } else {
      tell(say('risk.suggest.not-dismissed', { reason: troubleTitle(words, result.failure) }), 'problem');
    }
    return result.ok;
  };

  return { busy, add, dismiss };
}
