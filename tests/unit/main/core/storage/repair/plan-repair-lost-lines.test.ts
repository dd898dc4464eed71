import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHistory } from '../../../../../../main/core/storage/review/history/read-history';
import { replay } from '../../../../../../main/core/storage/review/replay';
import { getArticle } from '../../../../../../shared/domain/review/review';
import { reviewToData } from '../../../../../../shared/domain/review/review-copy';
import {
  articles,
  getAnswers,
  joinLines,
  long,
  plan,
  readReview,
  short,
  sortRows,
  splitLines,
} from './plan-stored-repair';
import { createSnapshot } from './stored-articles';

test('zeros behind the last line, which a power cut can leave, are cut off after a question', async () => {
  for (const article of short)
    for (const end of [Buffer.alloc(500), Buffer.concat([Buffer.from('{"seq":9,"pr'), Buffer.alloc(500)])]) {
      const [answer, ...others] = getAnswers(await plan(article, Buffer.concat([article.history, end])));
      expect(others).toEqual([]);
      expect(answer?.choice).toMatchObject({
        id: 'keepBefore',
        loses: 'What stood at the damaged end of the file.',
      });
      const bytes = answer?.repaired.bytes ?? Buffer.alloc(0);
      expect(bytes.subarray(0, article.history.length).equals(article.history)).toBe(true);
      expect(reviewToData(readReview(bytes))).toEqual(article.snapshot.review);
    }
});

test('what lost lines did is worked out from the snapshot, the other lines stay as they are, and undo goes past them', async () => {
  for (const article of long)
    for (const [from, to, lastSeq] of [
      [3, 3, 39],
      [5, 8, 20],
      [1, 2, 39],
      [37, 39, 39],
    ] as const) {
      const lines = splitLines(article.history);
      const damaged = joinLines(
        lines.map((line, at) => (at + 1 >= from && at + 1 <= to ? 'x'.repeat(90) : line)),
      );
      const snapshot = createSnapshot(article.content, lastSeq);
      const [answer, ...others] = getAnswers(await plan({ ...article, snapshot }, damaged));
      expect(answer?.choice.id).toBe('fromSnapshot');
      expect(others.map(({ choice }) => choice.id)).toEqual(from === 1 ? [] : ['keepBefore']);
      const bytes = answer?.repaired.bytes ?? Buffer.alloc(0);
      const repaired = splitLines(bytes);
      expect(repaired.filter((_, at) => at + 1 < from || at + 1 > to)).toEqual(
        lines.filter((_, at) => at + 1 < from || at + 1 > to),
      );
      expect(sortRows(reviewToData(readReview(bytes)))).toEqual(
        sortRows(reviewToData(replay(null, article.content).review)),
      );
      expect(parseHistory(bytes).end.sha256).toBe(article.content.end.sha256);
    }
});

test('without a snapshot, the later changes that fit are kept, or only those before the damage', async () => {
  for (const article of long) {
    const lines = splitLines(article.history).map((line, at) => (at === 9 ? line.slice(0, -200) : line));
    const [keepLater, keepBefore] = getAnswers(await plan(article, joinLines(lines), false));
    expect(keepLater?.choice).toMatchObject({ id: 'keepLater' });
    expect(keepBefore?.choice).toMatchObject({ id: 'keepBefore', keeps: '9 changes before the damage.' });
    const later = parseHistory(keepLater?.repaired.bytes ?? Buffer.alloc(0));
    expect(later.changes).toHaveLength(39);
    expect(later.changes.filter(({ repair }) => !repair).length).toBeGreaterThan(9);
    readReview(keepLater?.repaired.bytes ?? Buffer.alloc(0));
    expect(reviewToData(readReview(keepBefore?.repaired.bytes ?? Buffer.alloc(0)))).toEqual(
      createSnapshot(article.content, 9).review,
    );
  }
});

test.each([
  ['missing', null],
  ['zeros', Buffer.alloc(400)],
  ['that of another article', 'other'],
] as const)(
  'where the history is %s, a new one is begun from the snapshot, which names the old one',
  async (_name, damaged) => {
    for (const article of short) {
      const other = articles.find(({ articleId }) => articleId !== article.articleId)?.history ?? null;
      const answers = getAnswers(await plan(article, damaged === 'other' ? other : damaged));
      expect(answers.map(({ choice }) => choice.id)).toEqual(['startAgain']);
      const bytes = answers[0]?.repaired.bytes ?? Buffer.alloc(0);
      const review = readReview(bytes);
      expect(getArticle(review).id).toBe(article.articleId);
      expect(reviewToData(review)).toEqual(article.snapshot.review);
      const { lastSeq, lastSum } = article.snapshot;
      expect(parseHistory(bytes).changes[0]).toMatchObject({
        needs: 2,
        action: 'history.repair',
        repair: { continues: { lastSeq, sha256: lastSum } },
      });
    }
  },
);

/** Looking for a damaged byte takes seconds, and longer beside other work. In milliseconds. */
const searchTimeout = 60_000;

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
  'a history that is %s is never blended: each answer has the whole lines of this article only, and lines that say what is lost',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...long),
        fc.constantFrom(...long),
        fc.nat(),
        fc.integer({ min: 1, max: 900 }),
        fc.boolean(),
        async (article, other, at, length, hasSnapshot) => {
          const damage = damages[name];
          if (!damage) throw new Error(`no damage ${name}`);
          const damaged = damage(splitLines(article.history), at, length, splitLines(other.history));
          const planned = await plan(article, damaged, hasSnapshot);
          const original = new Set(splitLines(article.history));
          const repairs =
            planned.kind === 'question'
              ? planned.answers.map(({ repaired }) => repaired)
              : planned.kind === 'certain'
                ? [planned.repaired]
                : [];
          for (const { bytes } of repairs) {
            expect(getArticle(readReview(bytes)).id).toBe(article.articleId);
            for (const line of splitLines(bytes))
              expect(original.has(line) || line.includes('"action":"history.repair"')).toBe(true);
          }
          // With the snapshot, one answer keeps everything.
          if (hasSnapshot && !damaged.equals(article.history)) {
            const best = repairs[0]?.bytes ?? damaged;
            expect(sortRows(reviewToData(readReview(best)))).toEqual(sortRows(article.snapshot.review));
          }
        },
      ),
      { seed: 8, numRuns: 8 },
    );
  },
  searchTimeout,
);
