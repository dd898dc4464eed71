import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../../../shared/alignment/tokens/tokenize';
import { compareDrafts } from '../../../../../shared/drafts/compare/diff-hunks';
import { createDraftText } from '../../../../bench/drafts/draft-text';
import { textPairs } from '../text-pairs';

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

function compared(before: string, after: string) {
  return compareDrafts(createDraftText(before), createDraftText(after)).map(({ kind, before: old, after: now }) => [
    kind,
    old && before.slice(old.start, old.end),
    now && after.slice(now.start, now.end),
  ]);
}

describe('two drafts', () => {
  test('have in common what was neither taken out nor put in', () => {
    expect(compared('The quay cost 12 million.', 'The quay cost 21 million.')).toEqual([
      ['same', 'The quay cost', 'The quay cost'],
      ['removed', '12', null],
      ['added', null, '21'],
      ['same', 'million', 'million'],
    ]);
  });

  test('that are the same have all in common, block by block', () => {
    expect(compared('It rained.\n\nSnow fell.', 'It rained.\n\nSnow fell.')).toEqual([
      ['same', 'It rained.', 'It rained.'],
      ['same', 'Snow fell.', 'Snow fell.'],
    ]);
  });

  test('tell a sign more from a word that is written otherwise', () => {
    expect(compared('In March it rained.', 'In March, it rained.')).toContainEqual(['added', null, ',']);
    expect(compared('He said “no” twice that day.', 'He said "no" twice that day.')).toContainEqual([
      'restyled',
      '“',
      '"',
    ]);
  });

  test('have pieces that hold each word of a side once, in one block, and what is the same differs in spaces alone', () => {
    fc.assert(
      fc.property(textPairs, ({ before, after }) => {
        const drafts = { before: createDraftText(before), after: createDraftText(after) };
        const pieces = compareDrafts(drafts.before, drafts.after);
        for (const piece of pieces)
          if (piece.kind === 'same' && piece.before && piece.after)
            expect(squeezed(before.slice(piece.before.start, piece.before.end))).toBe(
              squeezed(after.slice(piece.after.start, piece.after.end)),
            );
        for (const side of ['before', 'after'] as const) {
          const spans = pieces.flatMap((piece) => piece[side] ?? []).sort((a, b) => a.start - b.start);
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
