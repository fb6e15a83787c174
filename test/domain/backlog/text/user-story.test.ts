import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findUserStory, readUserStory } from '#src/domain/backlog/text/user-story';
import { document, heading, item, leaf, node, paragraph, text } from '../../../builders/adf';

const PARTS: readonly [language: string, story: string, role: string, benefit: string][] = [
  [
    'English',
    'As an accountant, I want a PDF so that auditors accept it.',
    'accountant',
    'auditors accept it.',
  ],
  [
    'German',
    'Als Buchhalterin möchte ich ein PDF, damit die Prüfer es annehmen.',
    'Buchhalterin',
    'die Prüfer es annehmen.',
  ],
  [
    'French',
    'En tant que comptable, je veux un PDF afin de rassurer les auditeurs.',
    'comptable',
    'rassurer les auditeurs.',
  ],
  [
    'Spanish',
    'Como contable quiero un PDF para que los auditores lo acepten.',
    'contable',
    'los auditores lo acepten.',
  ],
  [
    'Portuguese',
    'Como contador, eu quero um PDF para que os auditores o aceitem.',
    'contador',
    'os auditores o aceitem.',
  ],
  [
    'Italian',
    'Come contabile voglio un PDF in modo che i revisori lo accettino.',
    'contabile',
    'i revisori lo accettino.',
  ],
  [
    'Dutch',
    'Als boekhouder wil ik een PDF zodat de accountant die aanvaardt.',
    'boekhouder',
    'de accountant die aanvaardt.',
  ],
  [
    'Polish',
    'Jako księgowa chcę pobrać PDF, aby audytorzy go przyjęli.',
    'księgowa',
    'audytorzy go przyjęli.',
  ],
];

describe('readUserStory', () => {
  it.each(PARTS)('takes a story in %s apart', (_language, story, role, benefit) => {
    expect(readUserStory(story)).toMatchObject({ role, benefit });
  });

  it('takes a story in Japanese apart', () => {
    expect(readUserStory('経理担当者として、監査のために、請求書をPDFで出力したい。')).toMatchObject({
      role: '経理担当者',
    });
    expect(
      readUserStory('経理担当者として、請求書を出力したい。なぜなら監査に要るからだ。')?.benefit,
    ).not.toBeNull();
    expect(readUserStory('経理担当者として、請求書をPDFで出力できるようにしたい。')).toMatchObject({
      benefit: null,
    });
  });

  it.each([
    ['As a user I want to export', 'user'],
    ['as a user, i want to export', 'user'],
    ['As the site editor, I would like a teaser', 'site editor'],
    ['As User, I want to be able to log in', 'User'],
    ['As an IT manager, I want to know the costs', 'IT manager'],
    ["As a user, I don't want to see banners", 'user'],
    ["As a camp worker, I'm able to report a list", 'camp worker'],
    ['As a user of version 3.5.0, I need an update', 'user of version 3.5.0'],
    ['As a user who is logged in, I can export', 'user who is logged in'],
    ['US-12: As a user, I want to export', 'user'],
    ['User story: As a user, I want to export', 'user'],
    ['1. As a user, I want to export', 'user'],
    ['“As a user, I want to export”', 'user'],
    ['Export. As a user, I want to export', 'user'],
    ['As a team we want fewer alarms', 'team'],
    ['Als een gebruiker wil ik exporteren', 'gebruiker'],
    ["En tant qu'administrateur, j'aimerais exporter", 'administrateur'],
    ['Jako użytkownik chciałbym eksportować', 'użytkownik'],
    ['Come utente vorrei esportare', 'utente'],
    ['Als Admin will ich exportieren', 'Admin'],
    ['I, as a customer, want to export', 'customer'],
    ['Ich als Kunde möchte exportieren', 'Kunde'],
    ['Yo como vendedor quiero exportar', 'vendedor'],
    ['Eu, como gerente, quero exportar', 'gerente'],
    ['As a user I wan to export', 'user'],
    ['As a user, want to export', 'user'],
    [
      'As an external coordinator (e.g. a university), I want to export',
      'external coordinator (e.g. a university)',
    ],
  ])('finds the role in "%s"', (story, role) => {
    expect(readUserStory(story)).toMatchObject({ role, benefit: null });
  });

  it.each([
    ['As a user, I want a list, so I can choose', 'I can choose'],
    ['As a user, I want a list so that that I can choose', 'that I can choose'],
    ['As a user, I want a list in order to choose', 'choose'],
    ['As a user, I want a list because I choose often', 'I choose often'],
    ['As a user, I want a list since I have a bad memory', 'I have a bad memory'],
    ['As a user, I want a list. That way I can choose.', 'I can choose.'],
    ['Als Nutzer möchte ich eine Liste, um schneller zu wählen', 'schneller zu wählen'],
    ['En tant que client je veux une liste pour choisir vite', 'vite'],
    ['Como cliente quiero una lista para elegir', ''],
    ['Als klant wil ik een lijst om sneller te kiezen', 'sneller te kiezen'],
    ['Jako klient chcę, aby lista była krótka, żeby szybciej wybrać', 'szybciej wybrać'],
    ['In order to choose, as a user, I want a list', 'In order to choose'],
    ['In order to choose As a user I want a list', 'In order to choose'],
    ['As a user, so that I can choose, I want a list', 'I can choose,'],
    ['As a player, So I can choose, I’d like a list', 'I can choose,'],
    ['Als Nutzer, damit ich wählen kann, möchte ich eine Liste', 'ich wählen kann,'],
    ['As a buyer, I want alerts so new offers reach me first', 'new offers reach me first'],
    ['As an operator I want logs rotated so disks don’t fill up', 'disks don’t fill up'],
    ['As a user, I want a list. So, if one is lost, I choose another', 'if one is lost, I choose another'],
    ['As an admin, I want flags so-that abuse ends', 'abuse ends'],
    ['As a clerk I want templates so as not to repeat myself', 'repeat myself'],
    ['As a nurse I want to see allergies, to keep patients safe', 'keep patients safe'],
    ['As a host I want to send reminders to reduce no-shows', 'no-shows'],
    ['As a user, I want a list. This will help me choose', 'me choose'],
    ['As a user I want a list, thus I choose faster', 'I choose faster'],
    ['As a user I want a list, as it makes me choose faster', 'makes me choose faster'],
    ['Als Einkäufer möchte ich eine Liste, da sonst vieles liegen bleibt', 'vieles liegen bleibt'],
    ['Als Kunde moechte ich eine Liste, um schneller waehlen zu koennen', 'schneller waehlen zu koennen'],
    ['En tant que client je veux une liste car cela aide', 'cela aide'],
    ['Como profesor me gustaria una lista, asi no pierdo tiempo', 'no pierdo tiempo'],
    ['Come utente voglio una lista perche i clienti chiamano', 'i clienti chiamano'],
    ['Als PO wil ik een lijst, dan weet ik wat er is', 'wat er is'],
    ['Jako ksiegowy chce miec liste, zeby szybciej wybrac', 'szybciej wybrac'],
  ])('finds the benefit in "%s"', (story, benefit) => {
    const found = readUserStory(story);
    expect(found?.role).not.toBeNull();
    if (benefit === '') expect(found?.benefit).not.toBe(undefined);
    else expect(found?.benefit).toBe(benefit);
  });

  it.each([
    'As a user, I want to see how many are left and so on',
    'As a user, I want to do so the next day',
    'As a user, I want to know why the import failed last night',
    'As a user, I want a list so that',
    'As a user, I want a list so that <benefit>',
    'As a user, I want the app to reduce the noise',
    'As a user, I want to know how to avoid mistakes',
    'As a user, I want to be able to ensure that it works',
    'As a user, I want to add, to edit and to delete entries',
    'As a user I want, when I log in, to see the news',
    'As a student I want to do so much more on my phone',
    'As a buyer, I want to see the so called fair price',
    'As a user, I do not want to wait so long',
    'As a user, I want to see centers which allow me to drop off glass',
    'As a user, I want to see files whose checksum has changed since last registered',
    'Jako klient chcę, aby lista była krótka',
    'Als Nutzer möchte ich eine Liste um die Ecke',
  ])('finds no benefit in "%s"', (story) => {
    expect(readUserStory(story)).toMatchObject({ benefit: null });
  });

  it.each([
    ['As a , I want a list', null],
    ['As a <role>, I want a list so that I can choose', 'I can choose'],
    ['I want a list so that I can choose', 'I can choose'],
    ['Ich möchte eine Liste, damit ich wählen kann', 'ich wählen kann'],
    ['Quiero una lista para que pueda elegir', 'pueda elegir'],
  ])('finds no role in "%s"', (story, benefit) => {
    expect(readUserStory(story)).toMatchObject({ role: null, benefit });
  });

  it.each([
    'As a result, I would like to remove it',
    'As a first step, we should split it',
    'As discussed with Ana, I want to remove it',
    'As we move the metrics, we should rename them',
    'As all the flags are defaults, we can remove them',
    'As per the plan, we need two of them',
    'As an improvement, we should cache it',
    'As and when the plan allows it, I want to remove it',
    'As part of the upgrade, I want to drop it',
    'As reported in the forum, I can see two of them',
    'I want to export, but it fails',
    'We need metrics in order to see the load',
    'The export works as a user would expect. I want two.',
    'Als Ergebnis möchte ich festhalten, dass es geht',
    'Como resultado quiero que se borre',
    '結果として、一覧を表示したい。',
    'As a <role>, I want <goal> so that <benefit>',
    'Export invoices',
    '',
  ])('does not take "%s" for a story', (line) => {
    expect(readUserStory(line)).toBeNull();
  });

  it('ends on any text', () => {
    const pieces = [
      'As a ',
      'I want ',
      'so that ',
      'and ',
      ', ',
      '. ',
      'als ',
      'möchte ich ',
      'x',
      '\n',
      'として',
      'たい。',
    ];
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (parts) => {
        const story = readUserStory(parts.join(''));
        expect(story === null || typeof story.want === 'string').toBe(true);
      }),
    );
  });
});

describe('findUserStory', () => {
  it('prefers the summary and fills in from the description', () => {
    const description = document('So that I can choose.');
    expect(findUserStory('As a user, I want a list', description)).toMatchObject({
      role: 'user',
      benefit: 'I can choose.',
    });
    expect(findUserStory('As a user, I want a list', null)).toMatchObject({ benefit: null });
  });

  it.each([
    [
      'lines',
      document(
        paragraph('As a user', leaf('hardBreak'), 'I want a list', leaf('hardBreak'), 'so that I choose'),
      ),
    ],
    ['paragraphs', document('As a user', 'I want a list', 'so that I choose')],
    [
      'bold words',
      document(
        paragraph(text('As a', 'strong'), ' user ', text('I want', 'strong'), ' a list so that I choose'),
      ),
    ],
    [
      'bullets',
      document(node('bulletList', item('As a user'), item('I want a list'), item('so that I choose'))),
    ],
    [
      'cells of a table',
      document(
        node(
          'table',
          ...[
            ['As a', 'user'],
            ['I want', 'a list'],
            ['so that', 'I choose'],
          ].map(([name, value]) =>
            node(
              'tableRow',
              node('tableHeader', paragraph(name ?? '')),
              node('tableCell', paragraph(value ?? '')),
            ),
          ),
        ),
      ),
    ],
    ['lines with the benefit before the wish', document('As a user', 'So that I choose', 'I want a list')],
    ['a panel', document(node('panel', paragraph('As a user, I want a list so that I choose')))],
    ['the first lines', document('Asked for by Ana.', 'As a user, I want a list so that I choose')],
    [
      'the line below a heading',
      document(
        '1.',
        '2.',
        '3.',
        '4.',
        '5.',
        heading('User story'),
        'As a user, I want a list so that I choose',
      ),
    ],
  ])('reads a story in %s', (_where, description) => {
    expect(findUserStory('List', description)).toMatchObject({ role: 'user', benefit: 'I choose' });
  });

  it('reads the same description anew below another summary', () => {
    const description = document('As a user, I want a list so that I can choose.');
    expect(findUserStory('List', description)).toMatchObject({ role: 'user' });
    expect(findUserStory('As an admin, I want a list', description)).toMatchObject({ role: 'admin' });
    expect(findUserStory('List', description)).toMatchObject({ role: 'user' });
  });

  it('reads a story in lines with the benefit first', () => {
    expect(findUserStory('List', document('In order to choose', 'As a user', 'I want a list'))).toEqual({
      role: 'user',
      want: 'a list',
      benefit: 'In order to choose',
    });
  });

  it('does not take a criterion, or a sentence far below, for the story', () => {
    const criterion = document(heading('Acceptance criteria'), 'As a user, I can see the list');
    expect(findUserStory('List', criterion)).toBeNull();
    const far = document('One.', 'Two.', 'Three.', 'Four.', 'Five.', 'As a user, I can see the list');
    expect(findUserStory('List', far)).toBeNull();
  });
});
