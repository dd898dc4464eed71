import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '#main/storage/article/read-article.ts';
import { parseHistory } from '#main/storage/history/history-format.ts';
import { isTakenOver } from '#main/storage/history/snapshot-file.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import { choose } from '#tests/unit/effort.ts';
import {
  articles,
  joinLines,
  long,
  makeNewerLine,
  plan,
  readReview,
  requirePlan,
  short,
  sortRows,
  splitLines,
} from './plan-stored-repair.ts';
import { createSnapshot } from './stored-articles.ts';

test('an intact history needs no repair, nor does one whose last line was never finished', () => {
  for (const article of articles) {
    expect(plan(article, article.history)).toBeNull();
    const torn = Buffer.from(
      `{"seq":${article.content.end.seq + 1},"prev":"${article.content.end.sha256}","sha256":"0`,
    );
    for (const length of [1, 10, 60, torn.length])
      expect(plan(article, Buffer.concat([article.history, torn.subarray(0, length)]))).toBeNull();
  }
});

test('a flipped bit is found wherever it is, and with the snapshot the state is what it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...short), fc.nat(), fc.nat(7), (article, at, bit) => {
      const damaged = Buffer.from(article.history);
      const position = at % damaged.length;
      damaged[position] = (damaged[position] ?? 0) ^ (1 << bit);
      const { bytes, isLossy, account } = requirePlan(article, damaged);
      expect(sortRows(reviewToData(readReview(bytes)))).toEqual(sortRows(article.snapshot.review));
      expect(isLossy).toBe(false);
      expect(account).toMatch(/damaged and is repaired|was that of another article/);
    }),
    { seed: 11, numRuns: choose(50, 200) },
  );
});

test('each flipped bit of each newline is found, and the history is again what it was, byte for byte', () => {
  for (const article of short)
    for (const at of article.history.keys()) {
      if (article.history[at] !== 0x0a) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        const damaged = Buffer.from(article.history);
        damaged[at] = 0x0a ^ (1 << bit);
        const { bytes, account } = requirePlan(article, damaged, false);
        expect(bytes.equals(article.history)).toBe(true);
        expect(account).toContain('Nothing is lost.');
      }
    }
});

test('lines in another order, and lines that stand twice, are put in order', () => {
  for (const article of long) {
    const [first = '', second = '', third = '', ...rest] = splitLines(article.history);
    for (const lines of [
      [first, third, second, ...rest],
      [first, second, second, third, ...rest],
      [...rest, first, second, third],
      [first, second, third, ...rest, rest.at(-1) ?? ''],
    ])
      expect(requirePlan(article, joinLines(lines)).bytes.equals(article.history)).toBe(true);
  }
});

test('a history of a newer Stet is left alone, however damaged it is', () => {
  const [article] = long;
  if (!article) throw new Error('no article');
  const lines = splitLines(article.history);
  const newer = { ...article.content.changes[0], needs: 99 };
  const damaged = [...lines.slice(0, 5), 'x', ...lines.slice(6)];
  expect(plan(article, joinLines(damaged))).not.toBeNull();
  const { content } = makeNewerLine(article.content.end.seq + 1, article.content.end.sha256, newer);
  expect(plan(article, joinLines([...damaged, content]))).toBeNull();
});

test('what lost lines did is taken from the snapshot, and the changes behind it are written again behind that', () => {
  for (const article of long)
    for (const [from, to, lastSeq] of [
      [3, 3, 39],
      [5, 8, 20],
      [1, 2, 39],
      [37, 39, 39],
    ] as const) {
      const lines = splitLines(article.history);
      const isLost = (at: number) => at + 1 >= from && at + 1 <= to;
      const damaged = joinLines(lines.map((line, at) => (isLost(at) ? 'x'.repeat(90) : line)));
      const snapshot = createSnapshot(article.content, lastSeq);
      const { bytes, isLossy, account } = requirePlan({ ...article, snapshot }, damaged);
      expect(isLossy).toBe(false);
      expect(account).toContain(`to ${lastSeq} was taken from the snapshot`);
      expect(splitLines(bytes).slice(0, from - 1)).toEqual(lines.slice(0, from - 1));
      expect(sortRows(reviewToData(readReview(bytes)))).toEqual(
        sortRows(reviewToData(replay(null, article.content).review)),
      );
      const { changes } = parseHistory(bytes);
      expect(changes[from - 1]).toMatchObject({ action: 'history.repair', needs: 2, by: 'Ada' });
      expect(changes.slice(from)).toEqual(article.content.changes.slice(lastSeq));
      // Until it is written again, the snapshot counts more lines than there are.
      expect(isTakenOver(snapshot, changes)).toBe(true);
      expect(plan({ ...article, snapshot }, bytes)).toBeNull();
    }
});

test('without a newer snapshot, the history goes on from the lines before the damage, and the loss is named', () => {
  for (const article of long) {
    const lines = splitLines(article.history).map((line, at) => (at === 9 ? line.slice(0, -200) : line));
    for (const snapshot of [null, createSnapshot(article.content, 4)]) {
      const damaged = { ...article, snapshot: snapshot ?? article.snapshot };
      const { bytes, isLossy, account } = requirePlan(damaged, joinLines(lines), snapshot !== null);
      expect(isLossy).toBe(true);
      expect(account).toContain(
        'behind change 9 can’t be read, and no copy of it was found. 29 changes behind it do not fit',
      );
      expect(reviewToData(readReview(bytes))).toEqual(createSnapshot(article.content, 9).review);
      expect(splitLines(bytes)).toEqual(lines.slice(0, 9));
    }
  }
});

test('zeros behind the last line, which a power cut can leave, are cut off, and that they may have been a change is said', () => {
  for (const article of short)
    for (const end of [Buffer.alloc(500), Buffer.concat([Buffer.from('{"seq":9,"pr'), Buffer.alloc(500)])]) {
      const { bytes, isLossy, account } = requirePlan(article, Buffer.concat([article.history, end]));
      expect(bytes.equals(article.history)).toBe(true);
      expect(isLossy).toBe(true);
      expect(account).toContain(`behind change ${article.content.end.seq} can’t be read, and no copy`);
    }
});

test.each([
  ['missing', null],
  ['zeros', Buffer.alloc(400)],
  ['that of another article', 'other'],
] as const)('where the history is %s, a new one begins with the state of the snapshot', (_name, damaged) => {
  for (const article of short) {
    const other = articles.find(({ articleId }) => articleId !== article.articleId)?.history ?? null;
    const found = damaged === 'other' ? other : damaged;
    const { bytes, isLossy } = requirePlan(article, found);
    expect(isLossy).toBe(false);
    const review = readReview(bytes);
    expect(getArticle(review).id).toBe(article.articleId);
    expect(reviewToData(review)).toEqual(article.snapshot.review);
    expect(splitLines(bytes)).toHaveLength(1);
    expect(plan(article, found, false)).toBeNull();
  }
});

/** A way to damage a history. */
type Damage = (lines: string[], at: number, length: number, other: string[]) => Buffer;

const damages: Record<string, Damage> = {
  overwritten: (lines, at, length) => {
    const bytes = joinLines(lines);
    const start = at % bytes.length;
    return bytes.fill(0x78, start, Math.min(start + length, bytes.length));
  },
  'zero-filled': (lines, at) => {
    const bytes = joinLines(lines);
    return bytes.fill(0, at % bytes.length);
  },
  removed: (lines, at) => joinLines(lines.filter((_, index) => index !== at % lines.length)),
  'cut short': (lines, at) => {
    const bytes = joinLines(lines);
    return bytes.subarray(0, at % bytes.length);
  },
  'mixed with another article': (lines, at, _length, other) => {
    const start = at % lines.length;
    return joinLines([...lines.slice(0, start), ...other.slice(start, start + 3), ...lines.slice(start + 1)]);
  },
};

test.each(Object.keys(damages))(
  'a history that is %s is never blended: it has the changes of this article only, and with the snapshot keeps its state',
  (name) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.constantFrom(...long),
        fc.nat(),
        fc.integer({ min: 1, max: 900 }),
        fc.boolean(),
        (article, other, at, length, hasSnapshot) => {
          const damage = damages[name];
          if (!damage) throw new Error(`no damage ${name}`);
          const damaged = damage(splitLines(article.history), at, length, splitLines(other.history));
          const planned = plan(article, damaged, hasSnapshot);
          const original = new Set(article.content.changes.map(({ id }) => id));
          if (planned) {
            expect(getArticle(readReview(planned.bytes)).id).toBe(article.articleId);
            for (const { id, action } of parseHistory(planned.bytes).changes)
              expect(original.has(id) || action === 'history.repair').toBe(true);
          }
          if (hasSnapshot && !damaged.equals(article.history))
            expect(sortRows(reviewToData(readReview(planned?.bytes ?? damaged)))).toEqual(
              sortRows(article.snapshot.review),
            );
        },
      ),
      { seed: 8, numRuns: choose(8, 30) },
    );
  },
);
