import type { AccountReports } from '#sandbox/forge/events/account-reports';
import type { EventQueue } from '#sandbox/forge/events/queue';
import { jsonAnswer, notSimulated, textAnswer } from '#sandbox/forge/fetch/answers';
import { fetchAsProduct } from '#sandbox/forge/fetch/product';
import type { ForgeFetch } from '#sandbox/forge/invocation/hooks';
import type { Caller } from '#sandbox/forge/invocation/run';
import type { HandleKvs } from '#sandbox/forge/kvs/api';
import type { Manifest } from '#sandbox/forge/manifest';
import type { HandleRest } from '#sandbox/jira/rest.types';

const parsed = (init: RequestInit): unknown =>
  typeof init.body === 'string' && init.body !== '' ? JSON.parse(init.body) : undefined;

/** `__forge_fetch__`: sends each request of an SDK to the service it is meant for. */
export function createForgeFetch(options: {
  readonly manifest: Manifest;
  readonly doors: Readonly<Record<string, HandleRest | undefined>>;
  readonly kvs: HandleKvs;
  readonly queue: EventQueue;
  readonly accountReports: AccountReports;
}): (caller: Caller) => ForgeFetch {
  const { kvs, queue, accountReports } = options;
  return (caller) =>
    async (target, path, init = {}) => {
      if (target.type === 'kvs') {
        const { status, body } = kvs(path, parsed(init));
        return jsonAnswer(status, body);
      }
      if (target.type === 'fpp' && target.remote === 'stargate') {
        const report = accountReports.handle(init.method ?? 'GET', path, parsed(init));
        if (report) {
          const { status, body, headers } = report;
          return textAnswer(status, body === undefined ? '' : JSON.stringify(body), {
            'content-type': 'application/json',
            ...headers,
          });
        }
        const answer = queue.handle(path, parsed(init), caller.depth);
        return answer ? jsonAnswer(answer.status, answer.body) : notSimulated(path);
      }
      if (target.type === 'fpp') return await fetchAsProduct(target, path, init, caller, options);
      return notSimulated(`${target.type} (${path})`);
    };
}
