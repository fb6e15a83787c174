import { z } from 'zod';

import type { SprintList } from '#src/domain/capacity/sprint-record';
import type { IssueInSprint } from '#src/ports/sprint-records';

const LISTS = [
  'completed',
  'completed-outside',
  'not-completed',
  'removed',
] as const satisfies readonly SprintList[];

const ESTIMATE = z.number().nullable();
const WHEN = z.iso.datetime().nullable();

/** An issue of a closed sprint as a row: id, key, list, added, carried in, estimates at start and end, became done, work began. */
export const ISSUE_ROW = z
  .tuple([z.string(), z.string(), z.enum(LISTS), z.boolean(), z.boolean(), ESTIMATE, ESTIMATE, WHEN, WHEN])
  .transform(
    ([
      issueId,
      key,
      list,
      wasAdded,
      wasCarriedIn,
      atStart,
      atEnd,
      becameDone,
      startedWork,
    ]): IssueInSprint => ({
      issueId,
      key,
      list,
      wasAdded,
      wasCarriedIn,
      estimateAtStart: atStart,
      estimateAtEnd: atEnd,
      becameDone,
      startedWork,
    }),
  );

/** The row that `ISSUE_ROW` reads. */
export function toIssueRow(issue: IssueInSprint): z.input<typeof ISSUE_ROW> {
  const { issueId, key, list, wasAdded, wasCarriedIn, estimateAtStart, estimateAtEnd } = issue;
  return [
    issueId,
    key,
    list,
    wasAdded,
    wasCarriedIn,
    estimateAtStart,
    estimateAtEnd,
    issue.becameDone,
    issue.startedWork,
  ];
}
