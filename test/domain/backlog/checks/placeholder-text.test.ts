import { describe, expect, it } from 'vitest';

import { placeholderText } from '#src/domain/backlog/checks/placeholder-text';
import { code, document, heading, item, leaf, node, paragraph, text } from '../../../builders/adf';
import { findPlaceholder } from '#src/domain/backlog/text/placeholders';
import type { AdfNode, BacklogIssue } from '#src/domain/backlog/issue';
import { buildContext, buildIssue } from '../../../builders/issue';

const evaluate = (changes: Partial<BacklogIssue>) =>
  placeholderText.evaluate(buildIssue(changes), placeholderText.options, buildContext());
const inDescription = (...content: readonly (AdfNode | string)[]) =>
  evaluate({ description: document(...content) });

const found = (excerpt: string, where = 'description') => ({
  result: 'fail',
  facts: { where, excerpt },
});
const pass = { result: 'pass' };

describe('placeholder-text', () => {
  it.each([
    ['TBD: which archive format', 'TBD'],
    ['Format: tbd', 'tbd'],
    ['The format is TBC.', 'TBC'],
    ['Speaker (TBA)', 'TBA'],
    ['8) Integration - t.b.d.', 't.b.d.'],
    ['仕様はTBD。', 'TBD'],
    ['TODO', 'TODO'],
    ['TODO: describe the error', 'TODO'],
    ['- TODO say who approves', 'TODO'],
    ['Acceptance criteria: TODO', 'TODO'],
    ['[TODO]', 'TODO'],
    ['FIXME: numbers are invented', 'FIXME'],
    ['XXX', 'XXX'],
    ['Limit: XXX', 'XXX'],
    ['???', '???'],
    ['Timeout = ???', '???'],
    ['????', '????'],
    ['Who approves? ???', '???'],
    ['To be defined', 'To be defined'],
    ['Limits: to be decided.', 'to be decided'],
    ['The format is still to be confirmed', 'to be confirmed'],
    ['Which currencies are to be determined later', 'to be determined'],
    ['Lorem ipsum dolor sit amet', 'Lorem ipsum'],
    ['Format: noch zu klären', 'noch zu klären'],
    ['Die Sprache ist noch zu definieren.', 'noch zu definieren'],
    ['Es ist zu klären, wer bezahlt', 'zu klären'],
    ['Der Ablauf wird noch geklärt', 'noch geklärt'],
    ['Format : à définir', 'à définir'],
    ['La langue reste à préciser.', 'à préciser'],
    ['Formato: por definir', 'por definir'],
    ['El idioma está por confirmar', 'por confirmar'],
    ['Formato: a definir', 'a definir'],
    ['O idioma ainda a confirmar.', 'a confirmar'],
    ['Formato: da definire', 'da definire'],
    ['La lingua è da decidere', 'da decidere'],
    ['Formaat: nog te bepalen', 'nog te bepalen'],
    ['De taal is nader te bepalen.', 'nader te bepalen'],
    ['Format: do ustalenia', 'do ustalenia'],
    ['Język jest do uzupełnienia.', 'do uzupełnienia'],
    ['形式：未定', '未定'],
    ['形式は未定です。', '未定です'],
    ['要確認', '要確認'],
    ['todo: describe the flow', 'todo'],
    ['ToDo: mock-ups', 'ToDo'],
    ['Details to follow.', 'Details to follow'],
    ['Format: noch zu klaeren', 'noch zu klaeren'],
    ['Das muss noch geklärt werden', 'noch geklärt werden'],
    ['Folgt noch', 'Folgt noch'],
    ['Format : a preciser', 'a preciser'],
    ['Formato: pendiente de definir', 'pendiente de definir'],
    ['Do uzupelnienia', 'Do uzupelnienia'],
    ['後で追記', '後で追記'],
  ])('finds the marker in "%s"', (line, marker) => {
    expect(inDescription(line)).toEqual(found(line));
    expect(findPlaceholder(line)).toEqual({ marker, start: line.indexOf(marker) });
  });

  it('finds markers in letters of full width, where they stand', () => {
    expect(findPlaceholder('仕様：ＴＢＤ')).toEqual({ marker: 'TBD', start: 3 });
    expect(findPlaceholder('上限？？？')).toBeNull();
    expect(findPlaceholder('上限：？？？')).toEqual({ marker: '???', start: 3 });
  });

  it.each([
    'Show the details to follow up on',
    'He said todo: nothing',
    'Build a todo list app for the demo',
    'Todo items sync to the phone',
    'The Todo is archived when done',
    'TODO list: show the newest first',
    'Move cards from TODO to Done by dragging',
    'Address the TODO in parser.ts',
    'See TODOs added in the review',
    'TODO(ana): quoted from the source',
    '// TODO: from the source',
    'Show "TBD" where the date is empty',
    'Show “???” for unknown tokens',
    'See TBD-12 for the rest',
    'Read /tmp/TBD/file and TBD.txt',
    'Creates mesos-XXXXXX in /tmp',
    'MESOS-XXX is the pattern of keys',
    'The XXX_LIMIT constant is too low',
    'Calls authorizeXXX for each role',
    'Why does this happen???',
    'Is it right?? Or wrong?!',
    'https://example.com/search?q=???',
    '???? ???? garbled by a wrong encoding',
    'Allows limits to be defined for each agent',
    'The variable needs to be defined for all agents',
    'Values have to be determined at run time',
    'The date is to be confirmed by the user before saving',
    'Debt bdtbd and stbd are no markers',
    'Hilft dem Kunden, Fragen zu klären, die offen sind',
    'Une aide à définir les limites de chaque agent',
    'Le formulaire à compléter par le client est trop long',
    'Ayuda a definir los límites',
    'Permite a definir limites por cliente',
    'Aiuta chi ha da decidere il formato ogni giorno',
    'De tekst die nog te bepalen velden toont',
    'Lista faktur do ustalenia przez klienta',
    '未定義の変数を使わない',
    '未確定の請求書を一覧に表示する',
    '検討中のユーザーに通知する',
  ])('leaves "%s" alone', (line) => {
    expect(inDescription(line)).toEqual(pass);
  });

  it('looks at the summary first', () => {
    const description = document('TBD: everything');
    expect(evaluate({ summary: 'Export as TBD', description })).toEqual(found('Export as TBD', 'summary'));
  });

  it('finds a marker after one that is only talked about', () => {
    expect(inDescription('Show "TBD" for size; colour TBD')).toEqual(
      found('Show "TBD" for size; colour TBD'),
    );
  });

  it('reports the first marker of a line, whichever it is', () => {
    expect(inDescription('Size: ???, colour: TBD')).toEqual(found('Size: ???, colour: TBD'));
  });

  it.each<[string, AdfNode, string]>([
    ['a heading', heading('Limits (TBD)'), 'Limits (TBD)'],
    ['a list', node('bulletList', item('Size: TBD')), 'Size: TBD'],
    ['a task', node('taskList', node('taskItem', 'Size: TBD')), 'Size: TBD'],
    ['a table', node('table', node('tableRow', node('tableCell', paragraph('TBD')))), 'TBD'],
    ['a panel', node('panel', paragraph('Size: TBD')), 'Size: TBD'],
    ['an expand', node('expand', paragraph('Size: TBD')), 'Size: TBD'],
    ['the title of an expand', { ...node('expand'), attrs: { title: 'TBD' } }, 'TBD'],
    ['a caption', node('mediaSingle', leaf('media'), node('caption', 'TBD')), 'TBD'],
    ['a status', paragraph('Size: ', leaf('status', { text: 'TBD' })), 'Size: TBD'],
    ['a line of a paragraph', paragraph('Small.', leaf('hardBreak'), 'Size: TBD'), 'Size: TBD'],
    ['a sentence with code', paragraph('Set ', text('limit', 'code'), ' to TBD'), 'Set … to TBD'],
  ])('reads %s', (_place, content, excerpt) => {
    expect(inDescription(content)).toEqual(found(excerpt));
  });

  it.each<[string, AdfNode | string]>([
    ['code blocks', code('// TBD')],
    ['inline code', paragraph(text('TBD', 'code'))],
    ['struck text', paragraph('Size: ', text('TBD', 'strike'), ' 40 px')],
    ['log lines', '2026-11-02 09:00:01,123 INFO [main] owner TBD'],
    ["the editor's placeholders", paragraph(leaf('placeholder', { text: 'TBD' }))],
  ])('does not read %s', (_place, content) => {
    expect(inDescription(content)).toEqual(pass);
  });

  it('cuts the excerpt at words, to 80 characters around the marker', () => {
    const line =
      'The archive holds every invoice of the last ten years in a format that is TBD and which the auditors of the group accept.';
    const outcome = inDescription(line);
    expect(outcome).toEqual(
      found('…last ten years in a format that is TBD and which the auditors of the group…'),
    );
  });

  it('says nothing about an issue in which nothing is written', () => {
    expect(evaluate({ summary: ' ', description: null })).toEqual({
      result: 'not-applicable',
      reason: 'nothing-written',
    });
  });

  it('reads the summary where there is no description', () => {
    expect(evaluate({ summary: 'Export', description: null })).toEqual(pass);
  });
});
