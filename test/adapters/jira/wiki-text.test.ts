import { describe, expect, it } from 'vitest';

import { DESCRIPTION } from '#src/adapters/jira/description';
import { wikiToAdf } from '#src/adapters/jira/wiki-text';
import type { AdfNode } from '#src/domain/backlog/issue';

/** `type(words)` per block, one inside the other; marked text as `mark<words>`. */
function outline(node: AdfNode): string {
  if (node.type === 'text') {
    return (node.marks ?? []).reduce((words, { type }) => `${type}<${words}>`, node.text ?? '');
  }
  if (node.attrs && !node.content) return `${node.type}<${Object.values(node.attrs).join()}>`;
  return `${node.type}(${(node.content ?? []).map(outline).join(node.type === 'doc' ? ' ' : '')})`;
}

describe('wiki text', () => {
  it.each([
    ['a paragraph a line', 'One line\r\n\r\nAnother', 'doc(paragraph(One line) paragraph(Another))'],
    ['headings', 'h2. Goal\nShip it', 'doc(heading(Goal) paragraph(Ship it))'],
    [
      'lists',
      '* first\n** deeper\n# numbered\n- dash',
      'doc(bulletList(listItem(paragraph(first))) bulletList(listItem(paragraph(deeper))) bulletList(listItem(paragraph(numbered))) bulletList(listItem(paragraph(dash))))',
    ],
    [
      'code kept apart',
      'Before {code:java}int x = 1;{code} after',
      'doc(paragraph(Before) codeBlock(int x = 1;) paragraph(after))',
    ],
    ['logs kept apart', '{noformat}\nERROR at 12\n{noformat}', 'doc(codeBlock(ERROR at 12))'],
    ['code that is never closed', 'See {code} a();', 'doc(paragraph(See) codeBlock(a();))'],
    ['titles of panels', '{panel:title=Note}Mind this{panel}', 'doc(heading(Note) paragraph(Mind this))'],
    [
      'titles among colours',
      '{panel:bgColor=#fff|title=Acceptance criteria|borderStyle=dashed}It opens{panel}',
      'doc(heading(Acceptance criteria) paragraph(It opens))',
    ],
    ['titles of expands', '{expand:Logs}None{expand}', 'doc(heading(Logs) paragraph(None))'],
    [
      'panels without titles',
      '{panel:bgColor=#fff}Mind{panel} {quote}this{quote}',
      'doc(paragraph(Mind) paragraph(this))',
    ],
    ['ticks', '(/) It opens', 'doc(paragraph(✓ It opens))'],
    ['links by their words', 'Read [the guide|https://example.com/x]', 'doc(paragraph(Read the guide))'],
    [
      'bare links as what they are',
      'See [https://example.com/x]',
      'doc(paragraph(See inlineCard<https://example.com/x>))',
    ],
    ['mentions', 'Ask [~accountid:5b10:ann] first', 'doc(paragraph(Ask mention<5b10:ann> first))'],
    ['inline code', 'Call {{run()}} twice', 'doc(paragraph(Call code<run()> twice))'],
    ['struck text', 'It is -not- done (-yet-)', 'doc(paragraph(It is strike<not> done (strike<yet>)))'],
    ['dashes as dashes', 'Mon - Fri, well-known, 2-3', 'doc(paragraph(Mon - Fri, well-known, 2-3))'],
    [
      'emphasis by its words',
      '*Bold* and _TBD_ and +new+, 2*3*4, a_b_c',
      'doc(paragraph(Bold and TBD and new, 2*3*4, a_b_c))',
    ],
    ['colours by their words', 'A {color:red}red{color} one', 'doc(paragraph(A red one))'],
    ['no rules', 'Above\n----\nBelow', 'doc(paragraph(Above) paragraph(Below))'],
    ['forced line breaks', 'One\\\\Two', 'doc(paragraph(One) paragraph(Two))'],
    ['escaped signs', 'Not \\*bold\\*', 'doc(paragraph(Not *bold*))'],
    ['links in tables', '|[the guide|https://x.example]|done|', 'doc(paragraph(the guide done))'],
    ['tables row by row', '||Name||Role||\n|Ann|Lead|', 'doc(paragraph(Name Role) paragraph(Ann Lead))'],
    ['no images', 'Look: !screen-1.png|thumbnail! here', 'doc(paragraph(Look: here))'],
    ['an exclamation for what it is', 'Stop! Go! now', 'doc(paragraph(Stop! Go! now))'],
  ])('reads %s', (_, wiki, expected) => {
    const document = wikiToAdf(wiki);
    expect(document && outline(document)).toBe(expected);
  });

  it.each(['', '  \n\n ', '!screen.png!', '{code}{code}'])('finds nothing in %j', (wiki) => {
    expect(wikiToAdf(wiki)).toBeNull();
  });
});

describe('a description', () => {
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hi' }] }] };

  it.each([
    ['an ADF document', document, document],
    ['wiki text', 'Hi', document],
    ['an empty field', null, null],
    ['a field that the project or the viewer does not have', undefined, undefined],
  ])('is read from %s', (_, value, expected) => {
    expect(DESCRIPTION.parse(value)).toEqual(expected);
  });

  it('keeps what checks read of a node and leaves versions out', () => {
    const task = { type: 'taskItem', attrs: { state: 'TODO' }, marks: [{ type: 'strong', attrs: { x: 1 } }] };
    expect(DESCRIPTION.parse({ version: 1, type: 'doc', content: [task] })).toEqual({
      type: 'doc',
      content: [{ type: 'taskItem', attrs: { state: 'TODO' }, marks: [{ type: 'strong' }] }],
    });
  });

  it('is refused where it is neither', () => {
    expect(DESCRIPTION.safeParse(42).success).toBe(false);
  });
});

it('keeps the levels of headings, since a lower one belongs to the one above', () => {
  const levels = wikiToAdf('h2. Acceptance criteria\nh3. Scenario\nIt opens.')?.content?.map(
    ({ attrs }) => attrs,
  );
  expect(levels).toEqual([{ level: 2 }, { level: 3 }, undefined]);
});
