import { asApp, asUser, getAppContext, privacy } from '@forge/api';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';

import { createApp, type LogEntry } from '#src/app';
import { createDashboardApp } from '#src/app/dashboard';
import { createFlagApp } from '#src/app/flag-record';
import { createJqlApp } from '#src/app/jql';
import { createRegisterApp } from '#src/app/register';
import { createRollUpApp } from '#src/app/roll-up';
import { createRovoApp } from '#src/app/rovo';
import { createSettingsApp } from '#src/app/settings';
import { createSprintApp } from '#src/app/sprint';
import { createTransferApp } from '#src/app/transfer';
import { createTrendApp, trendBeside, trendBesideSprint } from '#src/app/trend';
import { createWorkItemApp } from '#src/app/work-item';
import { createTrendCounter } from '#src/background/count-trend';
import { createExport } from '#src/background/export-register';
import { createMissedFreezer } from '#src/background/freeze-missed';
import { createStartFreezer } from '#src/background/freeze-started';
import { createClauseAnswerer } from '#src/background/jql/answer-clause';
import { createClauseRefresher } from '#src/background/jql/refresh';
import { createReminder } from '#src/background/remind';
import { createPeopleReporter } from '#src/background/report-people';
import { createActions } from '#src/background/rovo/actions';
import { createWorkItemStatus } from '#src/background/work-item/status';
import { dataResolvers } from '#src/resolvers/admin/data-calls';
import { callResolvers } from '#src/resolvers/calls';
import { dashboardResolvers } from '#src/resolvers/dashboard/dashboard-calls';
import { flagResolvers } from '#src/resolvers/flag-record/flag-calls';
import { isLicensed, type LicenceContext } from '#src/resolvers/licence';
import { registerResolvers } from '#src/resolvers/risk/register-calls';
import { rollUpResolvers } from '#src/resolvers/risk/roll-up';
import { layerResolvers } from '#src/resolvers/settings/layer-calls';
import { sprintResolvers } from '#src/resolvers/sprint/sprint-calls';
import { trendResolvers } from '#src/resolvers/trend/trend-calls';
import { workItemResolvers } from '#src/resolvers/work-item/work-item-calls';

const platform = {
  jiraAsUser: () => asUser().requestJira,
  // Where no user is there to act as: events, schedules, and JQL functions, of which Jira shows each searcher what they may see. What is
  // kept are ids and numbers: see the apps of flags, trends and JQL.
  jiraAsApp: () => asApp().requestJira,
  confluenceAsUser: () => asUser().requestConfluence,
  // Where no user is there to act as: reminders, exports after asking whether the viewer may see the page, and JQL functions of pages
  // that nobody is kept from. See the adapters of the register and of JQL.
  confluenceAsApp: () => asApp().requestConfluence,
  storage: kvs,
  reportPersonalData: privacy.reportPersonalData,
  now: () => new Date(),
  random: Math.random,
  log: (entry: LogEntry) => {
    console.error(JSON.stringify(entry));
  },
};

const register = createRegisterApp(platform);

const workItem = createWorkItemApp(platform);

export const resolver = makeResolver({
  ...callResolvers(createApp(platform, () => trendBeside(platform))),
  ...registerResolvers(register),
  ...rollUpResolvers(createRollUpApp(platform)),
  ...sprintResolvers(createSprintApp(platform, () => trendBesideSprint(platform))),
  ...flagResolvers(createFlagApp(platform)),
  ...trendResolvers(createTrendApp(platform)),
  ...workItemResolvers(workItem),
  ...layerResolvers(createSettingsApp(platform)),
  ...dataResolvers(createTransferApp(platform)),
  ...dashboardResolvers(createDashboardApp(platform)),
});

export const workItemStatus = createWorkItemStatus(workItem);

export const exportRegister = createExport(register);

/** Whether the app may work in the background, by what the platform hands to the function. */
const mayWork = (run: unknown) =>
  isLicensed({ ...(run as LicenceContext), environmentType: getAppContext().environmentType });

export const remind = createReminder(platform, mayWork);

export const freezeStarted = createStartFreezer(platform, mayWork);

export const freezeMissed = createMissedFreezer(platform, mayWork);

export const countTrend = createTrendCounter(platform, mayWork);

export const reportPeople = createPeopleReporter(platform);

export const jqlFunction = createClauseAnswerer(createJqlApp(platform));

export const refreshJql = createClauseRefresher(platform, mayWork);

const actions = createActions(createRovoApp(platform), () => getAppContext().environmentType);

export const sprintsAhead = actions.sprintsAhead;

export const refineNext = actions.refineNext;

export const risksForMe = actions.risksForMe;

export const addRisk = actions.addRisk;
