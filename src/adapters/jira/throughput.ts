import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { INSTANT } from '#src/adapters/jira/instant';
import { issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf, isBetween, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import {
  countPractice,
  practiceFields,
  practiceSchema,
  PRACTICE_SAMPLE,
  type Practice,
} from '#src/adapters/jira/story-practice';
import type { BoardToRead } from '#src/ports/backlog';
import type { Fortnight, ReadThroughput } from '#src/ports/sprints';

const COUNT = z.object({ count: z.number().int().nonnegative() });

interface FinishedIssue extends Practice {
  readonly finished: string;
}

function finishedIssue(board: BoardToRead): z.ZodType<FinishedIssue> {
  const fields = z.intersection(z.object({ statuscategorychangedate: INSTANT }), practiceSchema(board));
  return z
    .object({ fields })
    .transform(({ fields: { statuscategorychangedate: finished, isStory, saysHow } }) => ({
      finished,
      isStory,
      saysHow,
    }));
}

/**
 * Counts what was finished by when issues entered the done category for the last time: those in the board's done column
 * today, by fortnight. Jira counts from its index, to within what changed in the last moments. Of the newest finished issues
 * the texts are read too, for what the team's stories say; so fortnights further back have counts alone.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-approximate-count-get
 */
export function readThroughput({ requestJira, ask }: JiraAccess): ReadThroughput {
  const finishedIn = (board: BoardToRead, start: string, end: string) =>
    [
      isAnyOf('status', board.doneStatusIds),
      isBetween('statusCategoryChangedDate', start, end),
      WITHOUT_SUB_TASKS,
    ].join(' AND ');

  const count = async (board: BoardToRead, { start, end }: Fortnight) => {
    const query = new URLSearchParams({ jql: finishedIn(board, start, end) });
    const answer = await ask('finished issues', COUNT, () =>
      requestJira(route`/rest/software/1.0/board/${board.id}/issue/approximate-count?${query}`),
    );
    return answer.count;
  };

  const newest = async (board: BoardToRead, fortnights: readonly Fortnight[]) => {
    const starts = fortnights.map(({ start }) => start).toSorted();
    const ends = fortnights.map(({ end }) => end).toSorted();
    const finished = finishedIn(board, starts[0] ?? '', ends.at(-1) ?? '');
    const query = listQuery({
      fields: ['statuscategorychangedate', ...practiceFields(board)],
      jql: `${finished} ORDER BY statusCategoryChangedDate DESC`,
      maxResults: PRACTICE_SAMPLE,
      nextPageToken: null,
    });
    const page = await ask('newest finished issues', issuePage(finishedIssue(board)), () =>
      requestJira(route`/rest/software/1.0/board/${board.id}/issue?${query}`),
    );
    return page.issues;
  };

  return async (board, fortnights) => {
    const isCounted = fortnights.length > 0 && board.doneStatusIds.length > 0;
    const [counts, sample] = isCounted
      ? await Promise.all([
          Promise.all(fortnights.map(async (fortnight) => await count(board, fortnight))),
          newest(board, fortnights),
        ])
      : [[], []];
    return fortnights.map(({ number, start, end }, index) => ({
      sprintId: number,
      startDate: start,
      completeDate: end,
      deliveredPoints: 0,
      deliveredItems: counts[index] ?? 0,
      ...countPractice(sample.filter(({ finished }) => start <= finished && finished < end)),
    }));
  };
}
