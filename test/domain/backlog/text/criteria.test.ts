import { describe, expect, it } from 'vitest';

import { wikiToAdf } from '#src/adapters/jira/wiki-text';
import type { AdfNode } from '#src/domain/backlog/issue';
import { isCriteriaFieldName, isStoryType, saysHowToVerify } from '#src/domain/backlog/text/criteria';
import { code, document, heading, item, leaf, node, paragraph, text } from '../../../builders/adf';

const says = (description: AdfNode | null | undefined, words: readonly string[] = []) =>
  saysHowToVerify(description, { bullets: 2, words });
const row = (...cells: readonly AdfNode[]) => node('tableRow', ...cells);
const cell = (value: string) => node('tableCell', paragraph(value));
const header = (value: string) => node('tableHeader', paragraph(value));
const h = (level: number, title: string): AdfNode => ({ ...heading(title), attrs: { level } });

describe('saysHowToVerify', () => {
  it.each([
    'Acceptance criteria',
    'Acceptance Criteria (AC)',
    'ACs:',
    'Definition of Done',
    'How to test',
    'Akzeptanzkriterien',
    'AK',
    'Testfaelle',
    '1. Acceptance criteria',
    'Abnahmekriterien:',
    'Critères d’acceptation',
    'Définition du fini',
    'Criterios de aceptación',
    'CRITERIOS DE ACEPTACION',
    'Critérios de aceite',
    'Definição de pronto',
    'Criteri di accettazione',
    'Acceptatiecriteria',
    'Kryteria akceptacji',
    '受け入れ条件',
    '完了の定義',
    'Expected behaviour',
    'Erwartetes Verhalten',
    'Résultat attendu',
    'Resultado esperado',
    'Comportamento esperado',
    'Risultato atteso',
    'Verwacht resultaat',
    'Oczekiwane zachowanie',
    '期待結果',
  ])('knows "%s" as a heading, a bold line and a label', (title) => {
    expect(says(document(heading(title), 'The file opens.'))).toBe(true);
    expect(says(document(paragraph(text(title, 'strong')), 'The file opens.'))).toBe(true);
    expect(says(document(`${title.replace(/:$/, '')}: the file opens`))).toBe(true);
    expect(says(document('Some text.', heading(title)))).toBe(false);
    expect(says(document(title.replace(/:?$/, ':')))).toBe(false);
  });

  it('knows such words within a heading or a label, but not within a sentence', () => {
    const title = 'Functional acceptance criteria for the web';
    expect(says(document(heading(title), 'The file opens.'))).toBe(true);
    expect(says(document(`${title}:`, 'The file opens.'))).toBe(true);
    expect(says(document('Ana writes the acceptance criteria', 'The file opens.'))).toBe(false);
  });

  it.each<[string, AdfNode]>([
    ['text below a deeper heading', document(h(2, 'Acceptance criteria'), h(3, 'On the phone'), 'It opens.')],
    ['code', document(heading('Acceptance criteria'), code('curl /invoices answers 200'))],
    ['a picture', document(heading('Acceptance criteria'), node('mediaSingle', leaf('media')))],
    ['a card', document(heading('Acceptance criteria'), leaf('blockCard', { url: 'https://x.example' }))],
    [
      'a link in a line',
      document(heading('Acceptance criteria'), paragraph(leaf('inlineCard', { url: 'https://x.example' }))),
    ],
    ['a mention', document(heading('Acceptance criteria'), paragraph(leaf('mention', { text: '@Ana' })))],
    ['one bullet', document(heading('Acceptance criteria'), node('bulletList', item('It opens')))],
    ['a panel', document(heading('Acceptance criteria'), node('panel', paragraph('It opens.')))],
    ['a panel around both', document(node('panel', heading('Acceptance criteria'), paragraph('It opens.')))],
    [
      'a table below',
      document(heading('Acceptance criteria'), node('table', row(cell('It'), cell('opens')))),
    ],
    ['a column of a table', document(node('table', row(header('Acceptance criteria'), cell('It opens'))))],
    [
      'a row of headers above',
      document(
        node('table', row(header('Acceptance criteria'), header('Notes')), row(cell('It opens'), cell(''))),
      ),
    ],
    [
      'an expand by its title',
      document({ ...node('expand', paragraph('It opens.')), attrs: { title: 'Acceptance criteria' } }),
    ],
    ['the rest of its own line', document('Intro.', paragraph('AC: it opens', leaf('hardBreak'), 'Ana'))],
    [
      'a line after a line break',
      document(paragraph('Acceptance criteria', leaf('hardBreak'), 'It opens in a reader')),
    ],
  ])('finds %s under the title', (_what, description) => {
    expect(says(description)).toBe(true);
  });

  it.each<[string, AdfNode]>([
    ['nothing', document(heading('Acceptance criteria'))],
    ['the next heading', document(h(2, 'Acceptance criteria'), h(2, 'Notes'), 'Ask Ana about it.')],
    ['the next label', document('Acceptance criteria:', 'Notes:', 'Context: Ana asked for it.')],
    ['a placeholder', document(heading('Acceptance criteria'), 'TBD')],
    ['an open template', document(heading('Acceptance criteria'), 'Given <precondition>', '[Describe it]')],
    ['an answer that is none', document(heading('Acceptance criteria'), 'N/A')],
    [
      'struck text',
      document(heading('Acceptance criteria'), paragraph(text('It opens in a reader', 'strike'))),
    ],
    [
      'an empty expand above another',
      document(
        { ...node('expand'), attrs: { title: 'Acceptance criteria' } },
        { ...node('expand', paragraph('Ask Ana.')), attrs: { title: 'Notes' } },
      ),
    ],
  ])('is not content with %s under the title', (_what, description) => {
    expect(says(description)).toBe(false);
  });

  it.each([
    ['English', 'Given an invoice', 'When I export it', 'Then the file opens'],
    ['German', 'Angenommen eine Rechnung', 'Wenn ich sie exportiere', 'Dann öffnet sich die Datei'],
    ['French', 'Étant donné une facture', "Quand je l'exporte", 'Alors le fichier s’ouvre'],
    ['Spanish', 'Dado una factura', 'Cuando la exporto', 'Entonces el archivo se abre'],
    ['Portuguese', 'Dado uma fatura', 'Quando eu a exporto', 'Então o arquivo abre'],
    ['Italian', 'Data una fattura', 'Quando la esporto', 'Allora il file si apre'],
    ['Dutch', 'Gegeven een factuur', 'Als ik die exporteer', 'Dan opent het bestand'],
    ['Polish', 'Zakładając fakturę', 'Jeżeli ją wyeksportuję', 'Wtedy plik się otwiera'],
    ['Japanese', '前提 請求書がある', 'もし 出力する', 'ならば ファイルが開く'],
  ])('knows examples in %s', (_language, given, when, then) => {
    expect(says(document(given, when, then))).toBe(true);
    expect(says(document(`${given} ${when} ${then}`))).toBe(true);
    expect(says(document(code(`  ${given}\n  ${when}\n  ${then}`)))).toBe(true);
    expect(says(document(paragraph(text(given, 'strong')), `* ${when}`, `${then}.`))).toBe(true);
    expect(says(document(given))).toBe(false);
    expect(says(document(then, when))).toBe(false);
  });

  it.each([
    [
      'letters without accents',
      ['Etant donne une facture', 'Quand je l exporte', 'Alors le fichier s ouvre'],
    ],
    ['English words that touch Japanese', ['Given請求書がある', 'When出力する', 'Thenファイルが開く']],
  ])('knows examples in %s', (_what, lines) => {
    expect(says(document(...lines))).toBe(true);
  });

  it.each([
    'When I export the invoice, then it fails',
    'Then it fails',
    'Given the age of the code, we rewrite it when there is time',
  ])('does not take "%s" for an example', (line) => {
    expect(says(document(line))).toBe(false);
  });

  it.each<[string, AdfNode]>([
    ['a task', document(node('taskList', node('taskItem', 'The file opens')))],
    ['a nested task', document(node('taskList', node('taskList', node('taskItem', 'Opens'))))],
    ['a box in a line', document('[ ] The file opens')],
    ['a ticked box', document('[x] The file opens')],
    ['a box in a bullet', document(node('bulletList', item('[ ] Opens')))],
    ['a box after a typed bullet', document('- [X] The file opens')],
    ['a box as a character', document('☐ The file opens')],
    ['a box of full width', document('［　］ファイルが開く')],
    ['a Japanese box', document('□ ファイルが開く')],
    [
      'a tick of Jira’s',
      document(
        paragraph(leaf('emoji', { shortName: ':check_mark:', text: ':check_mark:' }), ' The file opens'),
      ),
    ],
    ['numbered labels', document('AC 1: the file opens')],
    ['a label with its number', document('AC2: the file opens')],
    ['a label with a number in words', document('Akzeptanzkriterium 3: Die Datei öffnet sich')],
  ])('finds %s', (_what, description) => {
    expect(says(description)).toBe(true);
  });

  it.each<[string, AdfNode]>([
    ['an empty task', document(node('taskList', node('taskItem')))],
    ['a task that is a template', document(node('taskList', node('taskItem', '<criterion>')))],
    ['a prefix in brackets', document('[UI] The file opens')],
    ['an index', document('a[ ] and b[x] are arrays')],
  ])('does not take %s for a box', (_what, description) => {
    expect(says(description)).toBe(false);
  });

  it.each<[string, AdfNode]>([
    ['a list', document(node('bulletList', item('The file opens'), item('It has every invoice')))],
    ['a numbered list', document(node('orderedList', item('The file opens'), item('It has all invoices')))],
    [
      'two lists',
      document(node('bulletList', item('The file opens')), 'And', node('bulletList', item('It has a date'))),
    ],
    [
      'a nested list',
      document(
        node(
          'bulletList',
          node('listItem', paragraph('The file opens'), node('bulletList', item('In every reader'))),
        ),
      ),
    ],
    ['typed bullets', document('- The file opens', '• It has every invoice')],
    ['Japanese bullets', document('・一覧が名前順に並ぶこと', '・名前で検索できること')],
    [
      'typed bullets in one paragraph',
      document(paragraph('- The file opens', leaf('hardBreak'), '- It has a date')),
    ],
    [
      'bullets with code in them',
      document(
        node(
          'bulletList',
          node('listItem', paragraph('Answers ', text('200', 'code'), ' always')),
          item('The file opens'),
        ),
      ),
    ],
    [
      'Japanese bullets',
      document(node('bulletList', item('ファイルが開くこと'), item('請求書が全部あること'))),
    ],
  ])('counts bullets in %s', (_what, description) => {
    expect(says(description)).toBe(true);
  });

  it.each<[string, AdfNode]>([
    ['one bullet', document(node('bulletList', item('The file opens')))],
    [
      'one bullet of two lines',
      document(
        node('bulletList', node('listItem', paragraph('The file opens', leaf('hardBreak'), 'It has a date'))),
      ),
    ],
    ['names', document(node('bulletList', item('Invoices'), item('Credit notes')))],
    ['questions', document(node('bulletList', item('Who pays for it?'), item('Which format is best?')))],
    [
      'links',
      document(
        node('bulletList', item('https://a.example/b'), node('listItem', paragraph(leaf('inlineCard')))),
      ),
    ],
    [
      'steps to reproduce',
      document(
        heading('Steps to reproduce'),
        node('orderedList', item('Open an invoice'), item('Press the export button')),
      ),
    ],
    [
      'what is out of scope',
      document(
        'Out of scope:',
        node('bulletList', item('The old archive format'), item('Any other file type')),
      ),
    ],
    [
      'German references',
      document(
        heading('Referenzen'),
        node('bulletList', item('Das Konzept von Ana'), item('Die Notizen von Ben')),
      ),
    ],
    [
      'template bullets',
      document(node('bulletList', item('<the first criterion>'), item('[Add another one]'))),
    ],
  ])('does not count %s', (_what, description) => {
    expect(says(description)).toBe(false);
  });

  it('reads wiki text through the reader of Jira’s boards', () => {
    const wiki = (value: string) => says(wikiToAdf(value));
    expect(wiki('h3. Acceptance criteria\nThe file opens.')).toBe(true);
    expect(wiki('*Acceptance criteria*\n# It opens')).toBe(true);
    expect(wiki('{panel:title=x}\nGiven an invoice\nWhen I export it\nThen it opens\n{panel}')).toBe(true);
    expect(wiki('Export:\n* The file opens\n* It has a date')).toBe(true);
    expect(wiki('{code}\nGiven an invoice\nThen it opens\n{code}')).toBe(true);
    expect(wiki('h3. Acceptance criteria\n\nh3. Notes\nAsk Ana.')).toBe(false);
    expect(wiki('Accountants export invoices.\n* PDF\n* CSV')).toBe(false);
  });

  it('says no to what is empty or not shown', () => {
    expect([null, undefined, document()].map((each) => says(each))).toEqual([false, false, false]);
  });

  it("takes the team's own words besides its own, whatever their case and accents", () => {
    const description = document(heading('Été prêt'), 'It opens.');
    expect(says(description)).toBe(false);
    expect(says(description, ['ete pret'])).toBe(true);
    expect(says(description)).toBe(false);
  });
});

describe('isCriteriaFieldName', () => {
  it.each([
    'Acceptance Criteria',
    'Acceptance criteria (AC)',
    'Definition of Done',
    'Akzeptanzkriterien',
    "Critères d'acceptation",
    'Criterios de aceptación',
    'Critérios de Aceitação',
    'Criteri di accettazione',
    'Acceptatiecriteria',
    'Kryteria akceptacji',
    '受け入れ条件',
  ])('knows %s', (name) => {
    expect(isCriteriaFieldName(name)).toBe(true);
  });

  it.each([
    'Story Points',
    'Description',
    'Acceptance criteria count',
    'Acceptance date',
    'Test plan',
    'Why',
    '',
  ])('does not know "%s"', (name) => {
    expect(isCriteriaFieldName(name)).toBe(false);
  });
});

describe('isStoryType', () => {
  it.each([
    'Story',
    'story',
    'User Story',
    'Technical story',
    'Historia de usuario',
    'História',
    'Histoire',
    'Récit',
    'Storia utente',
    'Verhaal',
    'Historyjka',
    'ストーリー',
    'История',
    '스토리',
  ])('takes %s for a story', (name) => {
    expect(isStoryType(name)).toBe(true);
  });

  it.each(['Bug', 'Task', 'Epic', 'History', 'Storyboard', 'Aufgabe', 'タスク', ''])(
    'does not take "%s"',
    (name) => {
      expect(isStoryType(name)).toBe(false);
    },
  );
});
