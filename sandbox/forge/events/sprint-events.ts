import type { ProductEvent } from '#sandbox/forge/events/product-events';
import { APP_ACCOUNT } from '#sandbox/jira/ids';
import type { Sprint } from '#sandbox/jira/model';
import type { JiraSite, SprintEvent } from '#sandbox/jira/site.types';
import { jiraDateTime } from '#sandbox/jira/zone';

/** Whoever takes product events: the local platform. */
interface Receiver {
  deliverEvent(event: ProductEvent): Promise<number>;
}

/** Dates come with the offset of the site, not as the REST has them. */
const SITE_ZONE = 'Etc/UTC';

const dated = (name: string, value: number | null) =>
  value === null ? {} : { [name]: jiraDateTime(value, SITE_ZONE) };

/** A sprint as events carry it: ids are strings here, unlike in the REST. */
function sprintPart(sprint: Sprint) {
  return {
    id: String(sprint.id),
    state: sprint.state,
    name: sprint.name,
    ...dated('startDate', sprint.startDate),
    ...dated('endDate', sprint.endDate),
    ...dated('completeDate', sprint.completeDate),
    createDate: jiraDateTime(sprint.createdDate, SITE_ZONE),
    originBoardId: String(sprint.originBoardId),
    goal: sprint.goal,
  };
}

/** Of what an update replaced, only what is another now. */
function oldPart(old: Sprint, sprint: Sprint) {
  const [before, after] = [sprintPart(old), sprintPart(sprint)] as Record<string, unknown>[];
  return Object.fromEntries(Object.entries(before ?? {}).filter(([name, value]) => value !== after?.[name]));
}

/**
 * What Jira Software tells apps of a sprint.
 * @see https://developer.atlassian.com/platform/forge/events-reference/jira-software
 */
export function sprintProductEvent({ kind, sprint, old, by }: SprintEvent): ProductEvent {
  return {
    eventType: `avi:jira-software:${kind}:sprint`,
    sprint: sprintPart(sprint),
    ...(old === null ? {} : { oldValue: oldPart(old, sprint) }),
    ...(by === APP_ACCOUNT ? { selfGenerated: true } : { atlassianId: by }),
  };
}

/** Hands every sprint event of the site to the platform, for the triggers of the manifest; `failed` hears of what goes wrong. */
export function forwardSprintEvents(
  site: Pick<JiraSite, 'onSprintEvent'>,
  host: Receiver,
  failed: (error: unknown) => void = console.error,
): void {
  site.onSprintEvent((event) => {
    // Not within the call that changed the sprint: events come after its answer.
    setImmediate(() => void host.deliverEvent(sprintProductEvent(event)).catch(failed));
  });
}
