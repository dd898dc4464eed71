import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseHistory } from '#main/storage/history/history-format.ts';
import { createTitleChange } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { changeSnapshot, gatedCore, makeLongArticle } from './long-article.ts';

type Damage = (lines: string[]) => void;

const flipBit: Damage = (lines) => {
  lines[4] = `${lines[4]}`.replace('"action"', '"actioo"');
};

const destroyLine: Damage = (lines) => {
  lines[4] = `${`${lines[4]}`.slice(0, 200)}${'x'.repeat(120)}${`${lines[4]}`.slice(320)}`;
};

const removeLine: Damage = (lines) => {
  lines.splice(4, 1);
};

/** Makes a long article with damage near its beginning. */
async function makeDamagedArticle(damage: Damage) {
  const made = await makeLongArticle();
  const lines = (await readFile(made.history, 'utf8')).split('\n');
  const bytes = Buffer.byteLength(lines.join('\n'));
  damage(lines);
  await writeFile(made.history, lines.join('\n'));
  // When the size is another, the end is not where the snapshot says, and everything is read at once.
  return { ...made, isSameSize: Buffer.byteLength(lines.join('\n')) === bytes };
}

const pickShown = ({ readOnly, problems, canUndo, canRedo }: Record<string, unknown>) => ({
  readOnly,
  // A name of a file that is kept says when it was.
  problems: (problems as string[]).map((problem) => problem.replaceAll(/\d{4}-\d\d-\d\dT[\d-]+Z/g, 'TIME')),
  canUndo,
  canRedo,
});

test.each([
  ['a flipped bit', flipBit],
  ['an overwritten line', destroyLine],
  ['a removed line', removeLine],
])(
  '%s near the beginning ends in the state that it has in an article that is read as a whole',
  async (_what, damage) => {
    const { folder, articleId, history, isSameSize } = await makeDamagedArticle(damage);
    const damaged = await readFile(history);
    const copy = `${folder}-copy`;
    await cp(folder, copy, { recursive: true });
    // Without this it is read as a whole before it is shown.
    await changeSnapshot(join(copy, 'articles', articleId, 'review.json'), { historyEnd: null });
    const expected = await testCore(copy).call('review.open', { articleId });

    const stet = gatedCore(folder);
    const shown = await stet.call('review.open', { articleId });
    if (isSameSize) await expect.poll(stet.hasStarted).toBe(true);
    if (isSameSize) {
      expect(shown).toMatchObject({ readOnly: false, problems: [] });
      stet.release();
      await expect.poll(() => stet.events).toEqual([{ type: 'reviewChanged', articleId, message: null }]);
    }
    const opened = isSameSize ? await stet.call('review.open', { articleId }) : shown;
    expect(pickShown(opened)).toEqual(pickShown(expected));
    expect(opened.problems).not.toEqual([]);
    expect(opened.review).toEqual(expected.review);
    const kept = (await readdir(join(history, '..'))).find((name) => name.includes('.damaged-'));
    expect((await readFile(join(history, '..', kept ?? ''))).equals(damaged)).toBe(true);
  },
);

test('edits that were acknowledged before the damage was found are there after the repair', async () => {
  const { folder, articleId, history } = await makeDamagedArticle(destroyLine);
  const { call, release, events } = gatedCore(folder);
  await call('review.open', { articleId });
  const change = createTitleChange(articleId, 'The mill', 'The weir');
  await call('review.apply', { articleId, change });
  release();
  await expect.poll(() => events).toContainEqual({ type: 'reviewChanged', articleId, message: null });
  const repaired = await call('review.open', { articleId });
  expect(repaired).toMatchObject({ readOnly: false });
  expect(repaired.review.article).toMatchObject([{ title: 'The weir' }]);
  expect(parseHistory(await readFile(history)).problem).toBeNull();
});

test('undo that waits for the verification takes nothing back when a repair stands for the changes before it', async () => {
  const { folder, articleId } = await makeDamagedArticle(destroyLine);
  const { call, callFailing, release } = gatedCore(folder);
  await call('review.open', { articleId });
  const change = createTitleChange(articleId, 'The mill', 'The weir');
  await call('review.apply', { articleId, change });
  const undoing = callFailing('review.undo', { articleId });
  release();
  expect((await undoing).code).toBe('nothing');
  const { problems, review } = await call('review.open', { articleId });
  expect(problems).toEqual([expect.stringContaining('was damaged and is repaired')]);
  expect(review.article).toMatchObject([{ title: 'The weir' }]);
});

test('an article is shown again once when its history was repaired', async () => {
  const { folder, articleId } = await makeDamagedArticle(destroyLine);
  const { call, release, events } = gatedCore(folder);
  release();
  await call('review.open', { articleId });
  await expect.poll(() => events).toHaveLength(1);
  for (const _ of [1, 2]) {
    expect(await call('review.open', { articleId })).toMatchObject({ readOnly: false });
    await call('review.close', { articleId });
  }
  expect(events).toHaveLength(1);
});
