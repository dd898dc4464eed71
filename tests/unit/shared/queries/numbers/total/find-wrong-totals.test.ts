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
  ['en', 'The agency employs 340 people: 120 in Ohio, 95 in Texas and 105 in Maine.'],
  ['en', 'Of the 52 delegates, 31 voted for the motion, 15 against and 9 abstained.'],
  ['en', 'There were 14 gold, 11 silver and 9 bronze medals, 36 in all.'],
  [
    'en',
    'The 120 seats are divided among four parties: the Greens have 45, Labor 38, the Liberals 25 and the Centre 15.',
  ],
  ['en', 'She wrote 12 novels and seven plays — 21 books altogether.'],
  ['en', "The school sold 210 adult tickets and 180 children's tickets. Altogether, 410 tickets were sold."],
  ['en', 'Of its 75 staff, 40 work in the office, 20 in the field and the remaining 25 from home.'],
  ['de', 'Die Behörde hat 340 Mitarbeiter: 120 in Bremen, 95 in Kiel und 105 in Lübeck.'],
  ['de', 'Von den 52 Delegierten stimmten 31 dafür, 15 dagegen, 9 enthielten sich.'],
  ['de', 'Das 16-köpfige Team besteht aus 9 Ärzten und 6 Pflegern.'],
  [
    'de',
    '2,5 Millionen Euro gehen an Kliniken, 1,5 Millionen Euro an Schulen und eine Million Euro an Parks, macht zusammen 6 Millionen Euro.',
  ],
  [
    'en',
    'The budget sets aside $40 million for roads, $25 million for transit and $15 million for bike lanes — $90 million in all.',
  ],
  ['en', 'Three shops, four cafes and two bars, ten businesses altogether, must close.'],
  ['de', 'Zwölf Menschen wurden verletzt, sieben Fahrgäste und vier Mitarbeiter.'],
  [
    'de',
    'Der Etat sieht 40 Millionen Euro für Straßen, 25 Millionen für Busse und 15 Millionen für Radwege vor, zusammen 90 Millionen Euro.',
  ],
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
  ['en', 'The agency employs 340 people: 120 in Ohio, 95 in Texas and 125 in Maine.'],
  ['en', 'Of the 52 delegates, 31 voted for the motion, 15 against and 6 abstained.'],
  ['en', 'There were 14 gold, 11 silver and 9 bronze medals, 34 in all.'],
  [
    'en',
    'The 120 seats are divided among four parties: the Greens have 45, Labor 38, the Liberals 25 and the Centre 12.',
  ],
  ['en', 'She wrote 12 novels and seven plays — 19 books altogether.'],
  ['en', "The school sold 210 adult tickets and 180 children's tickets. Altogether, 390 tickets were sold."],
  ['en', 'Of its 75 staff, 40 work in the office, 20 in the field and the remaining 15 from home.'],
  ['de', 'Die Behörde hat 340 Mitarbeiter: 120 in Bremen, 95 in Kiel und 125 in Lübeck.'],
  ['de', 'Von den 52 Delegierten stimmten 31 dafür, 15 dagegen, 6 enthielten sich.'],
  ['de', 'Das 16-köpfige Team besteht aus 9 Ärzten und 7 Pflegern.'],
  [
    'de',
    '2,5 Millionen Euro gehen an Kliniken, 1,5 Millionen Euro an Schulen und eine Million Euro an Parks, macht zusammen 5 Millionen Euro.',
  ],
  [
    'en',
    'The budget sets aside $40 million for roads, $25 million for transit and $15 million for bike lanes — $80 million in all.',
  ],
  ['en', 'Three shops, four cafes and two bars, nine businesses altogether, must close.'],
  ['de', 'Zwölf Menschen wurden verletzt, sieben Fahrgäste und fünf Mitarbeiter.'],
  [
    'de',
    'Der Etat sieht 40 Millionen Euro für Straßen, 25 Millionen für Busse und 15 Millionen für Radwege vor, zusammen 80 Millionen Euro.',
  ],
])('%s: parts and their total is not queried where it may be right: %s', (language, text) => {
  expect(findInText('total', language, text)).toEqual([]);
});
