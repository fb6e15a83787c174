import { describe, expect, it } from 'vitest';

import { goalVerdict, type GoalVerdict } from '#src/domain/sprint/goal/goal-verdict';

/** Goals as teams write them. */
const GOALS: Readonly<Record<GoalVerdict, readonly string[]>> = {
  none: [
    '',
    '   ',
    '-',
    '…',
    'TBD',
    'tbd.',
    'n/a',
    'None',
    'Sprint goal:',
    'Sprintziel: noch offen',
    '???',
    'No goal',
    'なし',
    'kein Ziel',
  ],
  list: [
    'AUR-12, AUR-14, AUR-19',
    'Finish AUR-12 and AUR-14',
    'AUR-12: Export invoices as PDF, AUR-14: Reminder mails for late payers',
    'Complete WEB-101, WEB-102 & the WEB-103 bug',
    'Fix login, add export and update docs',
    'Implement SSO',
    'Build the new settings page',
    '- Fix login bug\n- Add CSV export\n- Upgrade Node to 24',
    '1. Migrate database\n2. Refactor billing module\n3. Write API documentation',
    'Finish the onboarding epic',
    'Upgrade Spring Boot; migrate the build to Gradle',
    'Develop REST endpoints for orders and write integration tests',
    'Login-Seite umbauen, CSV-Export einbauen, Doku schreiben',
    'Migration der Datenbank abschließen und Tests schreiben',
    'Corriger le bug de connexion et ajouter le filtre par date',
    'Implementar el login y corregir errores del carrito',
    'Adicionar filtro de datas e corrigir o relatório',
    'Aggiungere il filtro e correggere il login',
    'Zoekfilter toevoegen en de loginpagina bouwen',
    'Dodać filtr i naprawić logowanie',
    'ログイン画面の実装、CSV出力の追加',
  ],
  vague: [
    'Improve performance',
    'Bug fixing',
    'Bugfixes and improvements',
    'Continue work on checkout',
    'Make progress on the mobile app',
    'Finish leftovers',
    'Complete all stories',
    'Stabilization',
    'Tech debt',
    'As much as possible',
    'Focus on quality',
    'Checkout phase 2',
    'Customer onboarding',
    'Various fixes',
    'Clean up and refactoring',
    'Weiterarbeiten am Checkout',
    'Stabilisierung und Fehlerbehebung',
    'Alle Tickets erledigen',
    'Améliorer la qualité',
    'Correction de bugs',
    'Avanzar con la aplicación móvil',
    'Melhorias de desempenho',
    'Correzione di bug e miglioramenti',
    'Verder werken aan de app',
    'Poprawki i stabilizacja',
    'バグ修正と品質の改善',
  ],
  outcome: [
    'Customers in Germany send an XRechnung without help',
    'A valid XRechnung file comes out of Aurora',
    'Overdue invoices remind on their own',
    'Money that arrives finds its invoice',
    'The quarter can be handed to the tax adviser',
    'Invoices go out by e-mail with a payment link',
    'A correct invoice leaves the house as a PDF',
    'Recurring work invoices itself',
    'Find anything, and know what is open',
    'First useful version on the phone',
    'Users can reset their password without calling support',
    'Goal: new customers can sign up in under 2 minutes',
    'Cut checkout time below 2 seconds',
    'Reduce failed payments by 30 %',
    'Launch the pricing page',
    'Enable customers to change their plan',
    'The app no longer crashes on Android 14',
    'Release 2.1 to beta customers',
    'Deploy single sign-on to production',
    'Build an export so that accountants no longer copy figures by hand',
    'As a buyer I want to pay by card so that I get my order at once',
    'Support agents see the whole order history at a glance',
    'Sprint goal – the pilot customer signs off the import',
    'Kunden können per Lastschrift bezahlen',
    'Der Import läuft ohne manuelle Nacharbeit',
    'Die neue Startseite geht live',
    'Les clients peuvent payer par carte',
    'Les factures sont envoyées automatiquement chaque nuit',
    'Los clientes pueden pagar con tarjeta',
    'Os clientes podem pagar com cartão',
    'I clienti possono pagare con carta',
    'Klanten kunnen met iDEAL betalen',
    'Klienci mogą płacić BLIK-iem',
    '顧客がカードで支払いできる',
    'Orders ship the day they arrive\nReturns reach the warehouse without paper',
  ],
};

describe.each(Object.keys(GOALS) as GoalVerdict[])('a goal that is %s', (verdict) => {
  it.each(GOALS[verdict])('%j', (goal) => {
    expect(goalVerdict(goal)).toBe(verdict);
  });
});

it('is judged alike whatever its case, its space around and its full stop', () => {
  for (const [verdict, goals] of Object.entries(GOALS)) {
    for (const goal of goals) {
      if (verdict === 'list' || goal === '') continue;
      expect([goal, goalVerdict(`  ${goal.toLowerCase()}. `)]).toEqual([goal, verdict]);
    }
  }
});

it('is quick on the longest goal', () => {
  expect(goalVerdict('so that '.repeat(250))).toBe('outcome');
  expect(goalVerdict('fix a, '.repeat(250))).toBe('list');
  expect(goalVerdict('ä'.repeat(2_000))).toBe('vague');
});
