import type { ScreenFailure } from '../../ui/failure';

import type { Opened } from './opened';

/** How far the reading of past sprints has come. `of` is how many were unread when it began. */
export type PastReading =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly left: number; readonly of: number }
  | { readonly state: 'failed'; readonly left: number; readonly failure: ScreenFailure };

/** What the screen knows, for as long as it is open. */
export interface SprintView {
  readonly opened: Opened | null;
  /** The sprint that was asked for last; null leaves it to the backend. */
  readonly sprintId: number | null;
  /** The one that `opened` is the answer for. */
  readonly answeredId: number | null;
  readonly isAsking: boolean;
  /** What went wrong in the latest attempt; null while asking and after a success. */
  readonly failure: ScreenFailure | null;
  /** When this browser got `opened`, in milliseconds since 1970. */
  readonly receivedAt: number;
  readonly past: PastReading;
}

export type SprintEvent =
  | { readonly type: 'asked'; readonly sprintId: number | null }
  | { readonly type: 'answered'; readonly opened: Opened; readonly at: number }
  | { readonly type: 'failed'; readonly failure: ScreenFailure }
  | { readonly type: 'changed'; readonly change: (opened: Opened) => Opened }
  | { readonly type: 'past'; readonly past: PastReading };

export const opening = (sprintId: number | null): SprintView => ({
  opened: null,
  sprintId,
  answeredId: null,
  isAsking: true,
  failure: null,
  receivedAt: 0,
  past: { state: 'idle' },
});

export function nextView(view: SprintView, event: SprintEvent): SprintView {
  switch (event.type) {
    case 'asked':
      return { ...view, sprintId: event.sprintId, isAsking: true, failure: null };
    case 'answered':
      return {
        ...view,
        opened: event.opened,
        answeredId: view.sprintId,
        receivedAt: event.at,
        isAsking: false,
        failure: null,
      };
    case 'failed':
      return { ...view, isAsking: false, failure: event.failure };
    case 'changed':
      return view.opened === null ? view : { ...view, opened: event.change(view.opened) };
    case 'past':
      return { ...view, past: event.past };
  }
}

/** Whether what is in view is of another sprint than the one that was asked for: it gives way to the one to come. */
export function isOfAnother({ opened, sprintId, answeredId }: SprintView): boolean {
  return opened !== null && answeredId !== sprintId && opened.sprint?.id !== sprintId;
}
