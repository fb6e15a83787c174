import { describe, expect, it } from 'vitest';

import { compoundStory } from '#src/domain/backlog/checks/compound-story';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { document } from '../../../builders/adf';
import { buildContext, buildIssue } from '../../../builders/issue';

const evaluate = (changes: Partial<BacklogIssue>) =>
  compoundStory.evaluate(buildIssue(changes), compoundStory.options, buildContext());
const asking = (wish: string) => evaluate({ summary: `As a user, I want ${wish}`, description: null });

describe('compound-story', () => {
  it.each([
    ['to create an invoice and delete a customer', 'to create an invoice and delete a customer'],
    ['to create an invoice and to send the reminder', 'to create an invoice and to send the reminder'],
    [
      'a list of invoices and I want a list of customers',
      'a list of invoices and I want a list of customers',
    ],
    [
      'to see my invoices as well as export all customers',
      'to see my invoices as well as export all customers',
    ],
    [
      'to create an invoice and delete a customer so that I save time',
      'to create an invoice and delete a customer',
    ],
  ])('notes the wish "%s"', (wish, excerpt) => {
    expect(asking(wish)).toEqual({ result: 'fail', facts: { excerpt } });
  });

  it.each([
    'Als Nutzer möchte ich eine Liste und möchte ich Kunden sehen',
    'En tant que client je veux une liste et je veux un export',
    'Como cliente quiero una lista y quiero un archivo',
    'Como cliente, eu quero uma lista e quero um arquivo',
    'Come cliente voglio una lista e voglio un file',
    'Als klant wil ik een lijst en wil ik een bestand',
    'Jako klient chcę mieć listę i chcę mieć plik',
  ])('notes the wish said again in "%s"', (summary) => {
    expect(evaluate({ summary, description: null })).toMatchObject({ result: 'fail' });
  });

  it.each([
    'to search and filter the list of invoices',
    'to be able to sign and submit the form',
    'to see invoices and credit notes',
    'a list of customers and their invoices',
    'to export an invoice so that I can print and send it',
  ])('takes "%s" for one wish', (wish) => {
    expect(asking(wish)).toEqual({ result: 'pass' });
  });

  it('cuts the excerpt to 80 characters around the second wish', () => {
    const outcome = asking(
      'to create an invoice for every customer of the last ten years in one go and delete customers that have none of them left',
    );
    const excerpt = outcome.result === 'fail' ? (outcome.facts.excerpt ?? '') : '';
    expect(excerpt).toContain('and delete c');
    expect(excerpt.length).toBeLessThanOrEqual(80);
  });

  it('reads the description as well', () => {
    const description = document('As a user, I want to create an invoice and delete a customer.');
    expect(evaluate({ description })).toMatchObject({ result: 'fail' });
  });

  it.each<[string, Partial<BacklogIssue>, object]>([
    ['does not apply to other texts', {}, { result: 'not-applicable', reason: 'not-a-story' }],
    [
      'cannot tell where no description is shown',
      { description: undefined },
      { result: 'unknown', reason: 'description-not-shown' },
    ],
  ])('%s', (_says, changes, outcome) => {
    expect(evaluate(changes)).toEqual(outcome);
  });
});
