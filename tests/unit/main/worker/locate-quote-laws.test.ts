import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateQuote } from '#main/worker/locate-quote.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { createPages, createText, isFound } from '#tests/unit/shared/import/base/document-texts.ts';

const word = fc.oneof(
  fc.constantFrom(
    'tram',
    'Öffentlich',
    'well-known',
    'town’s',
    '“no”',
    'US',
    'ﬁrst',
    'a',
    'e\u0301tat',
    'it',
  ),
  fc.nat({ max: 99_999 }).map(String),
  fc.constantFrom('1.5', '12,000', '−5', '2018–2025', '£3', '10²'),
);
/** Words, and which of them are quoted. No two numbers stand side by side, which could be read as one. */
const quotedWords = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .map((words) => words.flatMap((one) => (/\d/.test(one) ? [one, 'of'] : [one])))
  .chain((words) =>
    fc
      .tuple(fc.nat({ max: words.length - 1 }), fc.nat({ max: words.length - 1 }))
      .map(([a, b]) => ({ words, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  );
const gaps = (count: number) =>
  fc.array(fc.constantFrom(' ', '\n', '  ', '\r\n', '\n\n', ' \n\t', '\u00a0', '\u2009'), {
    minLength: count,
    maxLength: count,
  });

describe('laws of locating quotes', () => {
  test('any words of a text are found at their first occurrence, however it is wrapped and divided into pages', () => {
    fc.assert(
      fc.property(
        quotedWords.chain((quoted) => fc.tuple(fc.constant(quoted), gaps(quoted.words.length), fc.nat())),
        ([{ words, start, end }, between, cut]) => {
          const quote = words.slice(start, end).join(' ');
          const text = words.map((one, index) => one + (between[index] ?? '')).join('');
          const before = words
            .slice(0, start)
            .map((one, index) => one + (between[index] ?? ''))
            .join('');
          const place = locateQuote(createText(text), quote);
          expect(place.state).toBe('found');
          // It may occur further up as well, but never further down.
          const line = before.split('\n').length;
          expect(place.state === 'found' && (place.line ?? 0)).toBeLessThanOrEqual(line);
          if (
            !words
              .slice(0, end - 1)
              .join(' ')
              .includes(quote.slice(1))
          )
            expect(place).toEqual({ state: 'found', page: null, line });

          const firstLength = cut % (words.length + 1);
          const pages = [words.slice(0, firstLength).join('\n'), words.slice(firstLength).join(' ')];
          const paged = locateQuote(createPages(...pages), quote);
          expect(paged).toMatchObject({ state: 'found', line: null });
          expect(paged.state === 'found' && (paged.page ?? 0)).toBeLessThanOrEqual(
            start < firstLength ? 1 : 2,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a changed digit is never found', () => {
    const number = fc.oneof(
      fc.nat({ max: 9_999_999 }).map(String),
      fc.nat({ max: 9_999_999 }).map((value) => value.toLocaleString('en')),
      fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })).map(([whole, part]) => `${whole}.${part}`),
    );
    fc.assert(
      fc.property(
        number,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (written, at, by, alone) => {
          const digits = Array.from(written.matchAll(/\d/g), ({ index }) => index);
          const place = digits[at % digits.length] ?? 0;
          const other = String((Number(written.charAt(place)) + by) % 10);
          const changed = written.slice(0, place) + other + written.slice(place + 1);
          const around = (value: string) => (alone ? value : `cost ${value} euros`);
          const text = `The trams cost ${written} euros in all.`;
          expect(isFound(text, around(written))).toBe(true);
          expect(isFound(text, around(changed))).toBe(false);
        },
      ),
    );
  });

  test('no part of a number is that number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 9_999_999 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (value, a, b, grouped) => {
          const written = grouped ? value.toLocaleString('en') : String(value);
          const from = a % written.length;
          const part = written.slice(from, from + 1 + (b % (written.length - from)));
          fc.pre(part !== written && /\d/.test(part));
          expect(isFound(`cost ${written} euros`, part)).toBe(false);
        },
      ),
    );
  });

  test('neither plain punctuation nor hyphens at line ends change anything', () => {
    const plain = (text: string) =>
      text
        .replace(/[’‘]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[–−]/g, '-')
        .normalize('NFC')
        .replace('ﬁ', 'fi');
    fc.assert(
      fc.property(quotedWords, fc.integer({ min: 1, max: 6 }), ({ words, start, end }, at) => {
        const quote = words.slice(start, end).join(' ');
        const parted = words.map((one) =>
          /^\p{L}{3,}$/u.test(one.normalize('NFC')) && at < one.normalize('NFC').length
            ? `${one.normalize('NFC').slice(0, at)}-\n${one.normalize('NFC').slice(at)}`
            : one,
        );
        expect(isFound(words.join(' '), plain(quote))).toBe(true);
        expect(isFound(plain(words.join(' ')), quote)).toBe(true);
        expect(isFound(parted.join(' '), quote)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any text at all can be searched, and its own words are found in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, quote) => {
        expect(['found', 'notFound', 'noText']).toContain(locateQuote(createText(text), quote).state);
        const [first] = findWords(text, { start: 0, end: text.length }).filter(
          ({ start, end }) =>
            /^[a-z]+$/i.test(text.slice(start, end)) &&
            /^$|^ [a-z]/i.test(text.slice(end, end + 2)) &&
            start === 0,
        );
        if (first) expect(isFound(text, text.slice(first.start, first.end))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
