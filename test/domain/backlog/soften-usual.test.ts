import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { CheckId } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { reassessIssue } from '#src/domain/backlog/reassess-issue';
import { softenUsual } from '#src/domain/backlog/soften-usual';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import { document } from '../../builders/adf';
import { buildBacklog, PRIORITIES } from '../../builders/issue';
import { onlyChecks } from '../../builders/settings';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const SHORT = 'Export invoices';
const TOLD = document('The export holds every invoice of the year, newest first, as the auditors ask.');

type Changes = Partial<BacklogIssue>;
const thin: Changes = { summary: SHORT, description: null };
const sentence: Changes = { summary: 'Let admins choose the default currency themselves', description: null };
const told: Changes = { summary: SHORT, description: TOLD };
const open: Changes = { summary: SHORT, description: document('TBD') };
const subTask: Changes = { ...thin, issueType: { name: 'Sub-task', level: -1 } };
const hidden: Changes = { summary: SHORT, description: undefined };

const times = (count: number, changes: Changes) => Array.from({ length: count }, () => changes);

function assess(work: readonly Changes[], settings: CheckSettings) {
  return assessBacklog(
    {
      issues: buildBacklog(work),
      isWholeBacklog: true,
      history: [],
      period: 'sprint',
      unit: 'points',
      priorities: PRIORITIES,
      now: NOW,
    },
    settings,
  );
}

/** How many findings of a check there are of each severity. */
function severities(work: readonly Changes[], check: CheckId, settings = onlyChecks(check)) {
  const found = assess(work, settings).issues.flatMap(({ findings }) => findings);
  const count = (severity: string) => found.filter((each) => each.severity === severity).length;
  return { warn: count('warn'), info: count('info') };
}

describe('warnings about text', () => {
  it.each([
    ['up to a fifth of the issues', [...times(6, thin), ...times(24, told)], { warn: 6, info: 0 }],
    ['above a fifth', [...times(7, thin), ...times(23, told)], { warn: 0, info: 7 }],
    ['all of them', times(40, thin), { warn: 0, info: 40 }],
    ['few issues, whatever their share', [...times(20, thin), ...times(9, told)], { warn: 20, info: 0 }],
    [
      'long summaries, which are noted anyhow',
      [...times(20, sentence), ...times(6, thin), ...times(4, told)],
      { warn: 6, info: 20 },
    ],
    [
      'sub-tasks and hidden texts, which are not judged',
      [...times(6, thin), ...times(23, told), ...times(9, subTask), ...times(9, hidden)],
      { warn: 6, info: 0 },
    ],
  ])('on thin descriptions with %s', (_what, work, expected) => {
    expect(severities(work, 'thin-description')).toEqual(expected);
  });

  it('on placeholders become notes where the template comes with them', () => {
    const some = [...times(6, open), ...times(24, told)];
    expect(severities(some, 'placeholder-text')).toEqual({ warn: 6, info: 0 });
    const template = [...times(7, open), ...times(23, told)];
    expect(severities(template, 'placeholder-text')).toEqual({ warn: 0, info: 7 });
  });

  it("keep the team's own severity", () => {
    const own = onlyChecks('thin-description');
    const strict = { ...own, 'thin-description': { ...own['thin-description'], severity: 'warn' as const } };
    expect(severities(times(40, thin), 'thin-description', strict)).toEqual({ warn: 40, info: 0 });
  });

  it('come back when descriptions are written', () => {
    const work = [...times(7, thin), ...times(23, told)];
    const last = assess(work, DEFAULT_SETTINGS);
    const issue = { ...buildBacklog(work)[0]!, description: TOLD };
    const change = { issue, priorities: PRIORITIES, settings: DEFAULT_SETTINGS, now: NOW };
    expect(reassessIssue(last, change)).toEqual(assess([told, ...work.slice(1)], DEFAULT_SETTINGS));
  });

  it('fall on a fifth of a large backlog at most', () => {
    const works = fc.array(fc.constantFrom(thin, sentence, told, open), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(works, (work) => {
        for (const check of ['thin-description', 'placeholder-text'] as const) {
          expect(severities(work, check).warn).toBeLessThanOrEqual(work.length / 5);
        }
      }),
    );
  });

  it('are graded alike a second time', () => {
    const { issues } = assess([...times(9, thin), ...times(30, open)], DEFAULT_SETTINGS);
    expect(softenUsual(issues, DEFAULT_SETTINGS)).toEqual(issues);
  });
});
