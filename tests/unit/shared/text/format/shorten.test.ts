import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../../../../shared/text/format/shorten';
import { hostileText } from '../../arbitraries';

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
