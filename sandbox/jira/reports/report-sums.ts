import type { ReportList, ReportPlace } from '#sandbox/jira/reports/report-place';

/** Points, with empty estimates as 0, and the number of issues they are of. */
export interface Sum {
  readonly points: number;
  readonly items: number;
}

export interface ReportSums {
  readonly committed: Sum;
  readonly added: Sum;
  readonly removed: Sum;
  /** What estimates grew by, and of how many issues they changed; an empty estimate is another one than 0. */
  readonly reEstimated: Sum;
  readonly delivered: Sum;
  readonly outside: Sum;
  readonly carriedOver: Sum;
}

/** Adds up the places of a report. */
export function reportSums(places: readonly ReportPlace[]): ReportSums {
  const sum = (which: (place: ReportPlace) => boolean, points: (place: ReportPlace) => number): Sum => {
    const chosen = places.filter(which);
    return { points: chosen.reduce((total, place) => total + points(place), 0), items: chosen.length };
  };
  const atStart = ({ estimateAtStart }: ReportPlace) => estimateAtStart ?? 0;
  const atEnd = ({ estimateAtEnd }: ReportPlace) => estimateAtEnd ?? 0;
  const listed = (name: ReportList) => sum(({ list }) => list === name, atEnd);
  return {
    committed: sum(({ wasAdded }) => !wasAdded, atStart),
    added: sum(({ wasAdded }) => wasAdded, atStart),
    removed: listed('removed'),
    reEstimated: sum(
      ({ estimateAtStart, estimateAtEnd }) => estimateAtStart !== estimateAtEnd,
      (place) => atEnd(place) - atStart(place),
    ),
    delivered: listed('completed'),
    outside: listed('completed-outside'),
    carriedOver: listed('not-completed'),
  };
}
