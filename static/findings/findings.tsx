import type { ReactNode } from 'react';

import { IssueLink } from '../ui/issue-link';
import type { MessageId } from '../ui/locale';
import type { Tone } from '../ui/lozenge';
import type { RichValues, Unit, Words } from '../ui/words';

import type { BacklogWords } from '#src/contract/get-backlog-health';

import type { CheckId, FactsByCheck, Finding, FindingOf } from './finding';

/** What is known around the issues that findings are about, as far as their words need it. */
export interface Surroundings {
  readonly board: { readonly estimationField: string | null };
  readonly unit: Unit;
  readonly words: Pick<BacklogWords, 'priorities' | 'fields'>;
}

interface Wording<Facts> {
  /** What the issue is flagged with, in a word or two. */
  readonly label: MessageId;
  /** What was observed, as one sentence without a full stop. */
  readonly facts: (words: Words, facts: Facts, around: Surroundings) => ReactNode;
  /** What would mend it, in one short sentence. */
  readonly mend: MessageId;
}

type Wordings = { readonly [Id in CheckId]: Wording<FactsByCheck[Id]> };
type Blocker = FactsByCheck['open-blocker']['blockers'][number];

function blocker({ show }: Words, { key, placesBelow }: Blocker): ReactNode {
  const link = <IssueLink issueKey={key} />;
  return placesBelow === null
    ? show('finding.open-blocker.elsewhere', { link })
    : show('finding.open-blocker.below', { link, places: placesBelow });
}

/** Marks at the end of a quotation that its own sentence brings anyway. */
const FULL_STOP = /(?<![.…])\.$/;

/** A sentence about words of the issue itself, which an answer that was kept does not have. */
function withExcerpt(
  { say, show }: Words,
  excerpt: string | null,
  [quoting, plain]: readonly [MessageId, MessageId],
): ReactNode {
  return excerpt === null
    ? say(plain)
    : show(quoting, { excerpt: <bdi key="excerpt">{excerpt.replace(FULL_STOP, '')}</bdi> });
}

const link = (key: string): RichValues => ({ link: <IssueLink key={key} issueKey={key} /> });

const WORDINGS = {
  'missing-estimate': {
    label: 'finding.missing-estimate.label',
    facts: ({ say }, _facts, { board }) =>
      say('finding.missing-estimate.facts', { field: board.estimationField ?? say('list.estimate') }),
    mend: 'finding.missing-estimate.mend',
  },
  oversized: {
    label: 'finding.oversized.label',
    facts: ({ say, amount, number }, { estimate, medianSprint }, { unit }) =>
      say(estimate > medianSprint ? 'finding.oversized.above-sprint' : 'finding.oversized.above-half', {
        estimate: amount(unit, estimate),
        median: number(medianSprint),
      }),
    mend: 'finding.oversized.mend',
  },
  'thin-description': {
    label: 'finding.thin-description.label',
    facts: ({ say }, { words, minimum }) => say('finding.thin-description.facts', { words, minimum }),
    mend: 'finding.thin-description.mend',
  },
  unverifiable: {
    label: 'finding.unverifiable.label',
    facts: ({ say }, { stories, withCriteria }) =>
      say('finding.unverifiable.facts', { stories, withCriteria }),
    mend: 'finding.unverifiable.mend',
  },
  'missing-benefit': {
    label: 'finding.missing-benefit.label',
    facts: ({ say }, { missing }) => {
      const [only] = missing.length === 1 ? missing : [];
      if (only === 'role') return say('finding.missing-benefit.role');
      return say(only === 'benefit' ? 'finding.missing-benefit.benefit' : 'finding.missing-benefit.both');
    },
    mend: 'finding.missing-benefit.mend',
  },
  'compound-story': {
    label: 'finding.compound-story.label',
    facts: (words, { excerpt }) =>
      withExcerpt(words, excerpt, ['finding.compound-story.facts', 'finding.compound-story.plain']),
    mend: 'finding.compound-story.mend',
  },
  'placeholder-text': {
    label: 'finding.placeholder-text.label',
    facts: (words, { where, excerpt }) =>
      withExcerpt(
        words,
        excerpt,
        where === 'summary'
          ? ['finding.placeholder-text.in-summary', 'finding.placeholder-text.plain-summary']
          : ['finding.placeholder-text.in-description', 'finding.placeholder-text.plain-description'],
      ),
    mend: 'finding.placeholder-text.mend',
  },
  'open-blocker': {
    label: 'finding.open-blocker.label',
    facts: (words, { blockers }) =>
      words.show('finding.open-blocker.facts', {
        blockers: words.showList(blockers.map((one) => blocker(words, one))),
      }),
    mend: 'finding.open-blocker.mend',
  },
  'default-priority': {
    label: 'finding.default-priority.label',
    facts: ({ say, show }, { priorityId }, { words }) => {
      const name = words.priorities[priorityId];
      return name === undefined
        ? say('finding.default-priority.plain')
        : show('finding.default-priority.facts', { priority: <bdi key="priority">{name}</bdi> });
    },
    mend: 'finding.default-priority.mend',
  },
  'missing-why': {
    label: 'finding.missing-why.label',
    facts: ({ say, show }, { parentKey }) =>
      parentKey === null
        ? say('finding.missing-why.alone')
        : show('finding.missing-why.facts', link(parentKey)),
    mend: 'finding.missing-why.mend',
  },
  'stale-ready': {
    label: 'finding.stale-ready.label',
    facts: ({ say }, { days, limit }) => say('finding.stale-ready.facts', { days, limit }),
    mend: 'finding.stale-ready.mend',
  },
  abandoned: {
    label: 'finding.abandoned.label',
    facts: ({ say }, { days, limit }) => say('finding.abandoned.facts', { days, limit }),
    mend: 'finding.abandoned.mend',
  },
  'near-duplicate': {
    label: 'finding.near-duplicate.label',
    facts: ({ show }, { key, isSame }) =>
      show(isSame ? 'finding.near-duplicate.same' : 'finding.near-duplicate.alike', link(key)),
    mend: 'finding.near-duplicate.mend',
  },
  'rank-inversion': {
    label: 'finding.rank-inversion.label',
    facts: ({ show }, { key, placesAbove }) =>
      show('finding.rank-inversion.facts', { ...link(key), places: placesAbove }),
    mend: 'finding.rank-inversion.mend',
  },
  'required-field': {
    label: 'finding.required-field.label',
    facts: ({ say, list }, { fieldIds }, { words }) => {
      const names = fieldIds.flatMap((id) => words.fields[id] ?? []);
      return names.length < fieldIds.length
        ? say('finding.required-field.plain', { count: fieldIds.length })
        : say('finding.required-field.facts', {
            count: names.length,
            fields: list(names.map((name) => say('finding.quoted', { name }))),
          });
    },
    mend: 'finding.required-field.mend',
  },
} satisfies Wordings;

/** What a check flags an issue with, in a word or two. */
export function checkName({ say }: Words, check: CheckId): string {
  return say(WORDINGS[check].label);
}

/** What a finding is called in a word or two. */
export function labelOf(words: Words, finding: Finding): string {
  return checkName(words, finding.check);
}

/** What was observed, worded so that it can be checked against the issue. */
export function factsOf<Id extends CheckId>(
  words: Words,
  finding: FindingOf<Id>,
  around: Surroundings,
): ReactNode {
  const wordings: Wordings = WORDINGS;
  return wordings[finding.check].facts(words, finding.facts, around);
}

/** What would mend a finding, as one sentence with its full stop. */
export function mendOf({ say }: Words, finding: Finding): string {
  return say(WORDINGS[finding.check].mend);
}

const TONES = { critical: 'danger', warn: 'warning', info: 'neutral' } as const satisfies Record<
  Finding['severity'],
  Tone
>;

/** The colour of a finding; its label says the same in words. */
export function toneOf(finding: Finding): Tone {
  return TONES[finding.severity];
}
