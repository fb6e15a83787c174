import Spinner from '@atlaskit/spinner';

import { useStagedWords, type Stage } from '../ui/use-staged-words';

import './loading.css';

const STAGES: readonly [Stage, ...Stage[]] = [
  { after: 0, message: 'sprint.loading.start' },
  { after: 1500, message: 'sprint.loading.reading' },
  { after: 8000, message: 'sprint.loading.long' },
];

/** The words for a wait that began when the component appeared. */
export function useWaitingWords(isWaiting: boolean): string {
  return useStagedWords(STAGES, isWaiting);
}

/** The outline of the screen to come, and what is being done. */
export function Loading({ words }: { readonly words: string }) {
  return (
    <div className="sprint-loading">
      <div className="sprint-loading__bar sprint-loading__bar--verdict" />
      <div className="sprint-loading__bar sprint-loading__bar--basis" />
      <div className="sprint-loading__bar sprint-loading__bar--picture" />
      <p className="sprint-loading__words" aria-hidden="true">
        <Spinner size="small" />
        {words}
      </p>
    </div>
  );
}
