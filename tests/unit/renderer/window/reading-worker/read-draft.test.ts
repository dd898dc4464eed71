import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerSchema, packSpans, unpackSpans } from '#renderer/window/reading-worker/messages.ts';
import { readDraft } from '#renderer/window/reading-worker/read-draft.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { readText } from '#shared/reading/read-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';

const paragraph = 'The harbour counted 412 boats in 2019. Nobody knows why. Fares rose by 12 percent.';

/** Reads an article of some equal paragraphs, and checks each message as the window does. */
function read(count: number, isSpotting: boolean) {
  const text = Array(count).fill(paragraph).join('\n\n');
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = index * (paragraph.length + 2);
    return { start, end: start + paragraph.length };
  });
  const draft = { text, blocks, language: 'en' };
  const request = { id: 1, text, language: 'en', spottingLanguage: 'en', isSpotting, today: '2026-11-28' };
  const answers = [...readDraft({ ...request, blocks: packSpans(blocks) }, null)];
  return { draft, answers: answers.map(({ answer }) => answerSchema.parse(answer)) };
}

test('a long article is read in parts, which together are the whole', () => {
  const { draft, answers } = read(2_000, true);
  const sentences = answers.flatMap((answer) =>
    answer.type === 'sentences' ? unpackSpans(answer.sentences, draft.text.length) : [],
  );
  const spots = answers.flatMap((answer) => (answer.type === 'spots' ? answer.spots : []));
  expect(sentences).toEqual(listSentences(draft, draft.blocks));
  expect(spots).toEqual(spotSpans(readText(draft, sentences)));
  expect(answers.filter(({ type }) => type === 'sentences').length).toBeGreaterThan(1);
  expect(answers.filter(({ type }) => type === 'spots').length).toBeGreaterThan(1);
  expect(answers.at(-1)?.type).toBe('complete');
});

test('nothing is spotted while spotting is off', () => {
  expect(read(3, false).answers.filter(({ type }) => type === 'spots')).toEqual([]);
});

test('spans survive being packed, and others are refused', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 1_000 }), { maxLength: 40 }), (offsets) => {
      const sorted = offsets.sort((a, b) => a - b);
      const spans = sorted.flatMap((start, index) => {
        const end = sorted[index + 1];
        return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
      });
      expect(unpackSpans(packSpans(spans), 1_000)).toEqual(spans);
    }),
  );
  for (const numbers of [[3, 2], [0, 11], [-1, 2], [4, 6, 2, 3], [1]])
    expect(() => unpackSpans(Int32Array.from(numbers), 10)).toThrow(RangeError);
});
