import type { HandleRest, RestResponse } from '#sandbox/jira/rest.types';

/**
 * The same REST, which asks again for what it answered to the same user only after `milliseconds`. For reading alone: it tells calls
 * apart by their address. What was refused is asked for anew, and so is what fails.
 */
export function keepAnswers(handle: HandleRest, milliseconds: number, now: () => number): HandleRest {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<RestResponse> }>();
  return async (request, invocationId) => {
    const name = `${request.accountId ?? ''} ${request.method} ${request.path}`;
    const known = kept.get(name);
    if (known && known.until > now()) return await known.answer;
    const answer = handle(request, invocationId);
    kept.set(name, { until: now() + milliseconds, answer });
    const isGood = await answer.then(
      ({ status }) => status < 300,
      () => false,
    );
    if (!isGood) kept.delete(name);
    return await answer;
  };
}
