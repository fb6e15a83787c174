import type { SuggestedRisk } from '#src/contract/risk/suggest-risks';

import type { RiskWords } from '../words/risk-words';

/** What a suggestion speaks of, beside itself. */
export interface SuggestionFacts {
  readonly unit: 'points' | 'items';
  readonly issueKeys: Readonly<Record<string, string>>;
}

/** The title of the risk, as it would be stored: figures and keys, never somebody's name. */
export function suggestionTitle(
  { say, percent }: RiskWords,
  suggestion: SuggestedRisk,
  { issueKeys }: SuggestionFacts,
): string {
  switch (suggestion.kind) {
    case 'below-two-sprints':
      return say('risk.suggest.title.below');
    case 'blocked-chain': {
      const { rootId, blockedIds, isRing } = suggestion.evidence;
      if (isRing) return say('risk.suggest.title.ring', { count: blockedIds.length });
      const root = issueKeys[rootId] ?? say('risk.issue.some');
      return say('risk.suggest.title.chain', { root, count: blockedIds.length });
    }
    case 'one-person':
      return say('risk.suggest.title.person', { share: percent(suggestion.evidence.share) });
  }
}

/** What was observed, in a sentence or two; a chain's issues are listed beside it. */
export function evidenceWords(
  words: RiskWords,
  suggestion: SuggestedRisk,
  { unit }: SuggestionFacts,
): string {
  const { say, sprints, amount } = words;
  switch (suggestion.kind) {
    case 'below-two-sprints': {
      const { runway, depth } = suggestion.evidence;
      return say('risk.suggest.evidence.below', {
        sure: sprints(runway.p85),
        even: sprints(runway.p50),
        ready: unit === 'points' ? amount('points', depth.amount) : '',
        items: depth.items,
        unit,
      });
    }
    case 'blocked-chain': {
      const { blockedIds, isRing } = suggestion.evidence;
      return say('risk.suggest.evidence.chain', {
        count: blockedIds.length,
        shape: isRing ? 'ring' : 'row',
      });
    }
    case 'one-person': {
      const { accountId, points, total, share } = suggestion.evidence;
      return say('risk.suggest.evidence.person', {
        person: words.person(accountId),
        share: words.percent(share),
        held: words.number(points),
        total: amount(unit, total),
      });
    }
  }
}
