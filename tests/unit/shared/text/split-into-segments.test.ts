import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitIntoSegments } from '../../../../shared/text/split-into-segments';
import { spanWithin } from '../arbitraries';

const cover = (name: string, start: number, end: number) => ({ name, span: { start, end } });
const names = (covers: { name: string }[]) => covers.map(({ name }) => name).join('');

describe('segments', () => {
  test('of a range that nothing covers are the range', () => {
    expect(splitIntoSegments({ start: 3, end: 9 }, [])).toEqual([{ start: 3, end: 9, covers: [] }]);
  });

  test('end and begin at every border', () => {
    const cut = splitIntoSegments({ start: 0, end: 10 }, [cover('a', 2, 6), cover('b', 4, 8)]);
    expect(cut.map(({ start, end, covers }) => `${start}-${end}${names(covers)}`)).toEqual([
      '0-2',
      '2-4a',
      '4-6ab',
      '6-8b',
      '8-10',
    ]);
  });

  test('ignore what lies outside, and what only touches', () => {
    const cut = splitIntoSegments({ start: 5, end: 9 }, [
      cover('a', 0, 5),
      cover('b', 9, 12),
      cover('c', 1, 7),
    ]);
    expect(cut.map(({ start, end, covers }) => `${start}-${end}${names(covers)}`)).toEqual(['5-7c', '7-9']);
  });

  test('cover the range exactly once, whatever overlaps', () => {
    const range = spanWithin(0, 60);
    fc.assert(
      fc.property(range, fc.array(spanWithin(0, 60), { maxLength: 15 }), (whole, spans) => {
        const covers = spans.map((span, name) => ({ name, span }));
        const cut = splitIntoSegments(whole, covers);
        let at = whole.start;
        for (const segment of cut) {
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

  test('join what needs no border: neighbours differ in what covers them, or a cover begins or ends there', () => {
    fc.assert(
      fc.property(fc.array(spanWithin(0, 40), { maxLength: 8 }), (spans) => {
        const cut = splitIntoSegments(
          { start: 0, end: 40 },
          spans.map((span) => ({ span })),
        );
        const borders = new Set(spans.flatMap(({ start, end }) => [start, end]));
        for (const { start } of cut.slice(1)) expect(borders.has(start)).toBe(true);
      }),
    );
  });
});
