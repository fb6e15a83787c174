import { describe, expect, test } from 'vitest';

import { SECURITY_LEVEL } from '#sandbox/jira/defaults';
import { can, createViewer } from '#sandbox/jira/permissions';

import { buildSite } from './site.fixture';

const { site, scrum, team } = buildSite();
const create = (securityLevelId: string | null, reporter = 'lea') =>
  site.createIssue(
    { projectId: scrum.id, issueTypeId: '10001', summary: 'x', securityLevelId, reporter },
    { by: 'lea' },
  );
const open = create(null);
const leadsOnly = create(SECURITY_LEVEL.leads);
const devsOwn = create(SECURITY_LEVEL.reporterOnly, 'dev');

site.put('users', {
  ...site.get('users', 'dev')!,
  accountId: 'gone',
  email: 'gone@example.com',
  active: false,
});
const scheme = site.get('permissionSchemes', '0')!;
const PROJECT: [who: string | null | undefined, permission: string, may: boolean][] = [
  ['lea', 'ADMINISTER_PROJECTS', true],
  ['lea', 'DELETE_ISSUES', true],
  ['dev', 'BROWSE_PROJECTS', true],
  ['dev', 'EDIT_ISSUES', true],
  ['dev', 'MANAGE_SPRINTS_PERMISSION', true],
  ['dev', 'DELETE_ISSUES', false],
  ['dev', 'ADMINISTER_PROJECTS', false],
  ['vic', 'BROWSE_PROJECTS', true],
  ['vic', 'EDIT_ISSUES', false],
  ['vic', 'ADD_COMMENTS', false],
  ['out', 'BROWSE_PROJECTS', false],
  ['ada', 'ADMINISTER_PROJECTS', true],
  ['ada', 'BROWSE_PROJECTS', false],
  ['gone', 'BROWSE_PROJECTS', false],
  ['nobody at all', 'BROWSE_PROJECTS', false],
  [null, 'EDIT_ISSUES', true],
  [null, 'NO_SUCH_PERMISSION', false],
  [undefined, 'BROWSE_PROJECTS', false],
];

const SIGHT: [who: string | null | undefined, open: boolean, leads: boolean, reporters: boolean][] = [
  ['lea', true, true, true],
  ['dev', true, false, true],
  ['vic', true, false, false],
  ['out', false, false, false],
  ['ada', false, false, false],
  [null, true, false, false],
  [undefined, false, false, false],
];

describe('permissions', () => {
  test.each(PROJECT)('%s holding %s in a project: %s', (who, permission, may) => {
    expect(can(site, who, permission, { project: scrum })).toBe(may);
  });

  test.each(SIGHT)('%s sees an open issue %s, one for leads %s, one for its reporter %s', (who, ...seen) => {
    const viewer = createViewer(site, who);
    expect([open, leadsOnly, devsOwn].map((issue) => viewer.canSee(issue))).toEqual(seen);
  });

  test('an issue permission is not held where the security level hides the issue', () => {
    expect(can(site, 'dev', 'EDIT_ISSUES', { issue: open })).toBe(true);
    expect(can(site, 'dev', 'EDIT_ISSUES', { issue: leadsOnly })).toBe(false);
  });

  test('site administration is global and held by a group', () => {
    expect(can(site, 'ada', 'ADMINISTER', 'globally')).toBe(true);
    expect(can(site, 'lea', 'ADMINISTER', 'globally')).toBe(false);
    expect(can(site, null, 'ADMINISTER', 'globally')).toBe(false);
  });

  test('projects in sight are those that one may browse; the app has them all', () => {
    const keys = (who: string | null | undefined) =>
      createViewer(site, who)
        .projects()
        .map(({ key }) => key);
    expect([keys('lea'), keys('dev'), keys('out'), keys(null), keys(undefined)]).toEqual([
      [scrum.key, team.key],
      [scrum.key],
      [],
      [scrum.key, team.key],
      [],
    ]);
  });

  test('a group in a role, and being reporter or assignee, give what the scheme says', () => {
    site.put('groups', { groupId: 'guests', name: 'guests', accountIds: ['out'] });
    site.put('projects', {
      ...scrum,
      roleMembers: { ...scrum.roleMembers, '10004': { accountIds: ['vic'], groupIds: ['guests'] } },
    });
    expect(can(site, 'out', 'BROWSE_PROJECTS', { project: site.project('SCR')! })).toBe(true);
    site.put('permissionSchemes', {
      ...scheme,
      grants: [...scheme.grants, { permission: 'EDIT_ISSUES', holder: { type: 'assignee' } }],
    });
    const assigned = site.editIssue(open.id, { assignee: 'vic' }, { by: 'lea' });
    expect(can(site, 'vic', 'EDIT_ISSUES', { issue: assigned })).toBe(true);
    expect(can(site, 'vic', 'EDIT_ISSUES', { project: scrum })).toBe(false);
  });
});
