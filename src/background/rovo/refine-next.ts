import { z } from 'zod';

import { textInput, type ActionAnswer, type ActionUse } from '#src/background/rovo/action';
import { judgeBoardOfUse } from '#src/background/rovo/board-of-use';
import { agendaOf } from '#src/domain/backlog/agenda';
import type { Finding } from '#src/domain/backlog/finding';

export const REFINE_NEXT_INPUTS = z.object({ board: textInput(200) });

const checksOf = (findings: readonly Finding[]) => findings.map(({ check }) => check);

/** "What should we refine next?": the agenda that the panel shows, of the board that is named or looked at. */
export async function answerRefineNext(
  use: ActionUse<z.infer<typeof REFINE_NEXT_INPUTS>>,
): Promise<ActionAnswer> {
  return await judgeBoardOfUse(use, async ({ backlog, session, board, links }) => {
    const { assessment, words, asOf } = backlog;
    const agenda = agendaOf(assessment, session);
    const { aim, items, needed, fits, minutesUsed, missing } = agenda;
    const unread = items.filter(({ id }) => words.issues[id] === undefined).map(({ key }) => key);
    // An agenda of keys alone is one still.
    const summaries = await use.app.readSummaries(unread).catch(() => new Map<string, string>());
    return {
      answer: 'refine-next',
      board,
      unit: assessment.unit,
      aim,
      items: items.map(({ id, key, toSettle, toConsider, gain, runwayAfter }) => ({
        key,
        link: links.toIssue(key),
        text: { summary: words.issues[id]?.summary ?? summaries.get(key) ?? null },
        toSettle: checksOf(toSettle),
        toConsider: checksOf(toConsider),
        adds: gain,
        readyForAfterIn85Of100: runwayAfter?.p85 ?? null,
      })),
      needed,
      fitsInto: { minutes: session.minutes, isWhole: fits, minutesUsed },
      missingAfterAll: missing,
      asOf: asOf.toISOString(),
    };
  });
}
