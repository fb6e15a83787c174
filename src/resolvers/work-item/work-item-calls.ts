import type { WorkItemApp } from '#src/app/work-item';
import { WORK_ITEM_CALLS, type ResponseOf, type WorkItemCall } from '#src/contract/index';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { getWorkItem } from '#src/resolvers/work-item/get-work-item';
import { getWorkItemRisks } from '#src/resolvers/work-item/get-work-item-risks';

/** A resolver for every call of the work item's panel; a call without one does not compile. */
export function workItemResolvers(app: WorkItemApp): {
  readonly [C in WorkItemCall]: CallResolver<ResponseOf<C>>;
} {
  const { 'get-work-item': item, 'get-work-item-risks': risks } = WORK_ITEM_CALLS;
  return {
    'get-work-item': answerCall(app, 'get-work-item', 'reads', item.request, getWorkItem),
    'get-work-item-risks': answerCall(app, 'get-work-item-risks', 'reads', risks.request, getWorkItemRisks),
  };
}
