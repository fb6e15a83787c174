import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import { LEVELS, type Level } from '#src/domain/risk/level';

/** The functions that search takes, by the name that people write. */
export const BOARD_FUNCTIONS = ['unrefined', 'ready', 'twoSprintHorizon'] as const;
export const RISK_FUNCTION = 'mitigatesRisk';

export type BoardFunction = (typeof BOARD_FUNCTIONS)[number];
export type JqlFunctionName = BoardFunction | typeof RISK_FUNCTION;

/** Jira hands over a function's name as it was written, and takes it in any case. null for another function. */
export function functionNamed(name: string): JqlFunctionName | null {
  const all: readonly JqlFunctionName[] = [...BOARD_FUNCTIONS, RISK_FUNCTION];
  return all.find((each) => each.toLowerCase() === name.toLowerCase()) ?? null;
}

/** The level that a word stands for, in any case; null for another word. */
export function levelNamed(word: string): Level | null {
  return LEVELS.find((level) => level === word.trim().toLowerCase()) ?? null;
}

/** A page's number as it was written; null when it is no whole number from 1 on. */
export function pageNumbered(word: string): number | null {
  return /^[1-9]\d{0,4}$/.test(word.trim()) ? Number(word) : null;
}

/**
 * The ids of the judged issues that a function stands for. `unrefined` and `ready` part the judged issues between them. The horizon
 * of two sprints follows from the forecast: null where there is none to tell it.
 */
export function issuesOf(name: BoardFunction, assessment: BacklogAssessment): readonly string[] | null {
  const { issues, demand } = assessment;
  const idsWhere = (passes: (issue: (typeof issues)[number]) => boolean) =>
    issues.filter(passes).map(({ id }) => id);
  switch (name) {
    case 'unrefined':
      return idsWhere(({ isReady }) => !isReady);
    case 'ready':
      return idsWhere(({ isReady }) => isReady);
    case 'twoSprintHorizon':
      return demand === null ? null : idsWhere(({ horizon }) => horizon !== 'beyond');
  }
}
