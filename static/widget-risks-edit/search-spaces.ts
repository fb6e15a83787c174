import type { Bridge } from '../ui/bridge';
import { fieldsOf, idOf, textOf } from '../ui/json';
import type { Choice } from '../widgets/chooser';

/** Confluence gives so many at once, and has no search by name without a scope of its own: the browser looks through them. */
const AT_ONCE = 250;
const PAGES_AT_MOST = 4;
const SHOWN = 20;

function choiceOf(value: unknown): readonly Choice[] {
  const { id, key, name } = fieldsOf(value);
  const [known, called] = [idOf(id), textOf(name)];
  return known === null || called === null ? [] : [{ id: known, name: called, hint: textOf(key) ?? '' }];
}

/** The cursor of the next page, which Confluence gives as an address. */
function cursorOf(answer: unknown): string | null {
  const next = textOf(fieldsOf(fieldsOf(answer)['_links'])['next']);
  return next === null ? null : new URL(next, 'https://site/').searchParams.get('cursor');
}

/**
 * The spaces that the person who edits may see, asked of Confluence by the browser: a thousand at most.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get
 */
export async function readSpaces({ confluence }: Bridge): Promise<readonly Choice[]> {
  const spaces: Choice[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const query = new URLSearchParams({ limit: String(AT_ONCE), ...(cursor !== null && { cursor }) });
    const answer = await confluence(`/wiki/api/v2/spaces?${query.toString()}`);
    const { results } = fieldsOf(answer);
    spaces.push(...(Array.isArray(results) ? results : []).flatMap(choiceOf));
    cursor = cursorOf(answer);
    if (cursor === null) break;
  }
  return spaces;
}

/** Those whose name or key has the text in it. */
export function spacesNamed(spaces: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  return spaces.filter(({ name, hint }) => `${name}\n${hint}`.toLowerCase().includes(wanted)).slice(0, SHOWN);
}
