import type { Call, RequestOf, ResponseOf } from '#src/contract/index';
import type { Answer, Failure } from '#src/contract/outcome';

import type { Bridge, ScreenContext } from '../../static/ui/bridge';

type Answering<C extends Call> = (
  payload: RequestOf<C>,
) => Answer<ResponseOf<C>> | Promise<Answer<ResponseOf<C>>>;

/** How each call answers; one that is not expected fails the test. */
export type Answers = { readonly [C in Call]?: Answering<C> } & {
  /** What Jira itself answers to a path that the screen reads; may throw, as Jira may refuse. */
  readonly jira?: (path: string) => unknown;
  /** The same of Confluence. */
  readonly confluence?: (path: string, question?: object) => unknown;
};

/** A bridge that answers from memory and writes down what the screen asks of it. */
export interface FakeBridge extends Bridge {
  readonly asked: { readonly call: Call; readonly payload: RequestOf<Call> }[];
  /** Paths that the screen read from Jira or Confluence itself. */
  readonly read: string[];
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
  const read: string[] = [];
  const opened: string[] = [];
  const closed: number[] = [];
  return {
    asked,
    read,
    opened,
    closed,
    call: async <C extends Call>(call: C, payload: RequestOf<C>) => {
      asked.push({ call, payload });
      const answering = answers[call] as Answering<C> | undefined;
      if (answering === undefined) throw new Error(`The test does not expect ${call}.`);
      return await answering(payload);
    },
    jira: async (path) => {
      read.push(path);
      if (answers.jira === undefined) throw new Error(`The test does not expect the screen to read ${path}.`);
      return await answers.jira(path);
    },
    confluence: async (path, question) => {
      read.push(path);
      if (answers.confluence === undefined)
        throw new Error(`The test does not expect the screen to read ${path}.`);
      return await answers.confluence(path, question);
    },
    context: () => Promise.resolve(context),
    address: () => Promise.resolve(null),
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
