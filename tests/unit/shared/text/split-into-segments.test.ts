import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitIntoSegments } from '#shared/text/split-into-segments.ts';
import { spanWithin } from '../arbitraries.ts';

const createCover = (name: string, start: number, end: number) => ({ name, span: { start, end } });
const joinNames = (covers: { name: string }[]) => covers.map(({ name }) => name).join('');

describe('segments', () => {
  test('a range that nothing covers is one segment', () => {
    expect(splitIntoSegments({ start: 3, end: 9 }, [])).toEqual([{ start: 3, end: 9, covers: [] }]);
  });

  test('segments start and end wherever a cover does', () => {
    const segments = splitIntoSegments({ start: 0, end: 10 }, [
      createCover('a', 2, 6),
      createCover('b', 4, 8),
    ]);
    expect(segments.map(({ start, end, covers }) => `${start}-${end}${joinNames(covers)}`)).toEqual([
      '0-2',
      '2-4a',
      '4-6ab',
      '6-8b',
      '8-10',
    ]);
  });

  test('covers outside of the range, and those that only touch it, are ignored', () => {
    const segments = splitIntoSegments({ start: 5, end: 9 }, [
      createCover('a', 0, 5),
      createCover('b', 9, 12),
      createCover('c', 1, 7),
    ]);
    expect(segments.map(({ start, end, covers }) => `${start}-${end}${joinNames(covers)}`)).toEqual([
      '5-7c',
      '7-9',
    ]);
  });

  test('the segments cover the range exactly once, whatever overlaps', () => {
    const range = spanWithin(0, 60);
    fc.assert(
      fc.property(range, fc.array(spanWithin(0, 60), { maxLength: 15 }), (whole, spans) => {
        const covers = spans.map((span, name) => ({ name, span }));
        const segments = splitIntoSegments(whole, covers);
        let at = whole.start;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(segment.start);
          at = segment.end;
          for (let offset = segment.start; offset < segment.end; offset += 1)
            expect(segment.covers).toEqual(
              covers.filter(({ span }) => span.start <= offset && offset < span.end),
            );
        }
        expect(at).toBe(whole.end);
      }),
    );
  });

  test('a segment starts only where a cover starts or ends', () => {
    fc.assert(
      fc.property(fc.array(spanWithin(0, 40), { maxLength: 8 }), (spans) => {
        const segments = splitIntoSegments(
          { start: 0, end: 40 },
          spans.map((span) => ({ span })),
        );
        const boundaries = new Set(spans.flatMap(({ start, end }) => [start, end]));
        for (const { start } of segments.slice(1)) expect(boundaries.has(start)).toBe(true);
      }),
    );
  });
});
