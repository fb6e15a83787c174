import { ACTS } from '#src/domain/backlog/text/words/acts';
import { STORY_FRAMES } from '#src/domain/backlog/text/words/story-frames';

const NO_LETTER_BEFORE = String.raw`(?<![\p{L}\p{N}])`;

/** Words between the verb and "and", without which two verbs share their object: "search and filter the list". */
const OBJECT_WORDS = 2;

/** "… and I want": the wish said again, in any of the languages. */
const WISH_AGAIN = new RegExp(
  `${NO_LETTER_BEFORE}(?:and|und|et|y|e|ed|en|i|oraz|a),? (?:also |auch |aussi |también |também |anche |ook |także )?(?:${STORY_FRAMES.map(({ want }) => want).join('|')})`,
  'iu',
);
/** "… and (to) delete it": a second verb with an object of its own. */
const SECOND_ACT = new RegExp(
  `${NO_LETTER_BEFORE}(?:and|as well as),? (?:then |also |additionally |to |be able to )*(?:${ACTS.join('|')}) \\p{L}`,
  'giu',
);
/** What leads to the first verb and is no object: "to be able to". */
const LEAD = /^[^\p{L}]*(?:(?:to|be|able|have|the|ability|option|possibility|only|also) )*/iu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Where a wish goes on to a second one; null when it asks for one thing. It knows "and I want" in every language of user
 * stories, and a second verb ("create an invoice and delete a customer") in English. Two verbs with one object ("search and
 * filter the list") are one wish.
 */
export function findSecondWant(want: string): { readonly start: number; readonly end: number } | null {
  const again = WISH_AGAIN.exec(want);
  if (again !== null) return { start: again.index, end: again.index + again[0].length };
  for (const { 0: found, index: start } of want.matchAll(SECOND_ACT)) {
    const before = want.slice(0, start).replace(LEAD, '');
    if ((before.match(WORD)?.length ?? 0) > OBJECT_WORDS) return { start, end: start + found.length };
  }
  return null;
}
