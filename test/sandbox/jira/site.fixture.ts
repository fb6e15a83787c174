import { createClock } from '#sandbox/clock';
import { FIELD, createProject, installDefaults } from '#sandbox/jira/defaults';
import { createJiraSite } from '#sandbox/jira/site';
import { type Store, openStore } from '#sandbox/state/store';

export const MONDAY = Date.UTC(2026, 5, 1, 9);
export const DAY = 86_400_000;

const person = (accountId: string, displayName: string) => ({
  accountId,
  displayName,
  email: `${accountId}@example.com`,
  active: true,
  timeZone: 'Etc/UTC',
  locale: 'en_US',
});

/** A site with a company-managed project SCR on a Scrum board, a team-managed TM and a Kanban board; people of every kind. */
export function buildSite(store: Store = openStore(':memory:')) {
  const clock = createClock(() => MONDAY);
  const site = createJiraSite(store, clock);
  installDefaults(site);
  for (const [id, name] of [
    ['ada', 'Ada Admin'],
    ['lea', 'Lea Lead'],
    ['dev', 'Dev Eloper'],
    ['vic', 'Vic Viewer'],
    ['out', 'Olga Outsider'],
  ] as const) {
    site.put('users', person(id, name));
  }
  site.put('groups', { groupId: 'site-admins', name: 'site-admins', accountIds: ['ada'] });
  const members = { admins: ['lea'], members: ['dev'], viewers: ['vic'] };
  const scrum = createProject(site, {
    key: 'SCR',
    name: 'Scrum Team',
    style: 'classic',
    leadAccountId: 'lea',
    members,
  });
  const team = createProject(site, {
    key: 'TM',
    name: 'Team Managed',
    style: 'next-gen',
    leadAccountId: 'lea',
    members: { admins: ['lea'], members: [], viewers: [] },
  });
  const board = site.createBoard({
    name: 'SCR board',
    type: 'scrum',
    projectId: scrum.id,
    filterId: '10001',
    filterJql: 'project = SCR ORDER BY Rank ASC',
    columns: [
      { name: 'To Do', statusIds: ['10000'] },
      { name: 'In Progress', statusIds: ['10001', '10002'], min: 1, max: 5 },
      { name: 'Done', statusIds: ['10003'] },
    ],
    estimation: { type: 'field', fieldId: FIELD.storyPoints },
    rankFieldId: FIELD.rank,
    hasSprints: true,
  });
  const kanban = site.createBoard({
    name: 'TM board',
    type: 'kanban',
    projectId: team.id,
    filterId: '10002',
    filterJql: 'project = TM ORDER BY Rank ASC',
    columns: [{ name: 'All', statusIds: [...team.statusIds] }],
    estimation: { type: 'none' },
    rankFieldId: FIELD.rank,
    hasSprints: false,
  });
  return { site, clock, store, scrum, team, board, kanban };
}
