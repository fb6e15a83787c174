import { z } from 'zod';

import type { ActionAnswer, ActionUse } from '#src/background/rovo/action';
import { textInput } from '#src/background/rovo/action';
import { judgeBoardOfUse, type BoardSaid } from '#src/background/rovo/board-of-use';

export const SPRINTS_AHEAD_INPUTS = z.object({ board: textInput(200) });

function said({ backlog, board, links }: BoardSaid): ActionAnswer {
  const { asOf, missing, assessment } = backlog;
  const { unit, runway, band, shortBy, ready, depth, firstHole, history } = assessment;
  return {
    answer: 'sprints-ahead',
    board,
    unit,
    period: history.period,
    isTwoAhead: shortBy === null ? null : shortBy === 0,
    readyFor:
      runway === null
        ? null
        : { in85Of100: runway.p85, asLikelyAsNot: runway.p50, isAtLeast: runway.isLowerBound, band },
    missingToTwo: shortBy,
    ready: { amount: ready.amount, items: ready.items },
    firstHole:
      firstHole === null
        ? null
        : { key: firstHole, link: links.toIssue(firstHole), readyItemsAbove: depth.items },
    restsOn: { periods: history.delivered.length, needed: history.required },
    notRead: missing.map(({ part }) => part),
    asOf: asOf.toISOString(),
  };
}

/** "Are we two sprints ahead?", of the board that is named or looked at. */
export async function answerSprintsAhead(
  use: ActionUse<z.infer<typeof SPRINTS_AHEAD_INPUTS>>,
): Promise<ActionAnswer> {
  return await judgeBoardOfUse(use, said);
}
