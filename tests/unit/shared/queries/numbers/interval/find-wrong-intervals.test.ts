import { expect, test } from 'vitest';
import { findInText } from '../find-in-text';

test.each([
  ['en', 'She led the choir from 1998 until 2021, when she stepped down after 25 years.'],
  ['en', 'He has run the mill since 1998 and sold it in 2021, after 28 years.'],
  ['en', 'The mill, opened in 1961, closed in 2011 after 40 years of service.'],
  ['en', 'From 1990 to 2005, for 25 years, she kept bees.'],
  ['en', 'The mill burnt down in 1950 and was rebuilt 12 years later, in 1968.'],
  ['en', 'In 2019, 12 years after the mill opened in 2001, it closed.'],
  ['en', 'For twelve years, from 1990 to 2005, she kept bees.'],
  ['en', 'She joined the mill in 1990. In 2010, after 15 years as its head, she left.'],
  ['en', 'The mill opened in 1990. Five years later, in 1998, it closed.'],
  ['de', 'Von 1995 bis 2020, also 30 Jahre lang, leitete er die Mühle.'],
  ['de', 'Die Mühle wurde 1974 gegründet und schloss 2014 nach 50 Jahren.'],
  ['de', 'Seit 1998 führte sie die Mühle, 2021 ging sie nach 28 Jahren in Rente.'],
  ['de', '1950 brannte die Mühle ab und wurde 12 Jahre später, 1968, wieder gebaut.'],
  ['de', 'Sie begann 1990. Nach 15 Jahren ging sie 2010.'],
  ['en', 'She was first elected in 1990 and served until 2016, a total of 32 years.'],
  ['de', 'Nach 15 Jahren im Amt trat sie, die 2004 gewählt worden war, 2024 zurück.'],
  ['de', '2019, zwölf Jahre nach der Eröffnung 2001, schloss die Mühle.'],
])('%s: a time that does not fit its years is queried: %s', (language, text) => {
  expect(findInText('interval', language, text)).toHaveLength(1);
});

test.each([
  ['en', 'She led the choir from 1998 until 2021, when she stepped down after 23 years.'],
  ['en', 'She led the choir from 1998 until 2021, when she stepped down after 24 years.'],
  ['en', 'She led the choir from 1998 until 2021, for more than 20 years.'],
  ['en', 'The mill, opened in 1961, closed in 2011 after five years of losses.'],
  ['en', 'Between 1990 and 2005 he spent four years in prison.'],
  ['en', 'In 1990, the 25-year-old joined, and in 2005 she left.'],
  ['en', 'She joined in 1990. He left in 2010 after 4 years.'],
  ['en', 'From 2010 to 2020 it rained every 2 years.'],
  ['en', 'The mill opened in 1990, and 20 years ago it was sold in 2006.'],
  ['en', 'The mill burnt down in 1950 and was rebuilt 18 years later, in 1968.'],
  ['de', 'Von 1995 bis 2020, also 25 Jahre lang, leitete er die Mühle.'],
  ['de', 'Die Mühle wurde 1974 gegründet und schloss 2014 nach rund 40 Jahren.'],
  ['de', 'Die Mühle wurde 1974 gegründet und schloss 2014 nach drei Jahren mit Verlusten.'],
  ['en', 'She led the choir from 1998 until 2021, and 25 years later people speak of her.'],
  ['de', 'Seit 1998 gibt es das Fest, 2021 fiel es nach zwei Jahren Planung aus.'],
  ['de', 'Von 1995 bis 2020 kamen 30 Jahrgänge.'],
  ['de', 'Sie begann 1990 und wurde 2010 zu zwei Jahren Haft verurteilt.'],
])('%s: a time that may fit its years is not queried: %s', (language, text) => {
  expect(findInText('interval', language, text)).toEqual([]);
});
