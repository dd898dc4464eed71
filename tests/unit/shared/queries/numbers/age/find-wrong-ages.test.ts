import { expect, test } from 'vitest';
import { findInText } from '../find-in-text.ts';

test.each([
  ['en', 'Founded in 1874, the brewery will be 160 years old in 2024.', 1],
  ['en', 'They had not met since 1968. They met in 2018, after 40 years.', 1],
  ['en', 'She was 49 when she was appointed in 1994. She retired in 2016 at 61.', 1],
  ['en', 'The couple, who married in 1963, had their golden wedding in 2023.', 1],
  ['de', 'Vor 20 Jahren, im Herbst 1994, begann es. Heute, im Herbst 2024, ist es ein Haus.', 1],
  ['en', 'They had not met since 1968. They met in 2018, after 50 years.', 0],
  ['en', 'She was 49 when she was appointed in 1994. She retired in 2016 at 71.', 0],
  ['en', 'The couple, who married in 1973, had their golden wedding in 2023.', 0],
  ['en', 'The mill opened in 1968 and closed in 2018. Its 40 workers left.', 0],
])('%s: times and ages are compared with the two years beside them: %s', (language, text, count) => {
  expect(findInText('age', language, text)).toHaveLength(count);
});

test.each([
  ['en', 'The 41-year-old, born in 1970, is a baker.'],
  ['en', 'Ada Fields (1950–2010) died in Graz aged 57.'],
  ['en', 'Ada Fields, 41, runs the mill. She was born in Graz in 1970.'],
  ['en', 'Ada Fields, 41, runs the mill. It is large. Fields was born in 1970 in Graz.'],
  ['en', 'Born in 1950, she joined the mill in 1975 at the age of 30.'],
  ['en', 'The mill was founded in 1990, 50 years ago.'],
  ['en', 'Founded in 1990, the mill celebrates its 50th anniversary.'],
  ['en', 'Ada Fields was born in 1970. She is 41.'],
  ['en', 'Born on 3 May 1970, Ada Fields turned 41 this year.'],
  ['en', 'It has stood here since 1990, or 50 years.'],
  ['en', 'Born in 1988, Ada Fields was 21 when she won in 2004.'],
  ['en', 'Ada Fields was born in 1949. She died in 2018, at 59.'],
  ['en', 'Ada Fields was born in 1972. At the age of 25, in 1990, she came here.'],
  ['en', 'The actor, 54, who was born in 1961, is back.'],
  ['de', 'Der 45-Jährige, geboren 1971 in Graz, lebt seit 2025 in Linz.'],
  ['de', 'Mit 30 Jahren gewann der 1975 geborene Läufer 1999 den Titel.'],
  ['de', 'Der 1964 geborene Maler starb 2019 im Alter von 49 Jahren.'],
  ['de', 'Ada Fields (geboren 1950) war 1990 bereits 45 Jahre alt, als sie kam.'],
  ['de', 'Ada Fields (41) führt die Mühle. Sie wurde 1970 in Graz geboren.'],
  ['de', 'Der 41-Jährige wurde 1970 in Graz geboren.'],
  ['de', 'Ada Fields (1950–2010) starb im Alter von 57 Jahren.'],
  ['de', 'Die Mühle wurde 1990 gegründet, also vor 50 Jahren.'],
  ['de', 'Ada Fields, Jahrgang 1970, ist heute 41 Jahre alt.'],
  ['de', '1950 in Graz geboren, kam sie 1975 im Alter von 30 Jahren nach Linz.'],
])('%s: an age or a number of years is queried where it is wrong: %s', (language, text) => {
  const found = findInText('age', language, text);
  expect(found).toHaveLength(1);
});

test.each([
  ['en', 'The 56-year-old, born in 1970, is a baker.'],
  ['en', 'The 55-year-old, born in 1970, is a baker.'],
  ['en', 'Ada Fields (1950–2010) died in Graz aged 59.'],
  ['en', 'Ada Fields, 41, runs the mill. Bo Keld was born in 1970 in Graz.'],
  ['en', 'Born in 1950, she joined the mill in 1975 at the age of 25.'],
  ['en', 'The mill was founded in 1990, 36 years ago.'],
  ['en', 'The mill was founded in 1990, nearly 40 years ago.'],
  ['en', 'Ada Fields, 25, was born in 1970 to a 25-year-old mother.'],
  ['en', 'Founded in 1990, the mill celebrated its 25th anniversary in 2015.'],
  ['en', 'He was 41 when the mill, built in 1970, burnt down.'],
  ['en', 'Born in 1970, he has a 12-year-old son.'],
  ['en', 'In 1990, 50 workers left.'],
  ['en', 'Born in 1988, Ada Fields was 16 when she won in 2004.'],
  ['en', 'Ada Fields was born in 1949. She died in 2018, at 69.'],
  ['en', 'Ada Fields was born in 1972. The mill opened at the age of steam, in 1990, with 25 staff.'],
  ['de', 'Der 55-Jährige, geboren 1971 in Graz, lebt seit 2025 in Linz.'],
  ['de', 'Der 1964 geborene Maler starb 2019 im Alter von 55 Jahren.'],
  ['de', 'Ada Fields (geboren 1950) war 1990 bereits 40 Jahre alt, als sie kam.'],
  ['de', 'Der 56-Jährige wurde 1970 in Graz geboren.'],
  ['de', 'Ada Fields (1950–2010) starb im Alter von 60 Jahren.'],
  ['de', 'Die Mühle wurde 1990 gegründet, also vor 36 Jahren.'],
  ['de', 'Ada Fields (41) führt die Mühle. Ihr Vater wurde 1940 geboren.'],
  ['de', 'Seit 1990 arbeiten 50 Menschen hier.'],
])('%s: an age or a number of years is not queried where it may be right: %s', (language, text) => {
  expect(findInText('age', language, text)).toEqual([]);
});
