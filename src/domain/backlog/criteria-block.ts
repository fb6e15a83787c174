import type { AdfNode } from '#src/domain/backlog/issue';

/** What is put into a description: a heading, and lines that become list items below it. */
export interface CriteriaTemplate {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A whole document as the editor has it. Jira refuses one without a version. */
interface Document extends AdfNode {
  readonly version: 1;
}

const text = (value: string): AdfNode => ({ type: 'text', text: value });

/**
 * Heading and bullets, as teams write criteria by hand. Not a task list: its boxes are ticked in the issue view, which then
 * stores a state beside the words, and each needs an id of its own.
 */
function blockOf({ heading, lines }: CriteriaTemplate): readonly [AdfNode, AdfNode] {
  const item = (line: string): AdfNode => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [text(line)] }],
  });
  return [
    { type: 'heading', attrs: { level: 3 }, content: [text(heading)] },
    { type: 'bulletList', content: lines.map(item) },
  ];
}

/** Jira's editor gives each node an id of its own when it saves; nobody wrote that. */
function attrsOf({ attrs = {} }: AdfNode): string {
  const written = Object.entries(attrs).filter(([name]) => name !== 'localId');
  return JSON.stringify(written.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isSame(one: AdfNode, other: AdfNode): boolean {
  const [children, others] = [one.content ?? [], other.content ?? []];
  return (
    one.type === other.type &&
    one.text === other.text &&
    attrsOf(one) === attrsOf(other) &&
    JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []) &&
    children.length === others.length &&
    children.every((child, index) => {
      const counterpart = others[index];
      return counterpart !== undefined && isSame(child, counterpart);
    })
  );
}

/** Where the block stands, the last one if it is there twice; -1 when it is not there as the template has it. */
function placeOf(content: readonly AdfNode[], [heading, list]: readonly [AdfNode, AdfNode]): number {
  return content.findLastIndex((node, index) => {
    const next = content[index + 1];
    return next !== undefined && isSame(node, heading) && isSame(next, list);
  });
}

/**
 * Adds heading and lines at the end of a description; every other node stays the very object it was, whatever it is.
 * @param description null when it is empty.
 * @returns null when the block is there already, word for word.
 */
export function insertCriteria(description: AdfNode | null, template: CriteriaTemplate): AdfNode | null {
  const block = blockOf(template);
  const content = description?.content ?? [];
  if (placeOf(content, block) !== -1) return null;
  const empty: Document = { type: 'doc', version: 1 };
  return { ...(description ?? empty), content: [...content, ...block] };
}

/**
 * Takes the block out again; every other node stays the very object it was.
 * @returns the description without it, null for one with nothing left; undefined when the block is not there as the template
 * has it, since somebody worked on it.
 */
export function removeCriteria(
  description: AdfNode | null,
  template: CriteriaTemplate,
): AdfNode | null | undefined {
  if (description === null) return undefined;
  const content = description.content ?? [];
  const place = placeOf(content, blockOf(template));
  if (place === -1) return undefined;
  const rest = content.toSpliced(place, 2);
  return rest.length === 0 ? null : { ...description, content: rest };
}
