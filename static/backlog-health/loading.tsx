import Spinner from '@atlaskit/spinner';

import { useStagedWords, type Stage } from '../ui/use-staged-words';

import './loading.css';

/** What is said after so many milliseconds of waiting. */
const STAGES: readonly [Stage, ...Stage[]] = [
  { after: 0, message: 'loading.start' },
  { after: 1000, message: 'loading.reading' },
  { after: 8000, message: 'loading.long' },
];

/** The words for a wait that began when the component appeared. */
export function useWaitingWords(isWaiting: boolean): string {
  return useStagedWords(STAGES, isWaiting);
}

const BLOCK_WIDTHS = [5, 8, 3, 8, 5, 13, 3, 5, 8, 3, 8, 5];

/** The outline of the screen to come, and what is being done. */
export function Loading({ words }: { readonly words: string }) {
  return (
    <div className="loading">
      <div className="loading__bar loading__bar--verdict" />
      <div className="loading__bar loading__bar--basis" />
      <div className="loading__tape">
        {BLOCK_WIDTHS.map((width, index) => (
          <div key={index} className="loading__block" style={{ flexGrow: width }} />
        ))}
      </div>
      <p className="loading__words" aria-hidden="true">
        <Spinner size="small" />
        {words}
      </p>
    </div>
  );
}
