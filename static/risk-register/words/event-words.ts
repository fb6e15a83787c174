import { describeEvent, type ChangeFact, type EventFacts } from '#src/domain/risk/describe-event';
import type { RegisterEvent } from '#src/domain/risk/register-change';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { RiskState } from '#src/domain/risk/risk';

import type { RiskWords } from './risk-words';

/** One entry of the history in words. */
export interface EventInWords {
  /** What was done, such as "Maria reviewed it: unchanged". */
  readonly deed: string;
  /** What changed by it, one sentence each. */
  readonly changes: readonly string[];
}

/** Turns an event into readable sentences. */
export function eventWords(words: RiskWords, event: RiskEvent): EventInWords {
  const { deed, act, version, changes } = describeEvent(event);
  return {
    deed: deedWords(words, deed, words.person(act.by), version),
    changes: changes.map((change) => changeWords(words, change)),
  };
}

/** An entry of the register's own history in one sentence. */
export function registerEventWords(words: RiskWords, event: RegisterEvent): string {
  const { say } = words;
  const person = words.person(event.act.by);
  if (event.kind === 'settings-changed') {
    const fields = event.changes.map(({ field }) => say('risk.settings.field', { field }));
    return say('risk.event.settings-changed', { person, fields: words.list(fields) });
  }
  if (event.kind === 'suggestion-dismissed') {
    const [kind = ''] = event.key.split('/');
    return say('risk.event.suggestion-dismissed', { person, kind: kind.replaceAll('-', '_') });
  }
  const { looks, people } = event.session;
  // Who ended it is named once, however much of it they did.
  const others = people.filter((accountId) => accountId !== event.act.by);
  const isOwn = others.length < people.length;
  return say('risk.event.review-ended', {
    person,
    risks: new Set(looks.map(({ riskId }) => riskId)).size,
    company: isOwn ? (others.length === 0 ? 'alone' : 'joined') : 'others',
    people: words.list(others.map((accountId) => words.person(accountId))),
  });
}

function deedWords(words: RiskWords, deed: EventFacts['deed'], person: string, version: number): string {
  const { say } = words;
  switch (deed.kind) {
    case 'created':
      return say('risk.event.created', {
        person,
        title: deed.title,
        // Choices in a message have no hyphens.
        origin: deed.origin.kind === 'pre-mortem' ? 'mortem' : deed.origin.kind,
      });
    case 'reviewed':
      return say('risk.event.reviewed', { person, outcome: outcomeWords(words, deed.outcome) });
    case 'reverted':
      return say('risk.event.reverted', { person, to: restored(deed.toVersion, version) });
    case 'edited':
      return say('risk.event.edited', { person });
    case 'deleted':
      return say('risk.event.deleted', { person });
    case 'undeleted':
      return say('risk.event.undeleted', { person });
  }
}

/** Which state a revert brought back, as readers know it: they have no numbers for versions. */
function restored(toVersion: number, version: number): 'before' | 'first' | 'earlier' {
  if (toVersion === version - 2) return 'before';
  return toVersion === 1 ? 'first' : 'earlier';
}

/** What a reviewer said. */
export function outcomeWords({ say }: RiskWords, outcome: string): string {
  return say('risk.outcome', { outcome });
}

/** One change, such as "Impact raised from Medium to High". */
export function changeWords(words: RiskWords, change: ChangeFact): string {
  const { say, day, person } = words;
  const dayOr = (date: string | null) => (date === null ? '' : day(date));
  switch (change.kind) {
    case 'text-written':
      return say('risk.change.text-written', { field: change.field, to: change.to ?? '' });
    case 'text-removed':
      return say('risk.change.text-removed', { field: change.field, from: change.from ?? '' });
    case 'text-changed':
      return say('risk.change.text-changed', {
        field: change.field,
        from: change.from ?? '',
        to: change.to ?? '',
      });
    case 'category-changed':
      return say('risk.change.category', {
        how: change.from === null ? 'chosen' : change.to === null ? 'dropped' : 'changed',
        from: words.category(change.from),
        to: words.category(change.to),
      });
    case 'rating-raised':
    case 'rating-lowered':
      return say('risk.change.rating', {
        axis: change.axis,
        direction: change.kind === 'rating-raised' ? 'up' : 'down',
        from: words.step(change.from),
        to: words.step(change.to),
      });
    case 'rating-rescaled':
      return say('risk.change.rescaled', { axis: change.axis, to: words.step(change.to) });
    case 'response-changed':
      return say('risk.change.response', {
        from: words.response(change.from),
        to: words.response(change.to),
      });
    case 'plan-written':
      return say('risk.change.plan-written');
    case 'plan-changed':
      return say('risk.change.plan-changed');
    case 'plan-removed':
      return say('risk.change.plan-removed');
    case 'issues-changed':
      return issuesWords(words, change.added, change.removed);
    case 'owner-set':
    case 'owner-changed':
    case 'owner-removed':
      return say('risk.change.owner', { from: person(change.from), to: person(change.to) });
    case 'date-set':
      return say('risk.change.date-set', { to: dayOr(change.to) });
    case 'date-removed':
      return say('risk.change.date-removed', { from: dayOr(change.from) });
    case 'date-moved-earlier':
    case 'date-moved-later':
      return say('risk.change.date-moved', {
        direction: change.kind === 'date-moved-later' ? 'later' : 'earlier',
        from: dayOr(change.from),
        to: dayOr(change.to),
      });
    case 'state-changed':
      return say('risk.change.state', {
        from: stateWords(words, change.from),
        to: stateWords(words, change.to),
      });
    case 'residual-set':
    case 'residual-changed':
    case 'residual-removed':
      return change.to === null
        ? say('risk.change.residual-removed')
        : say('risk.change.residual', {
            probability: words.step(change.to.probability),
            impact: words.step(change.to.impact),
          });
  }
}

/** A state with what belongs to it, such as "accepted until 1 Feb by Maria". */
export function stateWords(words: RiskWords, state: RiskState): string {
  const { say, day, person } = words;
  switch (state.kind) {
    case 'open':
    case 'mitigating':
      return words.state(state.kind);
    case 'accepted':
      return say('risk.state-in-full.accepted', {
        until: state.until === null ? 'open' : 'day',
        date: state.until === null ? '' : day(state.until),
        by: state.by === null ? 'open' : 'person',
        person: person(state.by),
      });
    case 'happened':
      return say('risk.state-in-full.happened', { date: day(state.on) });
    case 'closed':
      return say('risk.state-in-full.closed', { date: day(state.on) });
  }
}

function issuesWords(words: RiskWords, added: readonly string[], removed: readonly string[]): string {
  const named = (ids: readonly string[]) =>
    words.list(ids.map((id) => words.issue(id) ?? words.say('risk.issue.some')));
  if (removed.length === 0) return words.say('risk.change.issues-added', { issues: named(added) });
  if (added.length === 0) return words.say('risk.change.issues-removed', { issues: named(removed) });
  return words.say('risk.change.issues', { added: named(added), removed: named(removed) });
}
