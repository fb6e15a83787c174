import { describe, expect, it } from 'vitest';

import { missingWhy } from '#src/domain/backlog/checks/missing-why';
import type { BacklogIssue, Parent } from '#src/domain/backlog/issue';
import { code, document, heading, item, node } from '../../../builders/adf';
import { buildContext, buildIssue, buildParent } from '../../../builders/issue';

const PLAIN = document('Add a button to the page of an invoice that downloads it as PDF.');

const evaluate = (changes: Partial<BacklogIssue>) =>
  missingWhy.evaluate(buildIssue({ description: PLAIN, ...changes }), missingWhy.options, buildContext());
const withParent = (changes: Partial<Parent>) =>
  evaluate({ parent: buildParent({ summary: 'Invoices', description: PLAIN, ...changes }) });

const failing = (parentKey: string | null = null) => ({ result: 'fail', facts: { parentKey } });
const pass = { result: 'pass' };

describe('missing-why', () => {
  it.each<[string, Partial<BacklogIssue>, object]>([
    ['notes an issue that only says what', {}, failing()],
    ['passes with a reason in the summary', { summary: 'Export PDF so that auditors accept it' }, pass],
    [
      'passes with a reason in a list',
      { description: document(node('bulletList', item('Auditors refuse files because they differ'))) },
      pass,
    ],
    ['does not read code', { description: document('Export PDF.', code('// because')) }, failing()],
    [
      'does not read logs',
      { description: document('Export PDF.', '2026-11-02 09:00:01,123 INFO [main] retry because of load') },
      failing(),
    ],
    ['takes a lack for a reason', { description: document('Currently only CSV is offered.') }, pass],
    ['takes a fault for a reason', { description: document('The export fails with large invoices.') }, pass],
    [
      'does not apply to bugs',
      { issueType: { name: 'Fehler', level: 0 } },
      { result: 'not-applicable', reason: 'not-a-story' },
    ],
    [
      'does not apply to reports of a fault',
      {
        description: document(heading('Expected result'), 'It opens.', heading('Actual result'), 'It waits.'),
      },
      { result: 'not-applicable', reason: 'not-a-story' },
    ],
    [
      'does not apply to sub-tasks',
      { issueType: { name: 'Sub-task', level: -1 } },
      { result: 'not-applicable', reason: 'sub-task' },
    ],
    [
      'leaves empty descriptions to thin-description',
      { description: null },
      { result: 'not-applicable', reason: 'nothing-written' },
    ],
    [
      'cannot tell where no description is shown',
      { description: undefined },
      { result: 'unknown', reason: 'description-not-shown' },
    ],
    ['applies to epics', { issueType: { name: 'Epic', level: 1 } }, failing()],
  ])('%s', (_says, changes, outcome) => {
    expect(evaluate(changes)).toEqual(outcome);
  });

  it.each<[string, Partial<Parent>, object]>([
    ['notes it when the parent does not say why either', {}, failing('AUR-900')],
    ['passes with a reason in the parent', { description: document('Customers leave because of it.') }, pass],
    [
      'passes with a reason in its summary',
      { summary: 'Invoices that work in order to keep customers' },
      pass,
    ],
    ['notes it when the parent is empty', { description: null }, failing('AUR-900')],
    [
      'cannot tell when the parent was not read',
      { description: undefined },
      { result: 'unknown', reason: 'parent-not-read' },
    ],
  ])('%s', (_says, parent, outcome) => {
    expect(withParent(parent)).toEqual(outcome);
  });

  it('needs no parent when the issue itself says why', () => {
    const parent = buildParent({ description: undefined });
    expect(evaluate({ parent, summary: 'Export PDF so that auditors accept it' })).toEqual(pass);
  });

  it.each([
    'Why are we doing this?',
    'Background',
    'Goal / Value',
    'Background and motivation',
    'Hintergrund',
    'Ziel und Nutzen',
    'Pourquoi',
    'Contexte',
    'Por qué',
    'Antecedentes',
    'Motivação',
    'Objetivo',
    'Perché',
    'Obiettivo',
    'Waarom',
    'Aanleiding',
    'Dlaczego',
    'Uzasadnienie',
    '背景',
    '目的',
    'なぜやるのか',
  ])('takes text below "%s" for a reason, and the heading alone for none', (title) => {
    expect(evaluate({ description: document(heading(title), 'Auditors ask for it.') })).toEqual(pass);
    expect(evaluate({ description: document('Export it as PDF.', heading(title)) })).toEqual(failing());
  });

  it.each([
    'Auditors get one file, so that they accept it.',
    'Prüfer bekommen eine Datei, damit sie schneller sind.',
    'Les auditeurs reçoivent un fichier afin de gagner du temps.',
    'Los auditores reciben un archivo para que lo acepten.',
    'Os auditores recebem um arquivo para que o aceitem.',
    'I revisori ricevono un file affinché lo accettino.',
    'Accountants krijgen een bestand zodat ze sneller zijn.',
    'Audytorzy dostają plik, ponieważ tak jest szybciej.',
    '監査人がすぐに確認するため、ファイルを出力する。',
    'As an auditor, I want one file so I save an hour.',
  ])('takes "%s" for a reason', (line) => {
    expect(evaluate({ description: document(line) })).toEqual(pass);
  });
});
