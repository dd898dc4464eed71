import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '#shared/reading/read-text.ts';
import { spotBlocks, spotSpans } from '#shared/spotting/spot-spans.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { choose, chooseExamples } from '#tests/unit/effort.ts';
import { findAllSentences, makeDraft, spotText } from './spot-text.ts';

const language = fc.constantFrom('en', 'de', 'fr', 'ja', 'ar', null);

/** Pieces that rules look for, and characters that are hard to cut. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'28,000|$|€|%|percent|million|one in|three|half of|more than|from|to|said|Ada Smith|the|mayor|, head of|“|”|„|"|«|»|「|」|May|2019|5.|October|last year'.split(
      '|',
    ),
    ...'largest|the first|because of|Article|§|§ 12|Act of|v.|records|according to|laut|stieg um|Prozent|die größte|.|,|-|–|\n|:|6-4|18F|1⃣|👩‍👩‍👧|e\u0301|ก็|\u200d|\ud800|🇩🇪'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const hostileText = fc
  .array(piece, { maxLength: 60 })
  .chain((pieces) => fc.constantFrom(' ', '').map((gap) => pieces.join(gap)));

test('Spans are in order, apart from each other, and within one block.', () => {
  fc.assert(
    fc.property(hostileText, language, (text, tag) => {
      const { blocks } = makeDraft(text, tag);
      let last = 0;
      for (const { span } of spotText(text, tag)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(blocks.some((block) => block.start <= span.start && span.end <= block.end)).toBe(true);
        last = span.end;
      }
    }),
    { seed: 14, numRuns: choose(150, 600) },
  );
});

test('Spans start and end between grapheme clusters.', () => {
  fc.assert(
    fc.property(hostileText, language, (text, tag) => {
      for (const { span } of spotText(text, tag)) {
        expect(findGraphemeStart(text, span.start)).toBe(span.start);
        expect(findGraphemeStart(text, span.end)).toBe(span.end);
      }
    }),
    { seed: 14, numRuns: choose(100, 400) },
  );
});

test('A text always has the same spans, with worths from 0 to 1 and a reason.', () => {
  fc.assert(
    fc.property(hostileText, language, (text, tag) => {
      const spots = spotText(text, tag);
      expect(spotText(text, tag)).toEqual(spots);
      for (const { score, reason, claimant } of spots) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(reason).toMatch(/^[A-Z].*[^.]$/);
        expect(claimant).not.toBe('');
      }
    }),
    { seed: 14, numRuns: choose(50, 200) },
  );
});

test('Blocks give the same spans one by one as together.', () => {
  const draft = makeDraft('Ada Smith paid $5.\n\nShe left in 2019.\nAda Smith came back.', 'en');
  const sentences = findAllSentences(draft);
  expect([...spotBlocks(readText(draft, sentences))].flat()).toEqual(spotSpans(readText(draft, sentences)));
});

const longTexts: [what: string, text: string][] = [
  ['digits', '1'.repeat(1_000_000)],
  ['groups of digits', '1 111'.repeat(200_000)],
  ['capitals', 'A '.repeat(500_000)],
  ['opening quotation marks', '“'.repeat(1_000_000)],
  ['verbs of saying', 'said '.repeat(200_000)],
  ['commas', 'Ada, '.repeat(200_000)],
  ['keycaps', '1⃣'.repeat(500_000)],
  ['letters', 'a'.repeat(1_000_000)],
  ['hyphens', 'a-'.repeat(500_000)],
  ['determiners', 'the of '.repeat(150_000)],
  ['quoted words', '“a b c d e f” '.repeat(70_000)],
];

test.each(chooseExamples(longTexts, 3))('A very long line of %s is no error.', (_, text) => {
  const whole = { start: 0, end: text.length };
  expect(() => spotSpans(readText({ text, blocks: [whole], language: 'en' }, [whole]))).not.toThrow();
});
