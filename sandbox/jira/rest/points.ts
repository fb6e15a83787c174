import type { PointsRule } from '#sandbox/jira/rest/endpoint';

/**
 * Atlassian's points: a call costs 1, and each object of the answer more on top: 1 for a core object (issue, project, board,
 * sprint, comment, work item link), 2 for one of identity and access (user, group, permission, role). Writes cost 1.
 *
 * Decisions where the rule leaves room:
 * - Only the objects that an answer is about count, not what is nested in them: the assignee of an issue is free.
 * - A change log counts as the issue that it belongs to, however many entries it has.
 * - Site metadata (fields, priorities, statuses, resolutions, issue and link types, board configuration, estimation,
 *   transitions) is no core object: such a call costs 1.
 * - Counts and server information cost 1. An error costs 1: the call.
 */

function partOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.entries(body).find(([key]) => key === name)?.[1] as unknown;
}

const size = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
};

/** Writes, metadata and counts: nothing on top of the call. */
export const callOnly: PointsRule = () => 0;

/** One core object. */
export const oneObject: PointsRule = () => 1;

/** The answer is a list of core objects. */
export const listOfObjects: PointsRule = (body) => size(body);

/** A named list in the answer holds core objects. */
export const objectsIn =
  (name: string): PointsRule =>
  (body) =>
    size(partOf(body, name));

/** One user, group, permission or role. */
export const oneIdentity: PointsRule = () => 2;

/** The answer is a list of users, groups, permissions or roles. */
export const listOfIdentities: PointsRule = (body) => 2 * size(body);

/** A named list or map in the answer holds users, groups, permissions or roles. */
export const identitiesIn =
  (...names: string[]): PointsRule =>
  (body) =>
    2 * names.reduce((sum, name) => sum + size(partOf(body, name)), 0);
