import { describe, expect, it } from 'vitest';

import { thinDescription } from '#src/domain/backlog/checks/thin-description';
import type { AdfNode, BacklogIssue } from '#src/domain/backlog/issue';
import { code, document, heading, item, leaf, node, paragraph, text } from '../../../builders/adf';
import { buildContext, buildIssue } from '../../../builders/issue';

const NINE = 'one two three four five six seven eight nine';
const LONG = `${NINE} ten eleven`;

function evaluate(changes: Partial<BacklogIssue>, options = thinDescription.options) {
  const issue = buildIssue({ summary: 'Short summary', ...changes });
  return thinDescription.evaluate(issue, options, buildContext());
}

/** Words found in a document, of which there must be fewer than 50. */
function wordsIn(...content: readonly (AdfNode | string)[]): number {
  const outcome = evaluate({ description: document(...content) }, { minimum: 50, summaryMinimum: 50 });
  return outcome.result === 'fail' ? outcome.facts.words : Infinity;
}

const thin = (words: number, severity = 'warn', minimum = 10) => ({
  result: 'fail',
  severity,
  facts: { words, minimum, hasLongSummary: severity === 'info' },
});

describe('thin-description', () => {
  it.each([
    { says: 'fails without a description', changes: { description: null }, outcome: thin(0) },
    { says: 'fails on an empty document', changes: { description: document() }, outcome: thin(0) },
    { says: 'fails at nine words', changes: { description: document(NINE) }, outcome: thin(9) },
    {
      says: 'passes at ten words',
      changes: { description: document(`${NINE} ten`) },
      outcome: { result: 'pass' },
    },
    { says: 'passes above ten words', changes: { description: document(LONG) }, outcome: { result: 'pass' } },
    {
      says: 'is still a warning with a summary of six words',
      changes: { description: null, summary: 'Let admins choose the default currency' },
      outcome: thin(0),
    },
    {
      says: 'is a note when the summary is a sentence of seven words',
      changes: { description: null, summary: 'Let admins choose the default currency themselves' },
      outcome: thin(0, 'info'),
    },
    {
      says: 'does not count names of code in a summary as words',
      changes: { description: null, summary: 'Fix a.b.c in src/core/app.ts for http://x.y and z_z_z' },
      outcome: thin(0),
    },
    {
      says: 'applies to epics',
      changes: { description: null, issueType: { name: 'Epic', level: 1 } },
      outcome: thin(0),
    },
    {
      says: 'does not apply to sub-tasks',
      changes: { description: null, issueType: { name: 'Sub-task', level: -1 } },
      outcome: { result: 'not-applicable', reason: 'sub-task' },
    },
    {
      says: 'cannot tell where Jira shows no description field',
      changes: { description: undefined },
      outcome: { result: 'unknown', reason: 'description-not-shown' },
    },
  ])('$says', ({ changes, outcome }) => {
    expect(evaluate(changes)).toEqual(outcome);
  });

  it('has a minimum of its own', () => {
    const description = document('Three words only');
    expect(evaluate({ description }, { minimum: 3, summaryMinimum: 7 })).toEqual({ result: 'pass' });
    expect(evaluate({ description }, { minimum: 4, summaryMinimum: 7 })).toEqual(thin(3, 'warn', 4));
  });

  it.each<[string, number, readonly (AdfNode | string)[]]>([
    ['paragraphs', 4, ['one two', 'three four']],
    ['words across marks', 3, [paragraph('one ', text('two', 'strong'), ' three')]],
    ['lines within a paragraph', 3, [paragraph('one', leaf('hardBreak'), 'two', leaf('hardBreak'), 'three')]],
    [
      'bullet and ordered lists',
      4,
      [node('bulletList', item('one two')), node('orderedList', item('three four'))],
    ],
    [
      'nested lists',
      2,
      [node('bulletList', node('listItem', paragraph('one'), node('bulletList', item('two'))))],
    ],
    ['tasks', 2, [node('taskList', node('taskItem', 'one'), node('taskItem', 'two'))]],
    ['tasks with blocks in them', 2, [node('taskList', node('blockTaskItem', paragraph('one two')))]],
    ['decisions', 2, [node('decisionList', node('decisionItem', 'one two'))]],
    ['panels', 2, [node('panel', paragraph('one two'))]],
    ['quotes', 2, [node('blockquote', paragraph('one two'))]],
    ['table cells', 2, [node('table', node('tableRow', node('tableCell', paragraph('one two'))))]],
    [
      'expands, nested ones too',
      2,
      [node('expand', paragraph('one'), node('nestedExpand', paragraph('two')))],
    ],
    ['columns', 2, [node('layoutSection', node('layoutColumn', paragraph('one two')))]],
    ['captions', 2, [node('mediaSingle', leaf('media', { type: 'file' }), node('caption', 'one two'))]],
    ['mentions by name', 3, [paragraph('ask ', leaf('mention', { id: '5b', text: '@Ana Ruiz' }))]],
    ['status labels', 2, [paragraph('is ', leaf('status', { text: 'DONE' }))]],
    ['nodes it does not know', 2, [node('futureBlock', node('futureItem', paragraph('one two')))]],
    ['words with apostrophes and hyphens as one', 3, ["don't double-check users’"]],
    ['words in brackets and quotes', 3, ['(one) “two” [three]']],
  ])('counts %s', (_kind, words, content) => {
    expect(wordsIn(...content)).toBe(words);
  });

  it.each<[string, readonly (AdfNode | string)[]]>([
    ['code blocks', [code('let one = two three four five six seven eight nine ten')]],
    ['inline code', [paragraph(text('one two three', 'code'))]],
    ['struck text', [paragraph(text('one two three', 'strike'))]],
    ['headings', [heading('Steps to reproduce the fault')]],
    ['table headers', [node('table', node('tableRow', node('tableHeader', paragraph('State before'))))]],
    ['titles of expands', [{ ...node('expand'), attrs: { title: 'More detail' } }]],
    ['emoji', [paragraph(leaf('emoji', { shortName: ':tada:', text: '🎉' }))]],
    ['dates', [paragraph(leaf('date', { timestamp: '1793923200000' }))]],
    [
      'cards',
      [paragraph(leaf('inlineCard', { url: 'https://x.example/a-b-c' })), leaf('blockCard', { url: 'x' })],
    ],
    [
      'media',
      [node('mediaSingle', leaf('media', { alt: 'one two' })), leaf('mediaInline', { alt: 'three' })],
    ],
    [
      'macros',
      [leaf('extension', { text: 'one two' }), paragraph(leaf('inlineExtension', { text: 'three' }))],
    ],
    ["the editor's placeholders", [paragraph(leaf('placeholder', { text: 'Say what the user wants' }))]],
    ['rules', [leaf('rule')]],
    ['numbers and punctuation', ['1 2 3 — 4,5 … 2026-11-24 100 %']],
    ['addresses', ['https://jira.example.com/browse/AUR-1?a=b ana@example.com']],
    ['paths and qualified names', ['src/main/java/App.java com.example.app.Main max_task_count']],
    ['labels', ['Steps to reproduce:', 'Expected result :', '*Environment*:']],
    ['bare template words', ['Acceptance criteria', 'N/A', '1.', 'Step 2']],
    ['an unfilled story', ['As a <type of user>, I want <some goal> so that <some reason>.']],
    ['a story with braces', ['As a {role}, I want to {action} so that {benefit}']],
    ['a story with square brackets', ['As a [type of user], I want [an action] so that [benefit].']],
    ['a story with dots', ['As a user, I want ... so that ...', 'As an admin, I want … so that …']],
    ['an unfilled example', ['Given <precondition>', 'When <action>', 'Then <outcome>']],
    [
      'stack traces',
      ['java.lang.NullPointerException: null', 'at com.example.App.run(App.java:12)', '... 23 more'],
    ],
    ['Python traces', ['Traceback (most recent call last):', 'File "a.py", line 3, in main']],
    ['log lines', ['2026-11-02 09:00:01,123 INFO [main] server is up and running', '[ERROR] it broke again']],
    ['glog lines', ['I0714 15:08:43.915114 27216 leveldb.cpp:176] Opened db in some time']],
    ['shell sessions', ['$ npm run build and wait', 'ana@host:~$ ls the folder']],
    ['code without a code block', ['if (user.isAdmin()) {', 'grant(user, "all of it");', '}']],
    ['bare titles in German', ['Akzeptanzkriterien', 'Hintergrund', 'Schritte zur Reproduktion']],
    ['bare titles in French', ["Critères d'acceptation", 'Contexte', 'Résultat attendu']],
    ['bare titles in Spanish', ['Criterios de aceptación', 'Antecedentes', 'Pasos para reproducir']],
    ['bare titles in Portuguese', ['Critérios de aceite', 'Motivação', 'Passos para reproduzir']],
    ['bare titles in Italian', ['Criteri di accettazione', 'Contesto', 'Passi per riprodurre']],
    ['bare titles in Dutch', ['Acceptatiecriteria', 'Achtergrond', 'Stappen om te reproduceren']],
    ['bare titles in Polish', ['Kryteria akceptacji', 'Uzasadnienie', 'Kroki do odtworzenia']],
    ['bare titles in Japanese', ['受け入れ条件', '背景', '再現手順']],
    [
      'unfilled stories in other languages',
      [
        'Als <Rolle> möchte ich <Ziel>, damit <Nutzen>.',
        'En tant que <rôle>, je veux <but> afin de <bénéfice>',
        'Como {rol} quiero {objetivo} para que {beneficio}',
        'Come <ruolo> voglio <obiettivo> in modo da <beneficio>',
        'Als <rol> wil ik <doel> zodat <voordeel>',
        'Jako <rola> chcę <cel>, aby <korzyść>',
        '〇〇として、〇〇したい。',
      ],
    ],
    [
      'answers that are none',
      ['Keine', 'Aucun', 'N/A', 'Ninguno', 'Nenhum', 'Nessuno', 'Geen', 'Brak', 'なし'],
    ],
    ['markup', ['<http:listener config-ref="main one two three">', '<!-- see the manual for more -->']],
  ])('does not count %s', (_kind, content) => {
    expect(wordsIn(...content)).toBe(0);
  });

  it.each([
    [
      'a story that was filled in',
      13,
      'As an accountant, I want PDF invoices so that auditors accept our books.',
    ],
    ['a sentence that ends in code', 10, 'The scheduler calls this for every new task: run(task);'],
    ['a sentence about times', 7, 'At 09:00:00 the nightly job must have ended'],
    ['comparisons', 8, 'Only when a < b and c > d holds'],
    ['square brackets in prose', 4, '[UI] align the button'],
    ['the start of an example', 4, 'Given the order exists'],
  ])('keeps %s', (_kind, words, line) => {
    expect(wordsIn(line)).toBe(words);
  });

  it('takes a whole text formatted as a heading for a text', () => {
    const sentence =
      'Accountants choose the language of an invoice before they send it to a customer abroad, ';
    expect(wordsIn(heading(sentence + sentence))).toBe(30);
  });

  it.each([
    [
      'Japanese',
      '請求書を顧客の言語でダウンロードできるようにする。会計担当者が監査のために必要としている。',
    ],
    ['Chinese', '会计人员可以用客户的语言下载发票，以便审计人员接受我们的账目。'],
    ['Thai', 'นักบัญชีสามารถดาวน์โหลดใบแจ้งหนี้เป็นภาษาของลูกค้าได้'],
    ['Korean', '회계 담당자는 고객의 언어로 송장을 PDF 파일로 내려받을 수 있어야 합니다'],
    ['Russian', 'Бухгалтер скачивает счёт на языке клиента, чтобы аудиторы могли его принять'],
    ['Hindi', 'लेखाकार ग्राहक की भाषा में चालान डाउनलोड कर सकता है ताकि लेखा परीक्षक स्वीकार करें'],
    ['Arabic', 'يقوم المحاسب بتنزيل الفاتورة بلغة العميل حتى يقبلها المدققون في نهاية العام'],
  ])('finds ten words in %s', (_language, sentence) => {
    expect(evaluate({ description: document(sentence) })).toEqual({ result: 'pass' });
  });

  it('counts words around an address in a script without spaces', () => {
    expect(wordsIn('詳細はhttps://example.com/a/b/cを参照')).toBe(4);
  });

  it('counts accented words whole beside such a script', () => {
    expect(wordsIn('Le café 日本 déjà ouvert')).toBe(5);
  });

  it('does not take a short text in such a script for a long one', () => {
    expect(evaluate({ description: document('請求書の出力') })).toMatchObject({ result: 'fail' });
  });
});
