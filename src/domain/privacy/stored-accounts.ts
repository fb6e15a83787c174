import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What the platform gives for somebody who is not logged in. */
const NOBODY = 'unidentified';

/** “An accountId is 1-128 characters long, and may contain alphanumeric characters, as well as - and : characters.” */
const ACCOUNT = /^[A-Za-z0-9:-]{1,128}$/u;

/** Properties that hold an account wherever they stand, or a list of them. */
const PLACES: ReadonlySet<string> = new Set(['by', 'ownerId', 'accountId', 'assigneeId', 'people']);

/** The key of the suggestion that one person carries too much: its last part is that person. */
const SUGGESTION = /^(one-person\/[^/]*\/)(.+)$/u;

/** What a mention shows once nobody is behind it: no name, in no language. */
const NAMELESS = '@…';

type Fields = { readonly [name: string]: Json };

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !isList(value);

/** Whether the text can be the id of an account that somebody has. */
export const isAccountId = (text: string) => ACCOUNT.test(text) && text !== FORMER_ACCOUNT && text !== NOBODY;

/**
 * The accounts that a stored value names: who acted, who owns, who accepted, who was there, who is mentioned in a plan, and who a
 * suggestion is about. In the order in which they come, each once.
 */
export function accountsIn(value: Json): readonly string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found].filter(isAccountId);
}

function collect(value: Json, found: Set<string>): void {
  if (typeof value === 'string') {
    const about = SUGGESTION.exec(value)?.[2];
    if (about !== undefined) found.add(about);
  } else if (isList(value)) {
    for (const item of value) collect(item, found);
  } else if (isFields(value)) {
    for (const text of textsOfPlaces(value)) found.add(text);
    for (const item of Object.values(value)) collect(item, found);
  }
}

/** The values of an object's own places for accounts. */
function textsOfPlaces(fields: Fields): readonly string[] {
  const texts = (value: Json | undefined): readonly string[] => {
    if (typeof value === 'string') return [value];
    return value !== undefined && isList(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  const named = Object.entries(fields).flatMap(([name, value]) => (PLACES.has(name) ? texts(value) : []));
  // A change of the owner has accounts as its values, and a mention has one in its attributes.
  const changed =
    fields['field'] === 'ownerId' ? [...texts(fields['before']), ...texts(fields['after'])] : [];
  const attrs = fields['attrs'];
  const isMention = fields['type'] === 'mention' && attrs !== undefined && isFields(attrs);
  return [...named, ...changed, ...(isMention ? texts(attrs['id']) : [])];
}

/**
 * The value with `FORMER_ACCOUNT` in the place of each of these accounts, wherever it stands, and everything else as it is: who did
 * something becomes unknown, and that it was done stays. The text of a mention, which is a name, goes with its account.
 * Nothing to change answers the value itself.
 */
export function withoutAccounts<Value extends Json>(value: Value, closed: ReadonlySet<string>): Value {
  // What comes back has the shape of what went in: only texts differ.
  return replace(value, closed) as Value;
}

function replace(value: Json, closed: ReadonlySet<string>): Json {
  if (typeof value === 'string') {
    if (closed.has(value)) return FORMER_ACCOUNT;
    const [, start = '', about] = SUGGESTION.exec(value) ?? [];
    return about !== undefined && closed.has(about) ? `${start}${FORMER_ACCOUNT}` : value;
  }
  if (isList(value)) {
    const items = value.map((item) => replace(item, closed));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isFields(value)) return value;
  const fields = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, replace(item, closed)]),
  );
  if (Object.keys(value).every((name) => fields[name] === value[name])) return value;
  return value['type'] === 'mention' ? nameless(fields) : fields;
}

function nameless(mention: Fields): Fields {
  const { attrs } = mention;
  if (attrs === undefined || !isFields(attrs) || attrs['text'] === undefined) return mention;
  return { ...mention, attrs: { ...attrs, text: NAMELESS } };
}
