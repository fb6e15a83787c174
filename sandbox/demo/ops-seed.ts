import { OPS_ISSUES, type OpsColumn } from '#sandbox/demo/ops';
import { accountOf, document, type Stage } from '#sandbox/demo/stage';
import { atTime, DAY, onWeekday, spread } from '#sandbox/demo/timeline';
import { ISSUE_TYPE, PRIORITY, STATUS } from '#sandbox/jira/ids';
import type { Status } from '#sandbox/jira/model';

/** Work on a Kanban board is chosen before it is started, hence a status of its own. */
export const SELECTED: Status = {
  id: '10100',
  name: 'Selected for Development',
  category: 'new',
  projectId: null,
};

const WAY: Readonly<Record<OpsColumn, readonly string[]>> = {
  backlog: [],
  selected: [SELECTED.id],
  progress: [SELECTED.id, STATUS.inProgress],
  done: [SELECTED.id, STATUS.inProgress, STATUS.done],
};

/** Notes what happens in platform operations: issues come in and flow through the columns. */
export function noteOps(stage: Stage, projectId: string): void {
  const { site, timeline, calendar } = stage;
  for (const plan of OPS_ISSUES) {
    const minute = spread(plan.ref, 50);
    const created = atTime(onWeekday(calendar.reference - plan.age * DAY), 9, minute);
    timeline.at(created, (at) => {
      const issue = site.createIssue(
        {
          projectId,
          issueTypeId: plan.type === 'bug' ? ISSUE_TYPE.bug : ISSUE_TYPE.task,
          summary: plan.summary,
          description: document(plan.text),
          priorityId: PRIORITY[plan.priority ?? 'medium'],
          assignee: plan.assignee ? accountOf(plan.assignee) : null,
        },
        { by: accountOf('sunniva'), at },
      );
      stage.name(plan.ref, issue);
    });
    const way = WAY[plan.column];
    const moved = atTime(onWeekday(calendar.reference - (plan.moved ?? plan.age) * DAY), 16, minute);
    way.forEach((statusId, index) => {
      const moment = created + ((moved - created) * (index + 1)) / way.length;
      timeline.at(Math.round(moment), (at) => {
        const by = accountOf(plan.assignee ?? 'sunniva');
        site.transitionIssue(stage.issue(plan.ref).id, statusId, { by, at });
      });
    });
  }
}
