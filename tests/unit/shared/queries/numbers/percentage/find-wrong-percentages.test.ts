import { expect, test } from 'vitest';
import { findInText } from '../find-in-text';

test.each([
  ['en', 'There were 412 against 340, a third more.'],
  ['en', 'Ridership rose from 28,000 to 38,000, up 25 per cent.'],
  ['en', 'Ridership rose by 25 per cent from 28,000 passengers last year to 38,000.'],
  ['en', 'Sales grew from €2.4 million in 2019 to €3.6 million (40 percent).'],
  ['en', 'Half of the 300 houses, 170, are empty.'],
  ['en', 'The number doubled from 10 to 15.'],
  ['en', 'In all 12 of 48 (20 %) passed.'],
  ['en', 'Of the 48 houses, 12 (20%) are empty and 6 (12.5%) burnt.'],
  ['en', 'It cost $50, 40 per cent less than the $100 of before.'],
  ['en', 'A third of the 300 houses (170) are empty.'],
  ['en', 'The 300 houses are twice as many as the 200 of 1990.'],
  ['en', 'Profits fell 50 per cent, to £8 million from £10 million.'],
  ['en', 'The school had 340 pupils in 2020 and 412 in 2024, a rise of 35 per cent.'],
  ['de', 'Die Zahl stieg um 25 Prozent von 28.000 auf 38.000.'],
  ['de', 'Die Zahl stieg von 28.000 auf 38.000, ein Plus von 25 Prozent.'],
  ['de', 'Es waren 412 nach 340 im Vorjahr, ein Drittel mehr.'],
  ['de', 'Die Hälfte der 300 Häuser, 170, steht leer.'],
  ['de', '12 von 48 Schülern (20 Prozent) bestanden.'],
  ['de', 'Die Zahl hat sich von 10 auf 15 verdoppelt.'],
  ['de', 'Der Gewinn stieg um die Hälfte von 10 auf 12 Millionen Euro.'],
])('%s: a share beside its numbers is queried where it is wrong: %s', (language, text) => {
  const found = findInText('percentage', language, text);
  expect(found).toHaveLength(1);
});

test.each([
  ['en', 'There were 412 against 340, a fifth more.'],
  ['en', 'Ridership rose from 28,000 to 38,000, up 36 per cent.'],
  ['en', 'Sales grew from €2.4 million in 2019 to €3.6 million (50 percent).'],
  ['en', 'The number nearly doubled from 10 to 19.'],
  ['en', 'In all 12 of 48 (25 %) passed.'],
  ['en', 'It cost $50, half of the $100 of before.'],
  ['en', '12 of the 48 pupils, or a quarter, passed.'],
  ['en', 'Nearly half of the 300 houses (142) are empty.'],
  ['en', 'The company has 300 staff in 12 of 48 states and 20 per cent of sales.'],
  ['en', 'It rose from 28,000 to 38,000, and 25 per cent of those are young.'],
  ['en', 'The rate rose from 10 to 15 per cent, or 5 percentage points.'],
  ['en', 'About a third of the 300 houses, or 110, are empty.'],
  ['en', 'From 10 to 12 May, 25 per cent of flights were late.'],
  ['de', 'Die Zahl stieg um 36 Prozent von 28.000 auf 38.000.'],
  ['de', '12 von 48 Schülern (25 Prozent) bestanden.'],
  ['de', 'Der Umsatz wuchs von 2,4 Millionen Euro auf 3,6 Millionen Euro, das sind 50 Prozent mehr.'],
  ['de', '60 Prozent der 300 Befragten, also 180, sind dafür.'],
  ['de', 'Die Zahl stieg von 28.000 auf 38.000, 25 Prozent davon sind jung.'],
  ['en', 'Deaths were 9 % higher in the first six months than in 2015, and 18 % higher than two years ago.'],
])('%s: a share beside its numbers is not queried where it may be right: %s', (language, text) => {
  expect(findInText('percentage', language, text)).toEqual([]);
});
