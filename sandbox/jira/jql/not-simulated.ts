import { JqlNotSimulated } from '#sandbox/jira/jql/error';

/** Fields that every Jira Cloud site has and this one does not keep. */
const FIELDS = new Set([
  'approvals',
  'attachments',
  'category',
  'epic link',
  'hierarchylevel',
  'issuelinktype',
  'lastviewed',
  'originalestimate',
  'parentepic',
  'remainingestimate',
  'team',
  'timeestimate',
  'timeoriginalestimate',
  'timespent',
  'voter',
  'votes',
  'watcher',
  'watchers',
  'worklogauthor',
  'worklogcomment',
  'worklogdate',
  'workratio',
]);

const FUNCTIONS = new Set([
  'currentlogin',
  'earliestunreleasedversion',
  'issuehistory',
  'lastlogin',
  'latestreleasedversion',
  'portfoliochildissuesof',
  'projectsleadbyuser',
  'projectswhereuserhaspermission',
  'projectswhereuserhasrole',
  'updatedby',
  'votedissues',
  'watchedissues',
]);

/** @throws JqlNotSimulated for a field that Jira has and this site has not. */
export function refuseUnsimulatedField(name: string): void {
  if (FIELDS.has(name.toLowerCase())) throw new JqlNotSimulated(`not simulated: the JQL field ${name}`);
}

/** @throws JqlNotSimulated for a function that Jira has and this site has not. */
export function refuseUnsimulatedFunction(name: string): void {
  if (FUNCTIONS.has(name.toLowerCase()))
    throw new JqlNotSimulated(`not simulated: the JQL function ${name}()`);
}
