import type { SprintApp } from '#src/app/sprint';
import { SPRINT_CALLS, type ResponseOf, type SprintCall } from '#src/contract/index';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { getSprint } from '#src/resolvers/sprint/get-sprint';
import { moveIssues } from '#src/resolvers/sprint/move-issues';
import { readSprintPast } from '#src/resolvers/sprint/read-sprint-past';
import { saveSprintNotes } from '#src/resolvers/sprint/save-sprint-notes';
import { setSprintGoal } from '#src/resolvers/sprint/set-sprint-goal';

/** A resolver for every call of the sprint's screen; a call without one does not compile. */
export function sprintResolvers(app: SprintApp): { readonly [C in SprintCall]: CallResolver<ResponseOf<C>> } {
  const {
    'get-sprint': sprint,
    'read-sprint-past': past,
    'save-sprint-notes': notes,
    'set-sprint-goal': goal,
    'move-issues': move,
  } = SPRINT_CALLS;
  return {
    'get-sprint': answerCall(app, 'get-sprint', 'reads', sprint.request, getSprint),
    'read-sprint-past': answerCall(app, 'read-sprint-past', 'reads', past.request, readSprintPast),
    'save-sprint-notes': answerCall(app, 'save-sprint-notes', 'changes', notes.request, saveSprintNotes),
    'set-sprint-goal': answerCall(app, 'set-sprint-goal', 'changes', goal.request, setSprintGoal),
    'move-issues': answerCall(app, 'move-issues', 'changes', move.request, moveIssues),
  };
}
