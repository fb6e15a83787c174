import { z } from 'zod';

/** Nodes that say something by themselves, without text. */
const SPEAKING: ReadonlySet<string> = new Set([
  'media',
  'mediaInline',
  'mention',
  'emoji',
  'date',
  'status',
  'inlineCard',
  'blockCard',
  'embedCard',
  'extension',
  'inlineExtension',
  'bodiedExtension',
]);

interface Node {
  readonly type: string;
  readonly text?: string | undefined;
  readonly content?: readonly Node[] | undefined;
}

const NODE: z.ZodType<Node> = z.lazy(() =>
  z.object({ type: z.string(), text: z.string().optional(), content: z.array(NODE).optional() }),
);

const DOCUMENT = z.object({ type: z.literal('doc'), content: z.array(NODE).optional() });

function speaks({ type, text = '', content = [] }: Node): boolean {
  return SPEAKING.has(type) || text.trim() !== '' || content.some(speaks);
}

/**
 * Whether a field's value says anything, whatever the field's kind: text (plain, wiki markup or an ADF document), number,
 * option, person, list. An emptied editor leaves a document of empty paragraphs, which says nothing.
 */
export function hasSomething(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.some(hasSomething);
  const { success, data } = DOCUMENT.safeParse(value);
  return success ? speaks(data) : Object.keys(value).length > 0;
}
