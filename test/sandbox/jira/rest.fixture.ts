import { type FaultSettings, createFaults } from '#sandbox/faults';
import { textAdf } from '#sandbox/jira/adf';
import { FIELD, SECURITY_LEVEL } from '#sandbox/jira/defaults';
import { createRest } from '#sandbox/jira/rest/create-rest';
import type { LimitSettings } from '#sandbox/jira/rest/limits';
import type { Caller, RestRequest } from '#sandbox/jira/rest.types';

import { buildSite } from './site.fixture';

export interface Asked {
  readonly as?: string | null | undefined;
  readonly caller?: Caller;
  readonly scopes?: readonly string[] | null;
  readonly body?: unknown;
  readonly invocationId?: string;
}

/** A REST door on the test site with a clock, a stopwatch and a sleep of its own. */
export function buildRest(
  settings: { limits?: Partial<LimitSettings>; faults?: Partial<FaultSettings> } = {},
) {
  const world = buildSite();
  const machine = { now: 0, slept: [] as number[] };
  const faults = createFaults(settings.faults);
  const rest = createRest({
    site: world.site,
    clock: world.clock,
    faults,
    siteUrl: 'http://site',
    realNow: () => machine.now,
    sleep: (milliseconds) => {
      machine.slept.push(milliseconds);
      return Promise.resolve();
    },
    ...(settings.limits ? { limits: settings.limits } : {}),
  });
  const ask = async (call: string, asked: Asked = {}) => {
    const [method = 'GET', path = ''] = call.split(' ');
    const request: RestRequest = {
      method,
      path,
      headers: {},
      body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
      accountId: 'as' in asked ? asked.as : 'dev',
      caller: asked.caller ?? 'user',
      scopes: asked.scopes ? new Set(asked.scopes) : null,
    };
    const { status, headers, body } = await rest.handle(request, asked.invocationId);
    return { status, headers, body: body === '' ? undefined : (JSON.parse(body) as unknown) };
  };
  return { ...world, rest, faults, machine, ask };
}

/** Adds stories with points and a description to SCR; every third one is for leads only. */
export function addStories(world: ReturnType<typeof buildSite>, count: number) {
  const { site, scrum } = world;
  return site.batch(() =>
    Array.from({ length: count }, (_, index) =>
      site.createIssue(
        {
          projectId: scrum.id,
          issueTypeId: '10001',
          summary: `Story ${index + 1}`,
          description: textAdf(`Words of story ${index + 1}.`),
          customFields: { [FIELD.storyPoints]: index % 8 },
          securityLevelId: index % 3 === 2 ? SECURITY_LEVEL.leads : null,
        },
        { by: 'lea' },
      ),
    ),
  );
}
