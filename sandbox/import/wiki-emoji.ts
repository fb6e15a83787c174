import type { Adf } from '#sandbox/jira/model';

/** What people type for the pictures that wiki markup draws, by the emoji's short name. */
const TYPED: Readonly<Record<string, string>> = {
  ':slight_smile:': ':)',
  ':disappointed:': ':(',
  ':stuck_out_tongue:': ':P',
  ':smiley:': ':D',
  ':wink:': ';)',
  ':thumbsup:': '(y)',
  ':thumbsdown:': '(n)',
  ':info:': '(i)',
  ':check_mark:': '(/)',
  ':cross_mark:': '(x)',
  ':warning:': '(!)',
  ':plus:': '(+)',
  ':minus:': '(-)',
  ':question:': '(?)',
  ':light_bulb_on:': '(on)',
  ':light_bulb_off:': '(off)',
  ':yellow_star:': '(*)',
};

const ENDS_IN_WORD = /[\p{L}\p{N}_:]$/u;
const STARTS_WITH_WORD = /^[\p{L}\p{N}_]/u;

/**
 * The characters behind an emoji that stands inside a word, such as the star in `cpus(*):4`; undefined for one
 * that was meant. Logs and SQL parameters are full of the former.
 */
export function typedInsideWord(
  emoji: Adf,
  before: Adf | undefined,
  after: Adf | undefined,
): string | undefined {
  const typed = TYPED[String(emoji.attrs?.['shortName'])];
  if (typed === undefined) return undefined;
  const isInside = ENDS_IN_WORD.test(before?.text ?? '') || STARTS_WITH_WORD.test(after?.text ?? '');
  return isInside ? typed : undefined;
}
