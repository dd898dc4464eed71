import { expect, test } from 'vitest';
import { findInText } from '../find-in-text';

test.each([
  ['en', 'Of the 120 houses, 70 are finished and 40 under construction.'],
  ['en', 'It has three parts: 12, 15 and 20 pages. In total, 48 pages.'],
  ['en', 'There were 12 men, 15 women and 20 children, a total of 48.'],
  ['en', 'The council has 48 members: 12 from the north, 15 from the south and 20 from the east.'],
  ['en', 'The company employs 300 people – 120 in Graz and 150 in Linz.'],
  ['en', 'In the vote, 40 per cent chose Ada, 35 per cent Bo and 30 per cent Cy.'],
  ['en', 'Here 40 per cent like it, 35 per cent hate it and the remaining 20 per cent do not know.'],
  ['en', 'The school has 500 pupils, of whom 260 are girls and 220 boys.'],
  [
    'en',
    'The bill of $300 million is made up of $120 million for schools, $90 million for roads and $70 million for parks.',
  ],
  [
    'en',
    'The grant, worth $900,000 in all, is split between a school ($450,000), a clinic ($300,000) and a park ($200,000).',
  ],
  ['de', 'Die 900 Plätze verteilen sich auf Graz (450), Linz (300) und Wels (200).'],
  ['en', 'Seven of the twelve jurors were women and six were men.'],
  ['en', 'He won 18 of his 25 fights and lost nine.'],
  ['de', 'Die Fraktion hat 15 Sitze, zehn Männer und sechs Frauen.'],
  ['en', 'Apples\t12\nPears\t15\nPlums\t20\nTotal\t48'],
  ['en', 'North: 12\nSouth: 15\nEast: 20\nTotal: 48'],
  ['de', 'Von den 120 Häusern sind 70 fertig und 40 im Bau.'],
  ['de', 'Es kamen 12 Männer, 15 Frauen und 20 Kinder, insgesamt 48 Menschen.'],
  ['de', 'Es kamen 12 Männer, 15 Frauen und 20 Kinder. Zusammen waren es 48 Menschen.'],
  ['de', 'Der Rat hat 48 Mitglieder: 12 aus dem Norden, 15 aus dem Süden und 20 aus dem Osten.'],
  ['de', '40 Prozent wählten Ada, 35 Prozent Bo und 30 Prozent Cy.'],
  ['de', 'Äpfel\t1.200\nBirnen\t1.512\nSumme\t2.812'],
])('%s: parts and their total is queried where it is wrong: %s', (language, text) => {
  const found = findInText('total', language, text);
  expect(found).toHaveLength(1);
});

test.each([
  ['en', 'Of the 120 houses, 70 are finished and 50 under construction.'],
  ['en', 'Of the 120 houses, 30 are finished and 12 under construction.'],
  ['en', 'There were 12 men, 15 women and 21 children, a total of 48.'],
  ['en', 'The company employs 300 people, including 120 in Graz and 150 in Linz.'],
  ['en', 'In the vote, 40 per cent chose Ada, 35 per cent Bo and 25 per cent Cy.'],
  ['en', 'Some 60 per cent of men, 45 per cent of women and 30 per cent of children agree.'],
  ['en', 'We learnt two things: 12 people came and 15 left.'],
  ['en', 'It has three parts: 12, 15 and 20 pages.'],
  ['en', 'The shares are 33.3 per cent, 33.3 per cent and 33.3 per cent.'],
  ['de', 'Die 900 Plätze verteilen sich auf Graz (450), Linz (300) und Wels (150).'],
  ['en', 'The 48 members met Ada (41), Bo (37) and Cy (29).'],
  ['en', 'Seven of the twelve jurors were women and six were under thirty.'],
  ['en', 'He won 18 of his 25 fights, nine of them by knockout.'],
  ['de', 'Von den 120 Abgeordneten stimmten 71 dafür, 60 davon aus der Koalition.'],
  ['en', 'Apples\t12\nPears\t15\nPlums\t21\nTotal\t48'],
  ['en', '2019\t3.5 %\n2020\t4.5 %\nAll\t4.1 %'],
  ['en', 'The work cost $1.2 million, $3.4 million and $2.3 million. In total, $7 million was spent.'],
  ['de', 'Von den 120 Häusern sind 70 fertig und 50 im Bau.'],
  ['de', '40 Prozent wählten Ada, 35 Prozent Bo und 25 Prozent Cy.'],
  ['de', 'Es gibt 300 Betriebe, darunter 120 in Graz und 150 in Linz.'],
  ['de', 'Es kamen 12 Männer, 15 Frauen und 21 Kinder, insgesamt 48 Menschen.'],
  ['de', 'Sie wurde zu 2.362 Einsätzen gerufen – 445 davon waren Brände und 1.649 Hilfeleistungen.'],
])('%s: parts and their total is not queried where it may be right: %s', (language, text) => {
  expect(findInText('total', language, text)).toEqual([]);
});
