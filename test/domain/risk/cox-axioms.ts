import { LEVELS, type Level } from '#src/domain/risk/level';

export type Colouring = readonly (readonly Level[])[];

export const steps = (scale: number) => Array.from({ length: scale }, (_, index) => index + 1);

/** Rows by probability from the top, as they are drawn. */
export const drawn = (colouring: Colouring) =>
  colouring.toReversed().map((row) => row.map((level) => level.charAt(0).toUpperCase()).join(' '));
export const parse = (rows: readonly string[]): Colouring =>
  rows
    .toReversed()
    .map((row) =>
      row.split(' ').map((letter) => LEVELS.find((level) => level.startsWith(letter.toLowerCase()))!),
    );

interface Place {
  readonly row: number;
  readonly column: number;
  readonly level: Level;
  /** Least and greatest probability × impact of the points in it, in units of 1 / n². */
  readonly min: number;
  readonly max: number;
}

function places(colouring: Colouring): readonly Place[] {
  return colouring.flatMap((levels, row) =>
    levels.map((level, column) => ({ row, column, level, min: row * column, max: (row + 1) * (column + 1) })),
  );
}

const isBeside = (a: Place, b: Place) => Math.abs(a.row - b.row) + Math.abs(a.column - b.column) === 1;
/** A line that rises can pass from `a` straight into `b`: through an edge, or through the corner at its upper right. */
const leadsUpTo = (a: Place, b: Place) =>
  b.row - a.row >= 0 && b.row - a.row <= 1 && b.column - a.column >= 0 && b.column - a.column <= 1 && a !== b;

/** Which of Cox's axioms a colouring keeps, for a risk that is probability × impact on axes of equal steps. */
export function axioms(colouring: Colouring) {
  const all = places(colouring);
  const red = all.filter(({ level }) => level === 'high');
  const green = all.filter(({ level }) => level === 'low');
  const [leastRed, mostGreen] = [
    Math.min(...red.map(({ min }) => min)),
    Math.max(...green.map(({ max }) => max)),
  ];
  const isBetween = (place: Place) =>
    green.some((each) => leadsUpTo(each, place)) && red.some((each) => leadsUpTo(place, each));
  const isAsHighAsRed = ({ max }: Place) => max > leastRed;
  const isAsLowAsGreen = ({ min }: Place) => min < mostGreen;
  return {
    hasAllThree: LEVELS.every((level) => all.some((place) => place.level === level)),
    noRedBesideGreen: red.every((one) => green.every((other) => !isBeside(one, other))),
    weakConsistency: leastRed >= mostGreen,
    betweenness: green.every((one) => red.every((other) => !leadsUpTo(one, other))),
    consistentColouring: all.every((place) => {
      if (isAsHighAsRed(place) && !isAsLowAsGreen(place)) return place.level === 'high';
      if (isAsLowAsGreen(place) && !isAsHighAsRed(place)) return place.level === 'low' || isBetween(place);
      return place.level === 'medium'
        ? isBetween(place) || (isAsHighAsRed(place) && isAsLowAsGreen(place))
        : true;
    }),
  };
}

export const keepsAll = (colouring: Colouring) => Object.values(axioms(colouring)).every(Boolean);

/** Every colouring that never falls along either axis. */
export function* rising(scale: number, rows: Colouring = []): Generator<Colouring> {
  if (rows.length === scale) {
    yield rows;
    return;
  }
  const below = rows.at(-1);
  for (const row of risingRows(scale)) {
    if (below?.every((level, index) => LEVELS.indexOf(level) >= LEVELS.indexOf(row[index]!)) !== false) {
      yield* rising(scale, [...rows, row]);
    }
  }
}

function risingRows(scale: number): readonly (readonly Level[])[] {
  return steps(scale + 1).flatMap((low) =>
    steps(scale + 2 - low).map((medium) =>
      steps(scale).map((step) => (step < low ? 'low' : step < low + medium - 1 ? 'medium' : 'high')),
    ),
  );
}
