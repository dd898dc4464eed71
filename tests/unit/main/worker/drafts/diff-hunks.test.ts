import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '#main/worker/alignment/tokenize.ts';
import { compareDrafts } from '#main/worker/drafts/diff-hunks.ts';
import { createDraftText } from '#tests/bench/drafts/draft-text.ts';
import { textPairs } from '#tests/unit/shared/drafts/text-pairs.ts';

const collapseSpaces = (text: string) => text.replace(/\s+/g, ' ');

function compare(before: string, after: string) {
  return compareDrafts(createDraftText(before), createDraftText(after)).map(
    ({ kind, before: old, after: now }) => [
      kind,
      old && before.slice(old.start, old.end),
      now && after.slice(now.start, now.end),
    ],
  );
}

describe('the hunks of two drafts', () => {
  test('text that was neither removed nor added is the same', () => {
    expect(compare('The quay cost 12 million.', 'The quay cost 21 million.')).toEqual([
      ['same', 'The quay cost', 'The quay cost'],
      ['removed', '12', null],
      ['added', null, '21'],
      ['same', 'million', 'million'],
    ]);
  });

  test('drafts with the same text have one hunk for each block', () => {
    expect(compare('It rained.\n\nSnow fell.', 'It rained.\n\nSnow fell.')).toEqual([
      ['same', 'It rained.', 'It rained.'],
      ['same', 'Snow fell.', 'Snow fell.'],
    ]);
  });

  test('added punctuation and a word in another style are hunks of their own', () => {
    expect(compare('In March it rained.', 'In March, it rained.')).toContainEqual(['added', null, ',']);
    expect(compare('He said “no” twice that day.', 'He said "no" twice that day.')).toContainEqual([
      'restyled',
      '“',
      '"',
    ]);
  });

  test('each word is in one hunk and one block, and hunks that are the same differ in spaces only', () => {
    fc.assert(
      fc.property(textPairs, ({ before, after }) => {
        const drafts = { before: createDraftText(before), after: createDraftText(after) };
        const hunks = compareDrafts(drafts.before, drafts.after);
        for (const hunk of hunks)
          if (hunk.kind === 'same' && hunk.before && hunk.after)
            expect(collapseSpaces(before.slice(hunk.before.start, hunk.before.end))).toBe(
              collapseSpaces(after.slice(hunk.after.start, hunk.after.end)),
            );
        for (const side of ['before', 'after'] as const) {
          const spans = hunks.flatMap((hunk) => hunk[side] ?? []).sort((a, b) => a.start - b.start);
          for (const [at, { start }] of spans.entries())
            expect(spans[at - 1]?.end ?? 0).toBeLessThanOrEqual(start);
          const { starts, ends, count } = tokenize(drafts[side].text);
          for (let word = 0; word < count; word += 1)
            expect(
              spans.some(({ start, end }) => start <= (starts[word] ?? 0) && end >= (ends[word] ?? 0)),
            ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
