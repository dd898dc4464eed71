import { expect, test } from 'vitest';
import { findNameQueries } from '#shared/queries/names/find-name-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { createArticle } from '#tests/bench/reading/read-articles.ts';
import { findQueriesOf, listPlaces } from './find-queries.ts';

const inBody = (text: string) => `A standfirst.\n\n${text}`;

const hits: readonly (readonly [string, string, string, string])[] = [
  ['“No,” Harper said. Ida Harper, head of the port, left.', 'en', 'Harper', 'Ida Harper'],
  ['Mr Harper declined. Later Ian Harper changed his mind.', 'en', 'Harper', 'Ian Harper'],
  ['Kessler, the architect, came. Mia Kessler told us why.', 'en', 'Kessler', 'Mia Kessler'],
  ['According to Kessler, it fell. “It fell,” said Mia Kessler.', 'en', 'Kessler', 'Mia Kessler'],
  ['Kessler’s plan failed. Critics asked Mia Kessler. “Well,” Kessler said.', 'en', 'Kessler', 'Mia Kessler'],
  ['Dr. Ottway warned of it.\n\nNobody believed Dr. Ruth Ottway.', 'en', 'Ottway', 'Ruth Ottway'],
  ['Lt. Col. Vindar told them. It was Alan Vindar who knew.', 'en', 'Vindar', 'Alan Vindar'],
  ['„Nein“, sagte Harksen. Onno Harksen ist Bürgermeister.', 'de', 'Harksen', 'Onno Harksen'],
  ['Landrat Kattwinkel kam. Später ging Friedhelm Kattwinkel.', 'de', 'Kattwinkel', 'Friedhelm Kattwinkel'],
  ['Chefärztin Sielaff sprach. Danach fragte Annegret Sielaff nach.', 'de', 'Sielaff', 'Annegret Sielaff'],
  ['Laut Tönnsen fehlt Personal. Henrike Tönnsen sagte das am Montag.', 'de', 'Tönnsen', 'Henrike Tönnsen'],
  ['Quandt schon. Paul Quandt, der frühere Leiter des Heims, kam.', 'de', 'Quandt', 'Paul Quandt'],
  [
    'Als Quandt das Wort ergriff, war es still. Eva Quandt ist seit 2019 Vorsitzende.',
    'de',
    'Quandt',
    'Eva Quandt',
  ],
  ['Herr Quandt fehlte. „Krank“, erklärte Paul Quandt.', 'de', 'Quandt', 'Paul Quandt'],
];

test.each(hits)('%s', (text, language, surname, full) => {
  expect(listPlaces('introduction', inBody(text), language)).toEqual([[surname, full]]);
});

const nearMisses: readonly (readonly [string, string, string])[] = [
  ['a person who is introduced first', 'Ida Harper came. “No,” Harper said. Ida Harper left.', 'en'],
  [
    'another person of that name who was introduced',
    'Ian Harper came. “No,” Harper said. Ida Harper left.',
    'en',
  ],
  ['a person who is never introduced', '“No,” Harper said. Harper left.', 'en'],
  [
    'a person who needs no introduction',
    'Putin said no. Vladimir Putin left. “Yes,” said Einstein to Albert Einstein.',
    'en',
  ],
  [
    'an organization',
    'The Guide said so. The Official Guide helps. Congress said no to the Library Congress.',
    'en',
  ],
  ['a place', 'Africa said nothing. South Africa said no.', 'en'],
  ['an act', 'The Act adds rules. The Transparency Act was signed.', 'en'],
  [
    'a word that begins a sentence',
    'Midas said yes. While Midas slept. Using Midas helps, said Midas.',
    'en',
  ],
  ['a place that is no person', 'Kelderhaven was quiet. Old Kelderhaven lies on a hill.', 'en'],
  ['a nickname', 'His wife Grace said no. They call her “Gucci Grace” in town.', 'en'],
  ['two people in one sentence', 'Rob asked why. I told both Jesse and Rob the truth.', 'en'],
  ['a person of a German firm', 'Der Verlag Holtz schloss. Das bedauert die Firma von Holtz.', 'de'],
  ['a German person who is introduced first', 'Bürgermeister Onno Harksen kam. „Nein“, sagte Harksen.', 'de'],
  [
    'a German person with a role before the name',
    'Landrat Kattwinkel kam. „Nein“, sagte Landrat Kattwinkel.',
    'de',
  ],
  ['a German place', 'Kelderhaven will das nicht. Das neue Kelderhaven wächst.', 'de'],
  ['a German couple', '„Nein“, sagte Quandt. Das Ehepaar Quandt kam, sagte Quandt.', 'de'],
  ['a German firm with a description', 'Holtz schloss. Der Verlag Holtz, der kleinste, schloss.', 'de'],
  ['a German authority', 'Die Stadt sagte nichts. Danach sagte die Partner Stadt zu.', 'de'],
];

test.each(nearMisses)('%s is not introduced late', (_what, text, language) => {
  expect(listPlaces('introduction', inBody(text), language)).toEqual([]);
});

test('headlines, standfirsts and captions name people by the surname', () => {
  const text = 'Harper says no\n\nIda Harper came. “No,” Harper said.';
  expect(listPlaces('introduction', text, 'en')).toEqual([]);
  const { draft } = createArticle('test', inBody('“No,” Harper said.\n\nIda Harper came.'), 'en');
  const blocks = draft.blocks.map((block) => ({ ...block, kind: 'caption' as const }));
  expect(findNameQueries(readText({ ...draft, blocks }, blocks))).toEqual([]);
});

test('a first block of two sentences is a paragraph', () => {
  const text = 'The port is closed. “No,” Harper said.\n\nIda Harper left.';
  expect(listPlaces('introduction', text, 'en')).toEqual([['Harper', 'Ida Harper']]);
});

test('the explanation quotes the surname and the full name', () => {
  const text = inBody('“No,” Harper said. Ida Harper left.');
  expect(findQueriesOf('introduction', text, 'en')[0]?.explanation).toBe(
    '“Harper” is named before being introduced as “Ida Harper”.',
  );
});
