import { cp, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEdit } from '../../../../../../shared/domain/history/edits';
import { sourceOf } from '../../../../shared/sources';
import { markChange, newId, sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

/** A library with one article in the bin and one outside. */
async function withBin(given: Parameters<typeof testCore>[1] = {}) {
  const folder = await tempFolder();
  const stet = testCore(folder, given);
  const { articleId: kept } = await stet.call('article.create', sampleProposal('Kept'));
  const { articleId: binned } = await stet.call('article.create', sampleProposal('Binned'));
  await stet.call('review.apply', {
    articleId: binned,
    change: { id: newId(), action: 'source.edit', edits: [createEdit('sources', sourceOf('s'))] },
  });
  await stet.call('library.sources', { articleId: kept, query: 'report' });
  await stet.call('library.bin', { articleId: binned });
  const articles = join(folder, 'articles');
  return { ...stet, folder, articles, kept, binned };
}

/** What a library lists, by title, and whether it stands in the bin. */
async function listed({ call }: Pick<ReturnType<typeof testCore>, 'call'>) {
  const { articles, problems } = await call('library.list', null);
  return {
    titles: articles.map(({ title, binnedAt }) => (binnedAt === null ? title : `${title} (bin)`)).sort(),
    problems,
  };
}

async function everythingIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return [...files.map(({ name }) => name), ...(await Promise.all(texts))].join('\n');
}

describe('deleting an article for good', () => {
  test('takes its folder and every trace in the lists, now and after a restart', async () => {
    const { call, folder, articles, binned, kept, failing } = await withBin();
    expect(await call('library.delete', { articleId: binned })).toEqual({ isWhole: true });
    expect(await readdir(articles)).toEqual([kept]);
    expect(await everythingIn(folder)).not.toContain(binned);
    expect(await listed({ call })).toEqual({ titles: ['Kept'], problems: [] });
    expect((await failing('review.open', { articleId: binned })).code).toBe('notFound');
    expect((await failing('library.restore', { articleId: binned })).code).toBe('notFound');
    expect(await listed(testCore(folder))).toEqual({ titles: ['Kept'], problems: [] });
  });

  test('is refused outside the bin, and of what is not there', async () => {
    const { failing, articles, kept, binned } = await withBin();
    expect((await failing('library.delete', { articleId: kept })).message).toContain(
      'Only what is in the bin',
    );
    expect((await failing('library.delete', { articleId: 'nobody' })).code).toBe('notFound');
    expect((await readdir(articles)).sort()).toEqual([kept, binned].sort());
  });

  test('waits until nobody is at work in the article, and whoever comes meanwhile finds nothing', async () => {
    let isHeld = false;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { call, failing, articles, binned, kept } = await withBin({
      openFile: async (path) => {
        if (isHeld) await held;
        return open(path, 'r+');
      },
    });
    const { draft } = await call('review.open', { articleId: binned });
    await call('review.close', { articleId: binned });
    isHeld = true;
    const applied = call('review.apply', { articleId: binned, change: markChange(draft).change });
    const deleted = call('library.delete', { articleId: binned });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await readdir(articles)).toContain(binned);
    const late = failing('review.open', { articleId: binned });
    release();
    expect((await applied).canUndo).toBe(true);
    expect(await deleted).toEqual({ isWhole: true });
    expect((await late).code).toBe('notFound');
    expect(await readdir(articles)).toEqual([kept]);
  });

  test('that the disk refuses leaves the article in the bin, whole', async () => {
    const { call, failing, folder, articles, binned } = await withBin();
    // A folder that is not empty stands where the article would be moved to.
    await mkdir(join(articles, `.removing-${binned}`, 'x'), { recursive: true });
    const { code, message } = await failing('library.delete', { articleId: binned });
    expect([code, message]).toEqual(['notSaved', expect.stringContaining('The article stays in the bin.')]);
    expect((await listed({ call })).titles).toEqual(['Binned (bin)', 'Kept']);
    expect((await call('review.open', { articleId: binned })).readOnly).toBe(false);
    await rm(join(articles, `.removing-${binned}`), { recursive: true });
    expect(await call('library.delete', { articleId: binned })).toEqual({ isWhole: true });
    expect(await listed(testCore(folder))).toEqual({ titles: ['Kept'], problems: [] });
  });

  test('that is cut off by a crash at any step leaves the article in the bin or nothing at all', async () => {
    const { core, folder, articles, binned } = await withBin();
    await core.close();
    const removed = join(articles, `.removing-${binned}`);
    const whole = async () => undefined;
    const steps = [
      { name: 'nothing was done yet', crash: whole, left: ['Binned (bin)', 'Kept'] },
      { name: 'it was renamed', crash: () => rename(join(articles, binned), removed), left: ['Kept'] },
      { name: 'half of it is removed', crash: () => rm(join(removed, 'history.jsonl')), left: ['Kept'] },
      {
        name: 'all of it is removed',
        crash: () => rm(join(removed, 'drafts'), { recursive: true }),
        left: ['Kept'],
      },
    ];
    for (const { name, crash, left } of steps) {
      await crash();
      const copy = join(await tempFolder(), 'library');
      await cp(folder, copy, { recursive: true });
      const again = testCore(copy);
      expect(await listed(again), name).toEqual({ titles: left, problems: [] });
      expect(
        (await readdir(join(copy, 'articles'))).some((entry) => entry.startsWith('.')),
        name,
      ).toBe(false);
      expect(await readFile(join(copy, 'library.json'), 'utf8'), name).toContain('Kept');
      expect((await readFile(join(copy, 'library.json'), 'utf8')).includes(binned), name).toBe(
        left.length === 2,
      );
      await again.core.close();
      expect(await listed(testCore(copy)), name).toEqual({ titles: left, problems: [] });
    }
  });

  test('still says what was deleted while its lists can’t be written, and goes on at the next start', async () => {
    const { core, folder, articles, binned } = await withBin();
    await core.close();
    await rename(join(articles, binned), join(articles, `.removing-${binned}`));
    const list = join(folder, 'library.json');
    const before = await readFile(list, 'utf8');
    // A folder at the place of the list can't be written over.
    await rm(list);
    await mkdir(list);
    await testCore(folder).call('library.list', null);
    expect(await readdir(join(articles, `.removing-${binned}`))).toEqual([]);
    await rm(list, { recursive: true });
    await writeFile(list, before);
    expect(await listed(testCore(folder))).toEqual({ titles: ['Kept'], problems: [] });
    expect((await readdir(articles)).length).toBe(1);
  });
});
