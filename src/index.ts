import { asUser } from '@forge/api';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';

import { createApp } from '#src/app';
import { callResolvers } from '#src/resolvers/calls';

const app = createApp({
  jiraAsUser: () => asUser().requestJira,
  storage: kvs,
  now: () => new Date(),
  log: (entry) => {
    console.error(JSON.stringify(entry));
  },
});

export const resolver = makeResolver(callResolvers(app));
