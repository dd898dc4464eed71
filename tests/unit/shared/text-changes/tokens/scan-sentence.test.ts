import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import { scanSentenceAround } from '#shared/text-changes/tokens/scan-sentence.ts';
import { hostileText, proseText, spanWithin } from '#tests/unit/shared/arbitraries.ts';

const sentenceParts = fc
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
  .map((parts) => parts.join(''));

test.each([
  ['sentence parts', sentenceParts],
  ['prose', proseText],
  ['hostile text', hostileText],
])(
  'the sentence found by scanning is the one found by cutting the whole block into sentences: %s',
  (_, texts) => {
    const cases = fc
      .tuple(texts, texts)
      .filter(([first, second]) => first.trim() !== '' && second.trim() !== '');
    const withSpan = cases.chain(([first, second]) => {
      const text = `${first}\n\n${second}`;
      return spanWithin(0, text.length).map((span) => ({ text, span, firstEnd: first.length }));
    });
    fc.assert(
      fc.property(withSpan, ({ text, span, firstEnd }) => {
        const blocks = () => [
          { start: 0, end: firstEnd },
          { start: firstEnd + 2, end: text.length },
        ];
        expect(scanSentenceAround(text, blocks(), span, 'en')).toEqual(
          findSentenceAround(text, blocks(), span, 'en'),
        );
      }),
      { numRuns: 2_000 },
    );
  },
);
