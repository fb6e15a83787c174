import { describe, expect, it } from 'vitest';

import { insertCriteria, removeCriteria } from '#src/domain/backlog/criteria-block';
import type { AdfNode } from '#src/domain/backlog/issue';

import { document, item, leaf, node, paragraph } from '../../builders/adf';

const TEMPLATE = { heading: 'Acceptance criteria', lines: ['Given a bill', 'Then it is paid'] };

const HEADING: AdfNode = {
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text: 'Acceptance criteria' }],
};
const LIST = node('bulletList', item('Given a bill'), item('Then it is paid'));

/** A document of Jira's with nodes that readiness knows nothing of. */
const RICH: AdfNode = {
  ...document(
    'Why we do it.',
    leaf('extension', { extensionKey: 'diagram', parameters: { deep: { er: [1, null] } } }),
    { type: 'node-of-tomorrow', attrs: { kept: true }, content: [paragraph('inside')] },
    node('table', node('tableRow', node('tableCell', paragraph('cell')))),
  ),
  version: 1,
} as AdfNode;

describe('inserting', () => {
  it('starts an empty description', () => {
    expect(insertCriteria(null, TEMPLATE)).toEqual({ type: 'doc', version: 1, content: [HEADING, LIST] });
  });

  it('appends, and leaves every other node the very object it was', () => {
    const after = insertCriteria(RICH, TEMPLATE)!;
    expect(after).toEqual({ ...RICH, content: [...RICH.content!, HEADING, LIST] });
    for (const [index, before] of RICH.content!.entries()) expect(after.content![index]).toBe(before);
  });

  it.each([
    ['at the end', document('Why.', HEADING, LIST)],
    ['further up', document(HEADING, LIST, 'More.')],
    ['with ids that Jira gave its nodes', withIds(document(HEADING, LIST))],
  ])('does nothing where the block is already %s', (_, description) => {
    expect(insertCriteria(description, TEMPLATE)).toBeNull();
  });

  it.each([
    ['another heading', document(node('heading', 'Done when'), LIST)],
    ['a heading alone', document(HEADING)],
    ['a list of other lines', document(HEADING, node('bulletList', item('Something else')))],
    ['a paragraph between', document(HEADING, 'In short:', LIST)],
  ])('adds the block below %s', (_, description) => {
    expect(insertCriteria(description, TEMPLATE)?.content?.slice(-2)).toEqual([HEADING, LIST]);
  });
});

describe('removing', () => {
  it.each([
    ['nothing else there', null],
    ['a document before', RICH],
  ])('takes out what was inserted: %s', (_, description) => {
    expect(removeCriteria(insertCriteria(description, TEMPLATE), TEMPLATE)).toEqual(description);
  });

  it('takes out the block wherever it is now, whatever ids Jira gave it', () => {
    expect(removeCriteria(withIds(document('Why.', HEADING, LIST, 'More.')), TEMPLATE)).toEqual(
      withIds(document('Why.', 'More.')),
    );
  });

  it.each([
    ['an empty description', null],
    ['a description without it', document('Why.')],
    ['a line that was filled in', document(HEADING, node('bulletList', item('Given a bill of 3 €')))],
    ['a line that was added', document(HEADING, node('bulletList', ...LIST.content!, item('And more')))],
    ['a heading of another level', document({ ...HEADING, attrs: { level: 2 } }, LIST)],
    [
      'a line that was struck',
      document(
        HEADING,
        node(
          'bulletList',
          node('listItem', paragraph({ type: 'text', text: 'Given a bill', marks: [{ type: 'strike' }] })),
          item('Then it is paid'),
        ),
      ),
    ],
  ])('leaves %s alone', (_, description) => {
    expect(removeCriteria(description, TEMPLATE)).toBeUndefined();
  });
});

function withIds(original: AdfNode): AdfNode {
  return {
    ...original,
    ...(original.type !== 'doc' &&
      original.type !== 'text' && { attrs: { localId: 'a1', ...original.attrs } }),
    ...(original.content && { content: original.content.map(withIds) }),
  };
}
