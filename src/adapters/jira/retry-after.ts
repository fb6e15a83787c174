import type { APIResponse } from '@forge/api';

/**
 * How long Jira asks to wait: `Retry-After` in seconds or, as HTTP allows too, up to a date by the clock that `Date` shows. null
 * when it says nothing, or nothing to wait for.
 */
export function secondsToWait(headers: APIResponse['headers']): number | null {
  const header = headers.get('Retry-After');
  if (header === null) return null;
  const inSeconds = Number(header);
  const now = Date.parse(headers.get('Date') ?? '');
  const toDate = (Date.parse(header) - (Number.isNaN(now) ? Date.now() : now)) / 1000;
  const seconds = Math.ceil(Number.isNaN(inSeconds) ? toDate : inSeconds);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
