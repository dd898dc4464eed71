import { expect, test } from 'vitest';
import { findInText } from '../find-in-text.ts';

test.each([
  ['en', 'It opened on Tuesday, 3 May 2021.'],
  ['en', 'It opened on Tuesday, May 3, 2021, in Graz.'],
  ['en', 'It opened on Tuesday (May 3, 2021).'],
  ['en', 'May 3, 2021, was a Tuesday.'],
  ['en', 'It was founded on 3 May 2021, a Tuesday.'],
  ['en', 'In 2026 it met on Monday, Nov. 27.'],
  ['en', 'It met on Monday, Nov. 27, and on Monday, Nov. 28.'],
  ['en', 'On the evening of Tuesday, May 3rd, 2021, it rained.'],
  ['de', 'Die Sitzung war am Dienstag, den 3. Mai 2021.'],
  ['de', 'Am Dienstag, 3.5.2021, begann es.'],
  ['de', 'Am Dienstagabend, 3. Mai 2021, begann es.'],
  ['de', 'Der 3. Mai 2021 war ein Dienstag.'],
  ['de', 'Die Anhörung (Dienstag, 3. Mai 2021) war kurz.'],
  ['fr', 'Le mardi 3 mai 2021, il est parti.'],
])('%s: a weekday beside a date is queried where it is wrong: %s', (language, text) => {
  const found = findInText('weekday', language, text);
  expect(found).toHaveLength(1);
});

test.each([
  ['en', 'It opened on Monday, 3 May 2021.'],
  ['en', 'On Monday and Tuesday, 3 and 4 May 2021, it rained.'],
  ['en', 'It met on Monday, Nov. 27.'],
  ['en', 'It opened on the Tuesday after 3 May 2021.'],
  ['en', 'From Tuesday to Thursday, 4–6 May 2021.'],
  ['en', 'On Monday it met; May 4, 2021, was the deadline.'],
  ['en', 'It met on Monday, Nov. 27, and on Tuesday, Nov. 28.'],
  ['en', 'On Tuesday, 3 people left.'],
  ['en', 'The Monday papers of May 2021 wrote about it.'],
  ['en', 'It met in 2010 and on Monday, Nov. 27.'],
  ['de', 'Am Montag, den 3. Mai 2021, begann es.'],
  ['de', 'Der 3. Mai 2021 war ein Montag.'],
  ['de', 'Am Dienstag nach dem 3. Mai 2021 begann es.'],
  ['de', 'So kamen am 3. Mai 2021 viele.'],
  ['de', 'Mo., 3. Mai 2021'],
])('%s: a weekday beside a date is not queried where it may be right: %s', (language, text) => {
  expect(findInText('weekday', language, text)).toEqual([]);
});
