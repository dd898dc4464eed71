import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNameQueries } from '#shared/queries/names/find-name-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { createArticle } from '#tests/bench/reading/read-articles.ts';

function findAll(text: string, language: string | null) {
  const { draft } = createArticle('test', text, language);
  const sentences = draft.blocks.flatMap((block) => findSentences(draft.text, block, draft.language));
  return { draft, queries: findNameQueries(readText(draft, sentences)) };
}

const pieces = fc.constantFrom(
  ...[
    'Ada',
    'Smith',
    'Smyth',
    'Müller',
    'Mueller',
    'said',
    'von',
    'Mr',
    'J.',
    '“',
    '”',
    '"',
    '„',
    '‘',
    '’',
    '\n\n',
  ],
  ...['.', ',', '«', '»', '5\'10"', 'Kelderhaven', 'Kelderhafen', '🙂', 'é', '-', '’s', 'the', ' '],
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((all) => all.join(' '));

test('places lie within one block each, in order, and the text of the first is quoted', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'de', 'fr', null), (text, language) => {
      const { draft, queries } = findAll(text, language);
      let last = 0;
      for (const { places, explanation } of queries) {
        expect(places[0].start).toBeGreaterThanOrEqual(last);
        last = places[0].start;
        for (const { start, end } of places) {
          expect(start).toBeLessThan(end);
          expect(draft.blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
        }
        expect(places.map(({ start }) => start)).toEqual(
          places.map(({ start }) => start).toSorted((a, b) => a - b),
        );
        expect(explanation).toMatch(/\.$/);
      }
    }),
  );
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      findAll(text, null);
    }),
  );
});

test('queries of all rules come in order of their first places', () => {
  const text = [
    'A standfirst.',
    '“No,” Harper said. “Never, he added.',
    'In Kelderhaven nobody knew Ida Harper. It is near Kelderhafen.',
  ].join('\n\n');
  const { queries } = findAll(text, 'en');
  expect(queries.map(({ rule }) => rule)).toEqual(['introduction', 'quotation-mark', 'spelling']);
});

test.each([
  [
    'many names that are alike',
    Array.from({ length: 20_000 }, (_, index) => `Ab${index.toString(36).replace(/\d/g, 'x')}cd`).join(' '),
  ],
  ['many opening marks', '“a '.repeat(50_000)],
  ['many paragraphs that open', Array.from({ length: 20_000 }, () => '“a b').join('\n\n')],
  ['only marks and one letter', `${'"'.repeat(200_000)}a`],
  ['one name many times', 'Ada Smith said. '.repeat(10_000)],
])('the number of queries is bounded in a text with %s', (_what, text) => {
  const { draft } = createArticle('test', text, 'en');
  expect(findNameQueries(readText(draft, draft.blocks)).length).toBeLessThanOrEqual(600);
});
