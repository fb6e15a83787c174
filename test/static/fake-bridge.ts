import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { Call, RequestOf, ResponseOf } from '#src/contract/index';
import type { BoardList } from '#src/contract/list-boards';
import type { Answer, Failure } from '#src/contract/outcome';

import type { Bridge, ScreenContext } from '../../static/ui/bridge';

type Answering<Data> = () => Answer<Data> | Promise<Answer<Data>>;

/** How each call answers; one that is not expected fails the test. */
export interface Answers {
  readonly 'get-backlog-health'?: Answering<BacklogHealth>;
  readonly 'list-boards'?: Answering<BoardList>;
}

/** A bridge that answers from memory and writes down what the screen asks of it. */
export interface FakeBridge extends Bridge {
  readonly asked: { readonly call: Call; readonly payload: RequestOf<Call> }[];
  readonly opened: string[];
  readonly closed: number[];
}

export const CONTEXT: ScreenContext = {
  boardId: 7,
  projectId: '10000',
  surface: 'dialog',
  locale: 'en-US',
  siteUrl: 'https://acme.atlassian.net',
};

export const answer = <Data>(data: Data): Answer<Data> => ({ ok: true, data });

export const refuse = (error: Partial<Failure> & Pick<Failure, 'code'>): Answer<never> => ({
  ok: false,
  error: { message: 'For the log only.', ...error },
});

export const never = (): Promise<Answer<never>> => new Promise(() => undefined);

/** A promise to be settled by the test, where the order of events matters. */
export function later<Data>(): {
  readonly promise: Promise<Data>;
  readonly settle: (data: Data) => void;
} {
  let settle: (data: Data) => void = () => undefined;
  const promise = new Promise<Data>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

export function fakeBridge(answers: Answers, context: ScreenContext = CONTEXT): FakeBridge {
  const asked: FakeBridge['asked'] = [];
  const opened: string[] = [];
  const closed: number[] = [];
  return {
    asked,
    opened,
    closed,
    call: async <C extends Call>(call: C, payload: RequestOf<C>) => {
      asked.push({ call, payload });
      const answering = answers[call] as Answering<ResponseOf<C>> | undefined;
      if (answering === undefined) throw new Error(`The test does not expect ${call}.`);
      return await answering();
    },
    context: () => Promise.resolve(context),
    enableTheme: () => Promise.resolve(),
    open: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
    close: () => {
      closed.push(opened.length);
      return Promise.resolve();
    },
  };
}
