import { readFileSync, statSync } from 'node:fs';

import { scoreWith, type Priors, type SprintScores } from '#tools/evaluate-sprints';
import { fitMissPrior } from '#tools/fit-miss';
import { fitForecastPrior } from '#tools/fit-prior';
import { readSprintBoards } from '#tools/sprint-file';
import { windowsOf, type SprintWindow } from '#tools/sprint-windows';

const HELP = `Derives the constants of the forecast from real boards.

  npm run fit -- FILE.json

FILE.json is as for npm run evaluate -- sprints. Prints the constants of src/domain/capacity/forecast-prior.ts, then how well constants
derived without a source do on that source, and without a fifth of the boards on that fifth. It takes minutes.`;

const FOLDS = 5;

function fit(windows: readonly SprintWindow[]): Priors {
  const forecast = fitForecastPrior(windows);
  return { forecast, miss: fitMissPrior(windows, forecast) };
}

/** Constants from the windows that `isHeldOut` leaves, scored on those that it takes. */
function crossValidated(
  windows: readonly SprintWindow[],
  isHeldOut: (window: SprintWindow) => boolean,
): SprintScores {
  return scoreWith(windows.filter(isHeldOut), fit(windows.filter((window) => !isHeldOut(window))));
}

function lineOf(name: string, { supply, overcommit }: SprintScores): string {
  const figure = (value: number | null) => value?.toFixed(3) ?? 'none';
  const supplied = (['1', '2'] as const).map((sprints) => {
    const { p50, p85, pinball85, n } = supply[sprints];
    return `${sprints} ahead (n ${n}): 50 % ${figure(p50)}, 85 % ${figure(p85)}, pinball ${figure(pinball85)}`;
  });
  const { auc, brier, precision, recall, n } = overcommit;
  const missed = `missed (n ${n}): AUC ${figure(auc)}, Brier ${figure(brier)}, precision ${figure(precision)}, recall ${figure(recall)}`;
  return [name, ...supplied, missed].join('\n  ');
}

function run(file: string | undefined): void {
  if (file === undefined || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new Error(file === undefined ? 'Name one JSON file.' : `There is no file ${file}.`);
  }
  const windows = windowsOf(readSprintBoards(readFileSync(file, 'utf8')));
  if (windows.length === 0)
    throw new Error('No board of the file has five sprints with points and one after them.');
  const priors = fit(windows);
  console.log(JSON.stringify(priors));
  console.log(lineOf('On what it was derived from', scoreWith(windows, priors)));
  const sources = [...new Set(windows.map(({ source }) => source))].sort();
  if (sources.length > 1) {
    for (const source of sources) {
      const scores = crossValidated(windows, (window) => window.source === source);
      console.log(lineOf(`${source}, derived from the others`, scores));
    }
  }
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const scores = crossValidated(windows, ({ boardIndex }) => boardIndex % FOLDS === fold);
    console.log(lineOf(`Fifth ${fold + 1} of the boards, derived from the others`, scores));
  }
}

try {
  const [file] = process.argv.slice(2);
  if (file === '--help' || file === '-h') console.log(HELP);
  else run(file);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exitCode = 1;
}
