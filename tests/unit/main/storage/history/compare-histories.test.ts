import fc from 'fast-check';
import { expect, test } from 'vitest';
import { separateStrayLines } from '#main/storage/history/compare-histories.ts';
import { firstPrev, formatHistoryLine } from '#main/storage/history/history-format.ts';
import { createTitleChange } from '#tests/unit/main/support/sample.ts';

/** Lines, each behind the one before, beginning behind `seq` and `prev`. */
function createLines(count: number, word: string, seq = 0, prev = firstPrev) {
  const lines: string[] = [];
  const sums = [prev];
  for (let at = 1; at <= count; at += 1) {
    const change = { ...createTitleChange('a', 'The mill', `${word} ${at}`), undoes: null };
    const made = formatHistoryLine(seq + at, sums.at(-1) ?? prev, {
      ...change,
      at: '2026-01-01T00:00:00.000Z',
      by: null,
    });
    lines.push(`${made.line}\n`);
    sums.push(made.sha256);
  }
  return { lines, sums };
}

const own = createLines(5, 'own');
const continueFrom = (after: number, count: number, word: string) =>
  createLines(count, word, after, own.sums[after] ?? '').lines;
const separate = (lines: readonly string[]) => separateStrayLines(Buffer.from(lines.join('')));

test('whatever paused processes write behind the end, every line is in the history or in the continuation it belongs to', () => {
  const plansOfOthers = fc.uniqueArray(
    fc.record({ after: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 1, max: 3 }) }),
    { selector: ({ after }) => after, minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(plansOfOthers, fc.infiniteStream(fc.nat()), (plans, picks) => {
      const rests = plans.map(({ after, count }, at) => continueFrom(after, count, `other ${at}`));
      const waiting = rests.map((lines) => [...lines]);
      const behind: string[] = [];
      // Each process writes its lines in order; the processes take turns as it comes.
      while (waiting.some((lines) => lines.length > 0)) {
        const open = waiting.filter((lines) => lines.length > 0);
        const line = open[(picks.next().value ?? 0) % open.length]?.shift();
        if (line) behind.push(line);
      }
      const found = separate([...own.lines, ...behind]);
      expect(found?.own.toString()).toBe(own.lines.join(''));
      const expected = plans.map(({ after }, at) => ({
        history: [...own.lines.slice(0, after), ...(rests[at] ?? [])].join(''),
        common: { seq: after, sha256: own.sums[after] },
      }));
      const texts = found?.others.map(({ history, common }) => ({ history: history.toString(), common }));
      const bySeq = (a: { common: { seq: number } | null }, b: typeof a) =>
        (a.common?.seq ?? 0) - (b.common?.seq ?? 0);
      expect(texts?.sort(bySeq)).toEqual(expected.sort(bySeq));
    }),
  );
});

test('a line that is there twice is left out, and a torn line as well', () => {
  const found = separate([...own.lines, own.lines[3] ?? '', '{"seq":6,"pre']);
  expect(found?.own.toString()).toBe(own.lines.join(''));
  expect(found?.others).toEqual([]);
});

test('a whole history has nothing to separate', () => {
  expect(separate(own.lines)).toBeNull();
});

test.each([
  ['a line with a flipped bit', [(continueFrom(3, 1, 'other')[0] ?? '').replace('other', 'ather')]],
  ['a line that continues none of them', createLines(1, 'stray', 3, 'f'.repeat(64)).lines],
  ['another first line', createLines(1, 'stray').lines],
  ['zeros, which a power cut leaves', [...continueFrom(3, 1, 'other'), '\0\0\0']],
])('%s behind the end is damage', (_name, behind) => {
  expect(separate([...own.lines, ...behind])).toBeNull();
});
