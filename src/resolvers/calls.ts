import type { App } from '#src/app';
import { CALLS, type BacklogCall, type ResponseOf } from '#src/contract/index';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { getBacklogHealth } from '#src/resolvers/get-backlog-health';
import { getBoardSettings } from '#src/resolvers/get-board-settings';
import { listBoards } from '#src/resolvers/list-boards';
import { mendIssue } from '#src/resolvers/mend-issue';
import { probeBacklog } from '#src/resolvers/probe-backlog';
import { SETTINGS_TO_SAVE, saveBoardSettings } from '#src/resolvers/save-board-settings';

/** A resolver for every call of Jira's screens; a call without one does not compile. */
export function callResolvers(app: App): { readonly [C in BacklogCall]: CallResolver<ResponseOf<C>> } {
  const health = CALLS['get-backlog-health'].request;
  const probe = CALLS['probe-backlog'].request;
  const mend = CALLS['mend-issue'].request;
  const settings = CALLS['get-board-settings'].request;
  const boards = CALLS['list-boards'].request;
  return {
    'get-backlog-health': answerCall(app, 'get-backlog-health', 'reads', health, getBacklogHealth),
    'probe-backlog': answerCall(app, 'probe-backlog', 'reads', probe, probeBacklog),
    'mend-issue': answerCall(app, 'mend-issue', 'changes', mend, mendIssue),
    'get-board-settings': answerCall(app, 'get-board-settings', 'reads', settings, getBoardSettings),
    'save-board-settings': answerCall(
      app,
      'save-board-settings',
      'changes',
      SETTINGS_TO_SAVE,
      saveBoardSettings,
    ),
    'list-boards': answerCall(app, 'list-boards', 'reads', boards, listBoards),
  };
}
