import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { findUnreadPlace } from '#shared/coverage/unread-places.ts';
import type { Span } from '#shared/text/span.ts';

const text = 'Fares rose by 12 percent in May. Ada Vane said so. Nobody knows why. It rained 3 days.';
const sentences = listSentences({ text, language: 'en' }, [{ start: 0, end: text.length }]);

function spanOf(words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

interface Given {
  claims?: string[];
  dismissals?: string[];
  spots?: string[];
}

function find(reader: Span, direction: 'forward' | 'backward', given: Given): string | null {
  const claims = (given.claims ?? []).map(spanOf);
  const spots = (given.spots ?? []).map((words) => ({ span: spanOf(words) }));
  const dismissals = (given.dismissals ?? []).map(spanOf);
  const coverage = assessCoverage({ text, sentences, claims, spots, dismissals });
  const place = findUnreadPlace({ sentences, ...coverage }, reader, direction);
  return place && text.slice(place.start, place.end);
}

const top = { start: 0, end: 0 };
const spots = ['12 percent', 'May', '3 days'];

test.each<[string, Span, 'forward' | 'backward', Given, string]>([
  ['from the top, the first sentence', top, 'forward', {}, 'Fares rose by 12 percent in May.'],
  ['the first spotted words of a sentence', top, 'forward', { spots }, '12 percent'],
  [
    'the next sentence, though the one before was not begun',
    spanOf('12 percent'),
    'forward',
    { spots },
    'Ada Vane said so.',
  ],
  [
    'the next spotted words of a sentence that was begun',
    spanOf('12 percent'),
    'forward',
    { spots, claims: ['12 percent'] },
    'May',
  ],
  [
    'past what is looked at or set aside',
    spanOf('Ada Vane said so.'),
    'forward',
    { dismissals: ['Nobody knows why.'] },
    'It rained 3 days.',
  ],
  ['round the end', spanOf('It rained 3 days.'), 'forward', {}, 'Fares rose by 12 percent in May.'],
  ['backwards', spanOf('It rained 3 days.'), 'backward', {}, 'Nobody knows why.'],
  ['backwards round the start', spanOf('Fares'), 'backward', {}, 'It rained 3 days.'],
  [
    'backwards to spotted words of a sentence that was begun',
    spanOf('May'),
    'backward',
    { spots, claims: ['May'] },
    '12 percent',
  ],
  [
    'past a sentence that was partly looked at',
    top,
    'forward',
    { spots, claims: ['12 percent'] },
    'Ada Vane said so.',
  ],
  [
    'the open words of one that was partly looked at, once no sentence is left',
    spanOf('It rained'),
    'forward',
    { spots, claims: ['12 percent', 'Ada Vane', 'Nobody', '3 days'] },
    'May',
  ],
])('the next place to read is %s', (_which, reader, direction, given, expected) => {
  expect(find(reader, direction, given)).toBe(expected);
});

test('nothing is left to read once every sentence is looked at or set aside', () => {
  const given = { claims: ['Fares', 'Ada Vane'], dismissals: ['Nobody knows why.', 'It rained 3 days.'] };
  expect(find(top, 'forward', given)).toBeNull();
  expect(find(spanOf('Ada'), 'backward', given)).toBeNull();
});

test('going on and dismissing each sentence visits every one that was not looked at once', () => {
  const subset = fc.subarray(sentences);
  fc.assert(
    fc.property(subset, fc.nat({ max: text.length }), (read, offset) => {
      const dismissals = [...read];
      const visited: Span[] = [];
      let reader: Span = { start: offset, end: offset };
      for (;;) {
        const coverage = assessCoverage({ text, sentences, claims: [], spots: [], dismissals });
        const place = findUnreadPlace({ sentences, ...coverage }, reader, 'forward');
        if (!place) break;
        visited.push(place);
        dismissals.push(place);
        reader = place;
      }
      expect(visited.sort((a, b) => a.start - b.start)).toEqual(
        sentences.filter((one) => !read.includes(one)),
      );
    }),
  );
});
