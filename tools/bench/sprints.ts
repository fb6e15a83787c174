import { DAY } from '#sandbox/demo/timeline';
import { createProject, FIELD, installDefaults, ISSUE_TYPE, STATUS } from '#sandbox/jira/defaults';
import { roundTrips } from '#sandbox/jira/rest/round-trips';
import type { JiraSite } from '#sandbox/jira/site.types';
import type { LedgerEntry } from '#sandbox/jira/rest.types';
import { startLocalApp } from '#tools/local-app';

const LEAD = '5c10a2844c20165700bec0f1';
const SPRINTS = 10;

/** What reading a board's sprint history took. */
interface HistoryCost {
  readonly calls: number;
  readonly points: number;
  readonly roundTrips: number;
}

export interface SprintHistoryCost {
  readonly first: HistoryCost;
  readonly later: HistoryCost;
}

export interface BusyTeam {
  readonly boardId: number;
  readonly projectId: string;
  readonly leadAccountId: string;
  /** Oldest first. */
  readonly sprintIds: readonly number[];
}

/**
 * A team that closed ten sprints of so many issues each, none of them carried over: the first was taken out while the sprint ran, the second
 * estimated anew, the rest done. Beside them a backlog that changed meanwhile.
 */
export function seedBusyTeam(
  site: JiraSite,
  { issuesEach, backlog }: { readonly issuesEach: number; readonly backlog: number },
): BusyTeam {
  return site.batch(() => {
    installDefaults(site);
    const user = { accountId: LEAD, displayName: 'Bench Lead', email: 'lead@example.com', active: true };
    site.put('users', { ...user, timeZone: 'Asia/Kolkata', locale: 'en_GB' });
    const members = { admins: [LEAD], members: [], viewers: [] };
    const project = createProject(site, {
      key: 'BUSY',
      name: 'Busy',
      style: 'classic',
      leadAccountId: LEAD,
      members,
    });
    const board = site.createBoard({
      name: 'Busy board',
      type: 'scrum',
      projectId: project.id,
      filterId: '19100',
      filterJql: 'project = BUSY ORDER BY Rank ASC',
      columns: [STATUS.toDo, STATUS.inProgress, STATUS.done].map((id) => ({ name: id, statusIds: [id] })),
      estimation: { type: 'field', fieldId: FIELD.storyPoints },
      rankFieldId: FIELD.rank,
      hasSprints: true,
    });
    const create = (at: number, sprintId: number | null) =>
      site.createIssue(
        {
          projectId: project.id,
          issueTypeId: ISSUE_TYPE.story,
          summary: 'Work',
          sprintId,
          customFields: { [FIELD.storyPoints]: 3 },
        },
        { by: LEAD, at },
      ).id;
    const begun = site.clock.now() - (SPRINTS * 14 + 1) * DAY;
    const sprintIds = Array.from({ length: SPRINTS }, (_, number) => {
      const start = begun + number * 14 * DAY;
      const act = (days: number) => ({ by: LEAD, at: start + days * DAY });
      const sprint = site.createSprint({ boardId: board.id, name: `Busy ${number + 1}` }, act(-1));
      const ids = Array.from({ length: issuesEach }, () => create(start - DAY, sprint.id));
      site.startSprint(sprint.id, { ...act(0), endDate: start + 13 * DAY });
      const [removed = '', changed = '', ...others] = ids;
      site.moveToSprint(removed, null, act(2));
      site.editIssue(changed, { customFields: { [FIELD.storyPoints]: 5 } }, act(3));
      for (const id of [changed, ...others]) {
        site.transitionIssue(id, STATUS.inProgress, act(4));
        site.transitionIssue(id, STATUS.done, act(6));
      }
      site.completeSprint(sprint.id, { ...act(13), moveOpenTo: null });
      return sprint.id;
    });
    for (let place = 0; place < backlog; place += 1) create(begun + place * 60_000, null);
    return { boardId: board.id, projectId: project.id, leadAccountId: LEAD, sprintIds };
  });
}

function costOf(entries: readonly LedgerEntry[]): HistoryCost {
  return {
    calls: entries.length,
    points: entries.reduce((sum, { points }) => sum + points, 0),
    roundTrips: roundTrips(entries),
  };
}

/** Reads the last ten sprints of a team of thirty issues a sprint twice, with a delay for each REST call. @throws Error when one is missing. */
export async function measureSprintHistory(bundle: string): Promise<SprintHistoryCost> {
  const app = await startLocalApp(bundle, (site) => seedBusyTeam(site, { issuesEach: 30, backlog: 300 }));
  app.faults.set({ latencyMs: 60 });
  const read = async () => {
    const since = app.rest.ledger.mark();
    const { boardId, leadAccountId } = app.seeded;
    const answer = await app.call('read-sprint-past', { boardId }, leadAccountId);
    const { ok, data } = answer as { ok: boolean; data?: { unread: number } };
    if (!ok || data?.unread !== 0)
      throw new Error(`The sprint history is not whole: ${JSON.stringify(answer)}`);
    return costOf(app.rest.ledger.entries({ since }));
  };
  return { first: await read(), later: await read() };
}
