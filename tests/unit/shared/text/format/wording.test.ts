import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { collapseWhitespace, endSentence, isolate, shorten } from '#shared/text/format/wording.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

test.each([
  ['Seen by phone', 'Seen by phone.'],
  ['Was it seen?', 'Was it seen?'],
  ['He said “No.”', 'He said “No.”'],
  ['Quelle: Bundeshaushalt 2026', 'Quelle: Bundeshaushalt 2026.'],
  ['Budget (https://example.org/)', 'Budget (https://example.org/).'],
])('%s ends as a sentence', (text, sentence) => {
  expect(endSentence(text)).toBe(sentence);
});

test.each([
  'Quelle: https://www.bundeshaushalt.de/',
  'https://example.org/a?b=c',
  'See www.example.org',
  'doi:10.1000/182',
  '\u2068انظر https://example.org/a\u2069',
])('no full stop follows the address in %s', (text) => {
  expect(endSentence(text)).toBe(text);
});

test('a short text is kept, on one line', () => {
  expect(shorten('  one\n two ', 20)).toBe('one two');
});

test('a long text is cut between words and ends in an ellipsis', () => {
  expect(shorten('The harbour tram will open', 15)).toBe('The harbour…');
  expect(shorten('Unbreakableword', 6)).toBe('Unbre…');
});

test('a shortened text is never longer than allowed and never ends within a grapheme', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, length) => {
      const short = shorten(text, length);
      expect(short.length).toBeLessThanOrEqual(length);
      const line = text.replace(/\s+/g, ' ').trim();
      const kept = short === line ? short : short.slice(0, -1);
      const boundaries = [...Array.from(segmenter.segment(line), ({ index }) => index), line.length];
      expect(line.startsWith(kept)).toBe(true);
      expect(boundaries.some((boundary) => line.slice(0, boundary).trimEnd() === kept)).toBe(true);
    }),
    { examples: [['aaaa\u06dd \ufe0f🇩🇪', 8]] },
  );
});

it('text with right-to-left characters is isolated, and all other text stays as it is', () => {
  expect(isolate('העיתון')).toBe('\u2068העיתון\u2069');
  expect(isolate('Reuters قالت 2019')).toBe('\u2068Reuters قالت 2019\u2069');
  expect(isolate('٢٠١٩')).toBe('\u2068٢٠١٩\u2069');
  for (const words of ['', 'Ada Brinnekamp', '1986', '“…”', '،', '日本']) expect(isolate(words)).toBe(words);
});

it('a sentence is ended only once, whether its end is isolated or not', () => {
  expect(endSentence(`Change to “${isolate('המעבורת נעצרה.')}”`)).toBe(
    'Change to “\u2068המעבורת נעצרה.\u2069”',
  );
  expect(endSentence(`Stated by ${isolate('הנמל')}`)).toBe('Stated by \u2068הנמל\u2069.');
});

test('a text is put on one line with single spaces', () => {
  expect(collapseWhitespace(' \t The\u00a0 tram\r\n\n opened \n')).toBe('The tram opened');
  expect(collapseWhitespace(' \n ')).toBe('');
});
