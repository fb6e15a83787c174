import { asApp, asUser, getAppContext } from '@forge/api';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';

import { createApp, type LogEntry } from '#src/app';
import { createRegisterApp } from '#src/app/register';
import { createRollUpApp } from '#src/app/roll-up';
import { createSprintApp } from '#src/app/sprint';
import { createExport } from '#src/background/export-register';
import { createReminder } from '#src/background/remind';
import { callResolvers } from '#src/resolvers/calls';
import { isLicensed, type LicenceContext } from '#src/resolvers/licence';
import { registerResolvers } from '#src/resolvers/risk/register-calls';
import { rollUpResolvers } from '#src/resolvers/risk/roll-up';
import { sprintResolvers } from '#src/resolvers/sprint/sprint-calls';

const platform = {
  jiraAsUser: () => asUser().requestJira,
  confluenceAsUser: () => asUser().requestConfluence,
  // Where no user is there to act as, and only after asking whether the viewer may see the page: see the register's adapters.
  confluenceAsApp: () => asApp().requestConfluence,
  storage: kvs,
  now: () => new Date(),
  random: Math.random,
  log: (entry: LogEntry) => {
    console.error(JSON.stringify(entry));
  },
};

const register = createRegisterApp(platform);

export const resolver = makeResolver({
  ...callResolvers(createApp(platform)),
  ...registerResolvers(register),
  ...rollUpResolvers(createRollUpApp(platform)),
  ...sprintResolvers(createSprintApp(platform)),
});

export const exportRegister = createExport(register);

export const remind = createReminder(platform, (run) =>
  isLicensed({ ...(run as LicenceContext), environmentType: getAppContext().environmentType }),
);
