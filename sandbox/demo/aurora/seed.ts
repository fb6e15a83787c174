import { ACTIVE } from '#sandbox/demo/aurora/active';
import { EPICS, SPRINTS } from '#sandbox/demo/aurora/epics';
import { INVOICE_HISTORY } from '#sandbox/demo/aurora/history-invoices';
import { MONEY_HISTORY } from '#sandbox/demo/aurora/history-money';
import { PLATFORM_HISTORY } from '#sandbox/demo/aurora/history-platform';
import { LATER } from '#sandbox/demo/aurora/later';
import { BLOCKS, RELATES } from '#sandbox/demo/aurora/links';
import { NEXT } from '#sandbox/demo/aurora/next';
import { noteIssue, type Ground } from '#sandbox/demo/aurora/play-issue';
import type { SprintPlan } from '#sandbox/demo/plan.types';
import { accountOf, document, type Stage } from '#sandbox/demo/stage';
import { atTime, DAY, onWeekday } from '#sandbox/demo/timeline';
import { ISSUE_TYPE, LINK_TYPE } from '#sandbox/jira/ids';

export const ACTIVE_SPRINT = 23;
const LAST_PLANNED = 24;

/** All open work in the order that the team ranks it; what is done keeps the place it was created at. */
const RANK_ORDER = [...ACTIVE, ...NEXT, ...LATER].map(({ ref }) => ref).concat('sdk-upgrade');

function noteSprint(stage: Stage, boardId: number, plan: SprintPlan, ids: Map<number, number>): void {
  const { site, timeline, calendar } = stage;
  const by = accountOf('maren');
  const { number, goal } = plan;
  const isFirst = number === SPRINTS[0]?.number;
  const isLast = number > LAST_PLANNED;
  const endDate = calendar.on(number, 13, 16);
  const created = isLast
    ? calendar.on(ACTIVE_SPRINT, 1, 13)
    : calendar.on(isFirst ? number : number - 1, isFirst ? -7 : 0, 8, 30);
  timeline.at(created, (at) => {
    const dates = isLast ? {} : { startDate: calendar.on(number, 0, 9, 30), endDate };
    const sprint = { boardId, name: `Aurora ${number}`, goal, ...dates };
    ids.set(number, site.createSprint(sprint, { by, at }).id);
  });
  const id = () => ids.get(number) ?? 0;
  if (number <= ACTIVE_SPRINT) {
    timeline.at(calendar.on(number, 0, 9, 30), (at) => {
      site.startSprint(id(), { by, at, endDate });
    });
  }
  if (number < ACTIVE_SPRINT) {
    timeline.at(endDate, (at) => {
      site.completeSprint(id(), { by, at, moveOpenTo: ids.get(number + 1) ?? null });
    });
  }
}

function noteEpic(stage: Stage, projectId: string, epic: (typeof EPICS)[number]): void {
  stage.timeline.at(atTime(onWeekday(stage.calendar.reference - epic.age * DAY), 9), (at) => {
    const fields = {
      projectId,
      issueTypeId: ISSUE_TYPE.epic,
      summary: epic.summary,
      description: document(epic.text),
    };
    stage.name(epic.ref, stage.site.createIssue(fields, { by: accountOf('maren'), at }));
  });
}

function noteRanking(stage: Stage): void {
  const { site, timeline, calendar } = stage;
  timeline.at(calendar.on(ACTIVE_SPRINT, 1, 15, 30), (at) => {
    RANK_ORDER.slice(1).forEach((ref, index) => {
      const above = stage.issue(RANK_ORDER[index] ?? '');
      const issue = stage.issue(ref);
      if (issue.rank > above.rank) return;
      site.rankIssues([issue.id], { after: above.id }, { by: accountOf('maren'), at: at + index * 1000 });
    });
  });
}

function noteLinks(stage: Stage): void {
  const { site, timeline, calendar } = stage;
  const by = accountOf('maren');
  timeline.at(calendar.on(ACTIVE_SPRINT, -5, 11), (at) => {
    for (const { blocker, blocked } of BLOCKS) {
      site.linkIssues(LINK_TYPE.blocks, stage.issue(blocker).id, stage.issue(blocked).id, { by, at });
    }
    for (const [one, other] of RELATES) {
      site.linkIssues(LINK_TYPE.relates, stage.issue(one).id, stage.issue(other).id, { by, at });
    }
  });
}

/** Notes Aurora's half year: its sprints, epics, issues, links and ranking. */
export function noteAurora(stage: Stage, projectId: string, boardId: number): void {
  const sprintIds = new Map<number, number>();
  const ground: Ground = {
    projectId,
    activeSprint: ACTIVE_SPRINT,
    sprintId: (number) => {
      const id = sprintIds.get(number);
      if (id === undefined) throw new Error(`Sprint ${number} of the demo has not been created yet.`);
      return id;
    },
  };
  for (const sprint of SPRINTS) noteSprint(stage, boardId, sprint, sprintIds);
  for (const epic of EPICS) noteEpic(stage, projectId, epic);
  for (const plan of [
    ...INVOICE_HISTORY,
    ...MONEY_HISTORY,
    ...PLATFORM_HISTORY,
    ...ACTIVE,
    ...NEXT,
    ...LATER,
  ]) {
    noteIssue(stage, ground, plan);
  }
  noteLinks(stage);
  noteRanking(stage);
}
