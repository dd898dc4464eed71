import { expect, test } from 'vitest';
import { reviewToData } from '../../../../../../shared/domain/review/review-copy';
import {
  articles,
  getAnswers,
  joinLines,
  long,
  makeNewerLine,
  plan,
  readReview,
  sortRows,
  splitLines,
} from './plan-stored-repair';
import { createSnapshot, type StoredArticle } from './stored-articles';

/** A backup with the first lines of an article. */
function backUp({ history }: StoredArticle, lines?: number) {
  return [{ takenAt: '2026-11-20T10:00:00.000Z', bytes: joinLines(splitLines(history).slice(0, lines)) }];
}

test('damaged, removed and lost lines that the checksums name are taken from a backup without a question', async () => {
  for (const article of long)
    for (const damage of [
      (lines: string[]) => lines.map((line, at) => (at === 9 || at === 10 ? 'x'.repeat(90) : line)),
      (lines: string[]) => lines.filter((_, at) => at < 4 || at > 8),
      (lines: string[]) => lines.slice(0, -3),
      (lines: string[]) => lines.slice(4),
      (lines: string[]) => lines.map((line, at) => (at === lines.length - 1 ? line.slice(0, 400) : line)),
    ]) {
      const damaged = joinLines(damage(splitLines(article.history)));
      const planned = await plan(article, damaged, true, backUp(article));
      if (planned.kind !== 'certain') throw new Error(`the plan is ${planned.kind}`);
      expect(planned.repaired.bytes.equals(article.history)).toBe(true);
      expect(planned.repaired.account).toContain('as the backup of 20 November 2026');
    }
});

test('a last line that is damaged is taken from a backup without a snapshot, because it still names its checksum', async () => {
  for (const article of long) {
    const lines = splitLines(article.history);
    const last = lines.pop() ?? '';
    const damaged = joinLines([...lines, `${last.slice(0, 250)}${'x'.repeat(80)}${last.slice(330)}`]);
    const planned = await plan(article, damaged, false, backUp(article));
    expect(planned.kind === 'certain' && planned.repaired.bytes.equals(article.history)).toBe(true);
  }
});

test('a missing, foreign or emptied history is that of the backup when the snapshot says that it is all', async () => {
  for (const article of long) {
    const other = articles.find(({ articleId }) => articleId !== article.articleId)?.history ?? null;
    for (const damaged of [null, other, Buffer.alloc(3_000)]) {
      const planned = await plan(article, damaged, true, backUp(article));
      expect(planned.kind === 'certain' && planned.repaired.bytes.equals(article.history)).toBe(true);
    }
  }
});

test('where changes were made since the backup, it is one of the answers, and the snapshot fills in what it lacks', async () => {
  for (const article of long) {
    const answers = getAnswers(await plan(article, null, true, backUp(article, 20)));
    expect(answers.map(({ choice }) => choice.id)).toEqual(['fromSnapshot', 'fromBackup', 'startAgain']);
    const [fromSnapshot, fromBackup] = answers;
    expect(fromBackup?.choice).toMatchObject({
      label: expect.stringMatching(/^Go back to the backup of 20 November 2026/),
      keeps: '20 changes, up to that backup.',
      loses: '19 changes that were made since.',
    });
    const bytes = fromSnapshot?.repaired.bytes ?? Buffer.alloc(0);
    expect(splitLines(bytes).slice(0, 20)).toEqual(splitLines(article.history).slice(0, 20));
    expect(sortRows(reviewToData(readReview(bytes)))).toEqual(sortRows(article.snapshot.review));
    expect(sortRows(reviewToData(readReview(fromBackup?.repaired.bytes ?? Buffer.alloc(0))))).toEqual(
      sortRows(createSnapshot(article.content, 20).review),
    );
  }
});

test('without a snapshot nothing says whether a backup has everything, so it is asked', async () => {
  for (const article of long) {
    const [answer, ...others] = getAnswers(await plan(article, null, false, backUp(article)));
    expect(others).toEqual([]);
    expect(answer?.choice).toMatchObject({
      id: 'fromBackup',
      loses: 'What was changed since that backup, if anything.',
    });
    expect(answer?.repaired.bytes.equals(article.history)).toBe(true);
  }
});

test('a backup of another continuation gives no line', async () => {
  const [article, other] = long;
  if (!article || !other) throw new Error('there are too few articles');
  const damaged = joinLines(
    splitLines(article.history).map((line, at) => (at === 9 ? 'x'.repeat(90) : line)),
  );
  const forked = joinLines([
    ...splitLines(article.history).slice(0, 9),
    makeNewerLine(10, article.content.sums[8] ?? '', { ...article.content.changes[9], id: 'another' })
      .content,
  ]);
  const backups = [{ takenAt: '2026-11-20T10:00:00.000Z', bytes: forked }];
  const answers = getAnswers(await plan(article, damaged, true, backups));
  expect(answers.map(({ choice }) => choice.id)).toEqual(['fromSnapshot', 'keepBefore']);
  for (const { repaired } of answers) expect(repaired.bytes.includes('"another"')).toBe(false);
});
