import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanSentenceAround } from '../../../../../shared/alignment/tokens/scan-sentence';
import { findSentenceAround } from '../../../../../shared/text/segmenter/sentences-around';
import { hostileText, proseText, spanWithin } from '../../arbitraries';

const sentences = fc
  .array(
    fc.constantFrom(
      ...[
        'It rained',
        'in the quarter',
        'The tram, once late',
        'costs approx',
        'Mr',
        'U.S',
        'said “No',
        '12',
        'Ä',
      ],
      ...['. ', '. ', '! ', '? ', '.” ', '. (', '.[1] ', '\n', ' ', ', ', '.', '. the '],
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

test.each([
  ['sentences', sentences],
  ['prose', proseText],
  ['hostile text', hostileText],
])('finds the sentence that is found by looking at the whole block: %s', (_, texts) => {
  const cases = fc
    .tuple(texts, texts)
    .filter(([first, second]) => first.trim() !== '' && second.trim() !== '');
  const withSpan = cases.chain(([first, second]) => {
    const text = `${first}\n\n${second}`;
    return spanWithin(0, text.length).map((span) => ({ text, span, border: first.length }));
  });
  fc.assert(
    fc.property(withSpan, ({ text, span, border }) => {
      const blocks = () => [
        { start: 0, end: border },
        { start: border + 2, end: text.length },
      ];
      expect(scanSentenceAround(text, blocks(), span, 'en')).toEqual(
        findSentenceAround(text, blocks(), span, 'en'),
      );
    }),
    { numRuns: 2_000 },
  );
});
