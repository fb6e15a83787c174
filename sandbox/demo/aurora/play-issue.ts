import { createdAt, estimatedAt, legMoments } from '#sandbox/demo/aurora/moments';
import { demoUser } from '#sandbox/demo/people';
import type { CommentPlan, IssuePlan, Leg } from '#sandbox/demo/plan.types';
import { accountOf, document, type Stage } from '#sandbox/demo/stage';
import { atTime, DAY, spread } from '#sandbox/demo/timeline';
import { FIELD, ISSUE_TYPE, PRIORITY, SECURITY_LEVEL, STATUS } from '#sandbox/jira/ids';

/** Where Aurora's issues live. */
export interface Ground {
  readonly projectId: string;
  readonly activeSprint: number;
  /** The id of the sprint of that number, once it has been created. */
  sprintId(number: number): number;
}

const TYPES = { story: ISSUE_TYPE.story, task: ISSUE_TYPE.task, bug: ISSUE_TYPE.bug };

function noteCreation(stage: Stage, ground: Ground, plan: IssuePlan): void {
  const reporter = demoUser(plan.by ?? 'maren');
  // Viewers report through the lead, who writes it down for them.
  const author = reporter.role === 'viewer' ? accountOf('maren') : reporter.accountId;
  stage.timeline.at(createdAt(plan, stage.calendar), (at) => {
    const issue = stage.site.createIssue(
      {
        projectId: ground.projectId,
        issueTypeId: TYPES[plan.type],
        summary: plan.summary,
        description: document(plan.text),
        priorityId: PRIORITY[plan.priority ?? 'medium'],
        parentId: plan.epic ? stage.issue(plan.epic).id : null,
        reporter: reporter.accountId,
        labels: [...(plan.labels ?? [])],
        securityLevelId: plan.isSecret ? SECURITY_LEVEL.leads : null,
      },
      { by: author, at },
    );
    stage.name(plan.ref, issue);
  });
  const { points } = plan;
  if (points === undefined) return;
  stage.timeline.at(estimatedAt(plan, stage.calendar), (at) => {
    const edit = { customFields: { [FIELD.storyPoints]: points } };
    stage.site.editIssue(stage.issue(plan.ref).id, edit, { by: accountOf('maren'), at });
  });
}

function noteSubtasks(stage: Stage, ground: Ground, plan: IssuePlan): void {
  const worker = accountOf(plan.assignee ?? 'noa');
  const last = plan.legs?.at(-1);
  const end = last && legMoments(plan, last, ground.activeSprint, stage.calendar);
  plan.subtasks?.forEach(({ summary, isDone }, index) => {
    const ref = `${plan.ref}/${index}`;
    stage.timeline.at(estimatedAt(plan, stage.calendar) + (index + 1) * 60_000, (at) => {
      const fields = {
        projectId: ground.projectId,
        issueTypeId: ISSUE_TYPE.subtask,
        summary,
        parentId: stage.issue(plan.ref).id,
      };
      stage.name(ref, stage.site.createIssue(fields, { by: worker, at }));
    });
    if (!isDone || last === undefined) return;
    const moment = end?.inReview ?? stage.calendar.on(last.sprint, 1, 15);
    stage.timeline.at(moment + index * 60_000, (at) => {
      stage.site.transitionIssue(stage.issue(ref).id, STATUS.done, { by: worker, at });
    });
  });
}

function commentMoment(stage: Stage, plan: IssuePlan, { when }: CommentPlan, index: number): number {
  const minute = spread(plan.ref, 40) + index * 4;
  if (typeof when === 'object') return stage.calendar.on(when.sprint, when.day, 15, minute);
  return atTime(createdAt(plan, stage.calendar) + when * DAY, 13, minute);
}

function noteLeg(stage: Stage, ground: Ground, plan: IssuePlan, leg: Leg, isCarriedIn: boolean): void {
  const { site, timeline, calendar } = stage;
  const moments = legMoments(plan, leg, ground.activeSprint, calendar);
  const worker = accountOf(plan.assignee ?? 'maren');
  const id = () => stage.issue(plan.ref).id;
  const note = (moment: number | undefined, act: (at: number) => void) => {
    if (moment !== undefined) timeline.at(moment, act);
  };
  const transition = (moment: number | undefined, statusId: string) => {
    note(moment, (at) => {
      site.transitionIssue(id(), statusId, { by: worker, at });
    });
  };
  if (!isCarriedIn) {
    note(moments.planned, (at) => {
      site.moveToSprint(id(), ground.sprintId(leg.sprint), { by: accountOf('maren'), at });
    });
    if (plan.assignee) {
      note(moments.planned + 60_000, (at) => {
        site.editIssue(id(), { assignee: worker }, { by: accountOf('maren'), at });
      });
    }
    transition(moments.started, STATUS.inProgress);
    note(moments.started, (at) => {
      const epic = plan.epic === undefined ? undefined : stage.issue(plan.epic);
      if (epic?.statusId !== STATUS.toDo) return;
      site.transitionIssue(epic.id, STATUS.inProgress, { by: accountOf('maren'), at });
    });
  }
  note(moments.reestimated, (at) => {
    const points = leg.reestimated?.points;
    site.editIssue(id(), { customFields: { [FIELD.storyPoints]: points } }, { by: worker, at });
  });
  transition(moments.inReview, STATUS.inReview);
  transition(moments.done, STATUS.done);
  note(moments.left, (at) => {
    site.moveToSprint(id(), null, { by: accountOf('maren'), at });
  });
  const goesOn = plan.legs?.some(({ sprint }) => sprint === leg.sprint + 1) ?? false;
  const isOver = leg.sprint < ground.activeSprint;
  if (isOver && leg.done === undefined && leg.left === undefined && !goesOn) {
    // Completing the sprint moved it on; the team then put it back.
    note(calendar.on(leg.sprint, 13, 16, 10), (at) => {
      site.moveToSprint(id(), null, { by: accountOf('maren'), at });
    });
  }
}

/** Notes everything that happens to an issue: written, estimated, planned, worked on, commented, done. */
export function noteIssue(stage: Stage, ground: Ground, plan: IssuePlan): void {
  const { site, timeline, calendar } = stage;
  noteCreation(stage, ground, plan);
  noteSubtasks(stage, ground, plan);
  plan.legs?.forEach((leg, index) => {
    const before = plan.legs?.[index - 1];
    const isCarriedIn = before?.sprint === leg.sprint - 1 && before.left === undefined;
    noteLeg(stage, ground, plan, leg, isCarriedIn);
  });
  plan.comments?.forEach((comment, index) => {
    timeline.at(commentMoment(stage, plan, comment, index), (at) => {
      const body = document(comment.text);
      if (body) site.addComment(stage.issue(plan.ref).id, body, { by: accountOf(comment.by), at });
    });
  });
  if (plan.isFlagged) {
    timeline.at(calendar.on(ground.activeSprint, 1, 13), (at) => {
      site.editIssue(
        stage.issue(plan.ref).id,
        { isFlagged: true },
        { by: accountOf(plan.assignee ?? 'maren'), at },
      );
    });
  }
  if (plan.doneAfter !== undefined) {
    const by = accountOf(plan.assignee ?? 'maren');
    timeline.at(atTime(createdAt(plan, calendar) + plan.doneAfter * DAY, 16, spread(plan.ref, 50)), (at) => {
      site.transitionIssue(stage.issue(plan.ref).id, STATUS.done, { by, at });
    });
  }
}
