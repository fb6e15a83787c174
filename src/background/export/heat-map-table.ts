import { cell, headerCell, paragraph, strong, table } from '#src/background/adf';
import type { Words } from '#src/background/words';
import type { AdfNode } from '#src/domain/backlog/issue';
import { heatMap, type HeatCell } from '#src/domain/risk/heat-map';
import type { Level } from '#src/domain/risk/level';
import type { Rating, Scale } from '#src/domain/risk/rating';
import type { Risk } from '#src/domain/risk/risk';

/** Light enough for black text on it, and for a printer without colours; the letter says the same. */
const COLOURS: Readonly<Record<Level, string>> = { high: '#ffd5d2', medium: '#fff1b8', low: '#dcfff1' };

/** A place with many risks stays a place of a table. */
const NAMED = 24;

/** In pixels: the usual width of a page's text, and of a column that holds names of steps alone. */
const TABLE_WIDTH = 760;
const STEP_WIDTH = 100;

/** The name of a step of three or five. */
export function stepName({ step, of }: Rating, { say }: Words): string {
  const names = {
    3: ['step.3.1', 'step.3.2', 'step.3.3'],
    5: ['step.5.1', 'step.5.2', 'step.5.3', 'step.5.4', 'step.5.5'],
  } as const;
  const name = names[of][step - 1];
  return name === undefined ? String(step) : say(name);
}

/** The heat map as a table: highest probability first, the numbers of the risks in their places. */
export function heatMapTable(risks: readonly Risk[], scale: Scale, words: Words): AdfNode {
  const numbers = new Map(risks.map(({ id, number }) => [id, number]));
  const steps = Array.from({ length: scale }, (_, index): Rating => ({ step: index + 1, of: scale }));
  const width = Math.floor((TABLE_WIDTH - STEP_WIDTH) / scale);
  const head = [
    headerCell([words.say('export.heat-map.probability'), words.say('export.heat-map.impact')], {
      width: STEP_WIDTH,
    }),
    ...steps.map((step) => headerCell(stepName(step, words), { width })),
  ];
  const rows = heatMap(risks, scale).map((places) => [
    headerCell(stepName({ step: places[0]?.probability ?? 1, of: scale }, words), { width: STEP_WIDTH }),
    ...places.map((place) => placeCell(place, width, numbers, words)),
  ]);
  return table(head, ...rows);
}

function placeCell(
  { level, riskIds }: HeatCell,
  width: number,
  numbers: ReadonlyMap<string, number>,
  { say }: Words,
): AdfNode {
  const named = riskIds
    .slice(0, NAMED)
    .map((id) => say('export.number', { number: String(numbers.get(id)) }));
  const rest = riskIds.length - named.length;
  const lines = [...named, ...(rest > 0 ? [say('export.heat-map.more', { count: rest })] : [])];
  const letter = paragraph(strong(say(`letter.${level}`)));
  const background = COLOURS[level];
  return cell(lines.length > 0 ? [letter, paragraph(lines.join(', '))] : [letter], { background, width });
}
