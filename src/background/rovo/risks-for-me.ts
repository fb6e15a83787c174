import { z } from 'zod';

import { linksOn, type ActionAnswer, type ActionUse } from '#src/background/rovo/action';
import { addDays, dayIn } from '#src/domain/risk/calendar';
import type { LiveRisk } from '#src/usecases/risk/list-live-risks';

export const RISKS_FOR_ME_INPUTS = z.object({});

const SHOWN = 20;
const WEEK = 7;

/** "Which risks need me?": what the asker owns, most urgent first, of registers on pages that they may see. */
export async function answerRisksForMe({
  app,
  viewer,
}: ActionUse<z.infer<typeof RISKS_FOR_ME_INPUTS>>): Promise<ActionAnswer> {
  // The platform does not tell an action where the asker's day begins.
  const today = dayIn('UTC', app.now().toISOString());
  const [{ risks, isWhole }, links] = await Promise.all([app.ownRisks(viewer, today), linksOn(app)]);
  const needOf = ({ due }: LiveRisk) =>
    due.daysOverdue > 0 ? 'review-overdue' : due.on < addDays(today, WEEK) ? 'review-this-week' : 'none-now';
  return {
    answer: 'risks-for-me',
    today,
    count: risks.length,
    overdue: risks.filter(({ due }) => due.daysOverdue > 0).length,
    high: risks.filter(({ level }) => level === 'high').length,
    isWhole,
    risks: risks.slice(0, SHOWN).map((one) => ({
      key: `R-${one.risk.number}`,
      need: needOf(one),
      level: one.level,
      reviewDueOn: one.due.on,
      daysOverdue: one.due.daysOverdue,
      response: one.risk.response,
      mitigationDueOn: one.risk.dueOn,
      link: links.to(one.page.path),
      text: { title: one.risk.title, page: one.page.title },
    })),
  };
}
