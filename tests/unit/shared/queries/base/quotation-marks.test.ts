import { expect, test } from 'vitest';
import { findQueriesOf, listPlaces } from '../names/find-queries.ts';

const hits: readonly (readonly [string, string, string])[] = [
  ['He said “no and left. Nobody saw him.', 'en', '“no and left.'],
  ['He said no and left” in the end.', 'en', 'no and left”'],
  ['“One,” she said. “Two, she said.\n\nThey left.', 'en', '“Two, she said.'],
  ['"One," she said. "Two, she said.', 'en', '"Two, she said.'],
  ['She said one" twice.', 'en', 'She said one"'],
  ['“We left. ¶ he said.\n\nThe “other” side won.', 'en', '“We left. ¶'],
  ['“It is late,” he said. “Very late, he said.\n\n“We know,” she said.', 'en', '“Very late, he'],
  ['It was “a "nice" day.', 'en', '“a "nice" day.'],
  ['He told them ‘to go home and left.', 'en', '‘to go home'],
  ['„Das geht nicht, sagte sie. Er ging.', 'de', '„Das geht nicht,'],
  ['Das geht nicht“, sagte sie.', 'de', 'Das geht nicht“'],
  ['Sie sagte: »Das geht nicht. Er ging. »Doch«, sagte er.', 'de', '»Das geht nicht.'],
  ['Sie sprach von einer »bitteren Niederlage.', 'de', '»bitteren Niederlage.'],
  ['„Ja“, sagte sie. „Nein, sagte er.\n\nDer „Sturm“ kam.', 'de', '„Nein, sagte er.'],
  ['Er nannte es eine „Zumutung. Sie nicht.', 'de', '„Zumutung. Sie nicht.'],
  ['Elle dit : « Bonjour à tous. Puis : « Au revoir ».', 'fr', '« Bonjour à tous.'],
];

test.each(hits)('%s', (text, language, place) => {
  expect(listPlaces('quotation-mark', text, language)).toEqual([[place]]);
});

const nearMisses: readonly (readonly [string, string, string | null])[] = [
  ['a quotation that every paragraph opens again', '“One.\n\n“Two.\n\n“Three,” he said.', 'en'],
  ['a quotation that only its first paragraph opens', '“One.\n\nTwo.\n\nThree,” he said.', 'en'],
  ['a quotation over paragraphs with one within', '“One.\n\nTwo is "fine" too.” She left.', 'en'],
  ['a caption within a quotation', '"One.\n\nA photo\n\n"Two," he said.', 'en'],
  ['marks of one form in each other', '"Putting "holes" in walls" is fun.', 'en'],
  ['a nested quotation', '“He said ‘no’ to me,” she said.', 'en'],
  ['feet and inches', 'He is 5\'10" tall, she 5’4”. The 12" record has 7" covers.', 'en'],
  ['feet and inches within a quotation', '"He is 5\'10" tall," she said.', 'en'],
  ['apostrophes', 'The ‘90s, rock ‘n’ roll, workers’ rights, ‘em, and the girls’ school.', 'en'],
  ['a quotation that is closed by two single marks', '“It was late,’’ he said.', 'en'],
  ['a closing mark of the wrong form', '“It was late.“ - Ada', 'en'],
  ['marks around one letter', 'Plan “B” and "C", ("D") and “E”—all of them.', 'en'],
  ['arrows', 'Read more »\n\nNext page » and so on', 'en'],
  ['German arrows', '»Mehr dazu\n\nWeiter » oder » zurück', 'de'],
  ['German marks', '„Ja“, sagte sie. „Er sagte ‚nein‘ zu mir“, sagte er.', 'de'],
  ['German marks of books', '»Ja«, sagte sie, »er sagte ›nein‹ zu mir.«', 'de'],
  ['German marks with an English closing one', '„Ja”, sagte sie. „Nein”, sagte er.', 'de'],
  ['German marks before punctuation', 'Er rief: „Halt!“ (Sie nicht: „Los!“). Das „Haus“-Modell.', 'de'],
  ['marks within a compound', 'Der „Nabucco“-Abend, der »Sturm«-Abend und der "Faust"-Abend.', 'de'],
  ['German marks in a text whose language nobody knows', 'Der „Nabucco“-Abend war lang.', null],
  ['French marks', 'Elle dit : « Bonjour », puis « Au revoir ! » et partit.', 'fr'],
  ['Swiss marks', 'Elle dit «Bonjour», puis «Au revoir!» et partit.', 'fr'],
  ['Swedish marks', 'Hon sa ”ja”, och han sa ”nej”.', 'sv'],
  ['Swedish marks in a text whose language nobody knows', 'Hon sa ”ja”, och han sa ”nej”.', null],
  ['Dutch marks', 'Ze zei „ja” en hij zei ‘nee’.', 'nl'],
  ['a line of marks', '"\n\n" " "', 'en'],
];

test.each(nearMisses)('%s are paired', (_what, text, language) => {
  expect(listPlaces('quotation-mark', text, language)).toEqual([]);
});

test('a text whose marks mean something else raises none', () => {
  expect(listPlaces('quotation-mark', 'a" b\n\nc" d\n\ne" f\n\ng" h\n\ni" j', 'en')).toEqual([]);
});

test('the explanation says which side is missing', () => {
  expect(findQueriesOf('quotation-mark', 'He said “no and left.', 'en')[0]?.explanation).toBe(
    'The quotation that begins with “no and left. opens and never closes.',
  );
});

test('words that are read from right to left are isolated in the explanation', () => {
  expect(findQueriesOf('quotation-mark', 'قال “لم نسأل أبدا، ثم سكت.', 'ar')[0]?.explanation).toBe(
    'The quotation that begins with \u2068“لم نسأل أبدا،\u2069 opens and never closes.',
  );
});
