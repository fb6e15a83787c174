import type { WorkItemApp } from '#src/app/work-item';
import type { GetWorkItemRisksRequest, WorkItemRisks } from '#src/contract/work-item/calls';
import type { CallHandler } from '#src/resolvers/answer-call';

/** Only risks on pages that Confluence shows the viewer; the issue's id comes from the screen. */
export const getWorkItemRisks: CallHandler<GetWorkItemRisksRequest, WorkItemRisks, WorkItemApp> = async (
  app,
  viewer,
  { issueId },
) => ({
  risks: (await app.readRisks(viewer, issueId)).map(({ risk, level, page }) => ({
    riskId: risk.id,
    number: risk.number,
    title: risk.title,
    level,
    dueOn: risk.dueOn,
    page: { title: page.title, path: page.path },
  })),
});
