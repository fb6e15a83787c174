import { pick } from '#sandbox/demo/random';

/** A site that has the app. */
export interface Tenant {
  /** Boards that somebody opens. */
  readonly boards: number;
  /** Hours ahead of UTC. */
  readonly offset: number;
}

/** What is assumed of sites: nobody has measured these of an app's customers. */
export const SITES = { medianBoards: 5, spread: 1.2, mostBoards: 1_000 } as const;

/** Where teams work, by hours ahead of UTC, with their share. */
const OFFSETS = [
  [-8, 0.15],
  [-5, 0.25],
  [0, 0.12],
  [1, 0.28],
  [5, 0.1],
  [9, 0.1],
] as const;

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A site as they may be: few boards in most, very many in some (log-normal). */
export function makeTenant(random: () => number): Tenant {
  const boards = Math.round(SITES.medianBoards * Math.exp(SITES.spread * normal(random)));
  return { boards: Math.min(SITES.mostBoards, Math.max(1, boards)), offset: pick(random, OFFSETS) };
}
