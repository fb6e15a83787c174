import type { ReactNode } from 'react';

import type { MessageId } from '../ui/locale';
import type { Tone } from '../ui/lozenge';
import { IssueLink } from '../ui/issue-link';
import type { Unit, Words } from '../ui/words';

import type { CheckId, FactsByCheck, Finding, FindingOf } from './health';

interface Wording<Facts> {
  /** What the issue is flagged with, in a word or two. */
  readonly label: MessageId;
  /** What was observed, as one sentence without a full stop. */
  readonly facts: (words: Words, facts: Facts, unit: Unit) => ReactNode;
}

type Wordings = { readonly [Id in CheckId]: Wording<FactsByCheck[Id]> };
type Blocker = FactsByCheck['open-blocker']['blockers'][number];

function blocker({ show }: Words, { key, placesBelow }: Blocker): ReactNode {
  const link = <IssueLink issueKey={key} />;
  return placesBelow === null
    ? show('finding.open-blocker.elsewhere', { link })
    : show('finding.open-blocker.below', { link, places: placesBelow });
}

const WORDINGS = {
  'missing-estimate': {
    label: 'finding.missing-estimate.label',
    facts: ({ say }, { field }) => say('finding.missing-estimate.facts', { field }),
  },
  oversized: {
    label: 'finding.oversized.label',
    facts: ({ say, amount, number }, { estimate, medianSprint }, unit) =>
      say(estimate > medianSprint ? 'finding.oversized.above-sprint' : 'finding.oversized.above-half', {
        estimate: amount(unit, estimate),
        median: number(medianSprint),
      }),
  },
  'thin-description': {
    label: 'finding.thin-description.label',
    facts: ({ say }, { words, minimum }) => say('finding.thin-description.facts', { words, minimum }),
  },
  'placeholder-text': {
    label: 'finding.placeholder-text.label',
    facts: ({ show }, { where, excerpt }) =>
      show(
        where === 'summary'
          ? 'finding.placeholder-text.in-summary'
          : 'finding.placeholder-text.in-description',
        { excerpt: <bdi key="excerpt">{excerpt}</bdi> },
      ),
  },
  'open-blocker': {
    label: 'finding.open-blocker.label',
    facts: (words, { blockers }) =>
      words.show('finding.open-blocker.facts', {
        blockers: words.showList(blockers.map((one) => blocker(words, one))),
      }),
  },
} satisfies Wordings;

/** What a finding is called in a word or two. */
export function labelOf({ say }: Words, finding: Finding): string {
  return say(WORDINGS[finding.check].label);
}

/** What was observed, worded so that it can be checked against the issue. */
export function factsOf<Id extends CheckId>(words: Words, finding: FindingOf<Id>, unit: Unit): ReactNode {
  const wordings: Wordings = WORDINGS;
  return wordings[finding.check].facts(words, finding.facts, unit);
}

const TONES = { critical: 'danger', warn: 'warning', info: 'neutral' } as const satisfies Record<
  Finding['severity'],
  Tone
>;

/** The colour of a finding; its label says the same in words. */
export function toneOf(finding: Finding): Tone {
  return TONES[finding.severity];
}
