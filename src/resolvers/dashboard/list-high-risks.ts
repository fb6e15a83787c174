import type { DashboardApp } from '#src/app/dashboard';
import type { HighRisks } from '#src/contract/dashboard/calls';
import type { CalendarDate } from '#src/domain/risk/calendar';
import { listLiveRisks } from '#src/usecases/risk/list-live-risks';

/** A widget has room for fewer; the count says how many there are. */
const SHOWN = 50;

/** The High risks of a space, as the viewer may see them. @throws ReadFailure */
export async function listHighRisks(
  app: DashboardApp,
  spaceId: string,
  today: CalendarDate,
): Promise<HighRisks> {
  const isWanted = ({ level }: { readonly level: string }) => level === 'high';
  const { risks, isWhole } = await listLiveRisks(app.riskPorts(), { spaceId, isWanted }, today);
  return {
    risks: risks.slice(0, SHOWN).map(({ risk, due, page }) => ({
      riskId: risk.id,
      number: risk.number,
      title: risk.title,
      ownerId: risk.ownerId,
      reviewDueOn: due.on,
      daysOverdue: due.daysOverdue,
      page: { id: page.id, title: page.title, path: page.path },
    })),
    count: risks.length,
    isWhole,
    today,
  };
}
