import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../../../../shared/text/format/shorten';
import { hostileText } from '../../arbitraries';

test('short words stay, on one line', () => {
  expect(shorten('  one\n two ', 20)).toBe('one two');
});

test('long ones are cut at a word, with an ellipsis', () => {
  expect(shorten('The harbour tram will open', 15)).toBe('The harbour…');
  expect(shorten('Unbreakableword', 6)).toBe('Unbre…');
});

test('never more than the length, never half a grapheme', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, length) => {
      const short = shorten(text, length);
      expect(short.length).toBeLessThanOrEqual(length);
      const line = text.replace(/\s+/g, ' ').trim();
      const kept = short === line ? short : short.slice(0, -1);
      const borders = [...Array.from(segmenter.segment(line), ({ index }) => index), line.length];
      expect(line.startsWith(kept)).toBe(true);
      expect(borders.some((border) => line.slice(0, border).trimEnd() === kept)).toBe(true);
    }),
  );
});
