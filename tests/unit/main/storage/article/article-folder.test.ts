import { constants } from 'node:fs';
import { cp, mkdir, open, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBinMark, writeBinMark } from '#main/storage/article/article-folder.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { createMarkChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

/** A library with one article in the bin and one that is not. */
async function createLibraryWithBin(given: Parameters<typeof testCore>[1] = {}) {
  const folder = await tempFolder();
  const stet = testCore(folder, given);
  const { articleId: kept } = await stet.createArticle(sampleProposal('Kept'));
  const { articleId: binned } = await stet.createArticle(sampleProposal('Binned'));
  await stet.call('review.apply', {
    articleId: binned,
    change: { id: newId(), action: 'source.edit', edits: [makeCreateEdit('sources', createTestSource('s'))] },
  });
  await stet.call('library.sources', { articleId: kept, query: 'report' });
  await stet.call('library.bin', { articleId: binned });
  const articles = join(folder, 'articles');
  return { ...stet, folder, articles, kept, binned };
}

/** The listed titles, and whether each is in the bin. */
async function listArticles({ call }: Pick<ReturnType<typeof testCore>, 'call'>) {
  const { articles, problems } = await call('library.list', null);
  return {
    titles: articles.map(({ title, binnedAt }) => (binnedAt === null ? title : `${title} (bin)`)).sort(),
    problems,
  };
}

async function readEverything(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return [...files.map(({ name }) => name), ...(await Promise.all(texts))].join('\n');
}

describe('deleting an article for good', () => {
  test('removes its folder and its entries in the lists, now and after a restart', async () => {
    const { call, folder, articles, binned, kept, callFailing } = await createLibraryWithBin();
    expect(await call('library.delete', { articleId: binned })).toEqual({ isWhole: true });
    expect(await readdir(articles)).toEqual([kept]);
    expect(await readEverything(folder)).not.toContain(binned);
    expect(await listArticles({ call })).toEqual({ titles: ['Kept'], problems: [] });
    expect((await callFailing('review.open', { articleId: binned })).code).toBe('notFound');
    expect((await callFailing('library.restore', { articleId: binned })).code).toBe('notFound');
    expect(await listArticles(testCore(folder))).toEqual({ titles: ['Kept'], problems: [] });
  });

  test('is refused for an article that is not in the bin or does not exist', async () => {
    const { callFailing, articles, kept, binned } = await createLibraryWithBin();
    expect((await callFailing('library.delete', { articleId: kept })).message).toContain(
      'Only what is in the bin',
    );
    expect((await callFailing('library.delete', { articleId: 'nobody' })).code).toBe('notFound');
    expect((await readdir(articles)).sort()).toEqual([kept, binned].sort());
  });

  test('waits until the article is idle, and calls that come meanwhile do not find it', async () => {
    let isHeld = false;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { call, callFailing, articles, binned, kept } = await createLibraryWithBin({
      openHistory: async (path, purpose) => {
        if (isHeld) await held;
        return open(path, purpose === 'append' ? constants.O_RDWR | constants.O_APPEND : constants.O_RDWR);
      },
    });
    const { draft } = await call('review.open', { articleId: binned });
    await call('review.close', { articleId: binned });
    isHeld = true;
    const applied = call('review.apply', { articleId: binned, change: createMarkChange(draft).change });
    const deleted = call('library.delete', { articleId: binned });
    // From when it is being deleted, nothing else may touch it.
    await expect
      .poll(async () => (await callFailing('library.bin', { articleId: binned })).code)
      .toBe('notFound');
    expect(await readdir(articles)).toContain(binned);
    const late = callFailing('review.open', { articleId: binned });
    release();
    expect((await applied).canUndo).toBe(true);
    expect(await deleted).toEqual({ isWhole: true });
    expect((await late).code).toBe('notFound');
    expect(await readdir(articles)).toEqual([kept]);
  });

  test('that fails on the disk leaves the article in the bin, complete', async () => {
    const { call, callFailing, folder, articles, binned } = await createLibraryWithBin();
    // A folder that is not empty is in the way of the rename.
    await mkdir(join(articles, `.removing-${binned}`, 'x'), { recursive: true });
    const { code, message } = await callFailing('library.delete', { articleId: binned });
    expect([code, message]).toEqual(['notSaved', expect.stringContaining('The article stays in the bin.')]);
    expect((await listArticles({ call })).titles).toEqual(['Binned (bin)', 'Kept']);
    expect((await call('review.open', { articleId: binned })).readOnly).toBe(false);
    await rm(join(articles, `.removing-${binned}`), { recursive: true });
    expect(await call('library.delete', { articleId: binned })).toEqual({ isWhole: true });
    expect(await listArticles(testCore(folder))).toEqual({ titles: ['Kept'], problems: [] });
  });

  test('that is cut off by a crash at any step leaves the article in the bin or nothing at all', async () => {
    const { core, folder, articles, binned } = await createLibraryWithBin();
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
      expect(await listArticles(again), name).toEqual({ titles: left, problems: [] });
      expect(
        (await readdir(join(copy, 'articles'))).some((entry) => entry.startsWith('.')),
        name,
      ).toBe(false);
      expect(await readFile(join(copy, 'library.json'), 'utf8'), name).toContain('Kept');
      expect((await readFile(join(copy, 'library.json'), 'utf8')).includes(binned), name).toBe(
        left.length === 2,
      );
      await again.core.close();
      expect(await listArticles(testCore(copy)), name).toEqual({ titles: left, problems: [] });
    }
  });

  test('still knows what was deleted while its lists can’t be written, and goes on at the next start', async () => {
    const { core, folder, articles, binned } = await createLibraryWithBin();
    await core.close();
    await rename(join(articles, binned), join(articles, `.removing-${binned}`));
    const list = join(folder, 'library.json');
    const before = await readFile(list, 'utf8');
    // A folder at the path of the list can't be overwritten.
    await rm(list);
    await mkdir(list);
    await testCore(folder).call('library.list', null);
    expect(await readdir(join(articles, `.removing-${binned}`))).toEqual([]);
    await rm(list, { recursive: true });
    await writeFile(list, before);
    expect(await listArticles(testCore(folder))).toEqual({ titles: ['Kept'], problems: [] });
    expect((await readdir(articles)).length).toBe(1);
  });
});

describe('Bin mark', () => {
  const time = '2026-03-04T05:06:07.008Z';
  const platform = { access: alwaysWritable, now: () => new Date(), log: { error: () => undefined } };

  /** A library with an article in the bin and one that is not, closed. */
  async function createLibraryWithBin() {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId: kept } = await stet.createArticle(sampleProposal('Kept'));
    const { articleId: binned } = await stet.createArticle(sampleProposal('Binned'));
    await stet.call('library.bin', { articleId: binned });
    await stet.core.close();
    return { folder, kept, binned };
  }

  const listBin = async (folder: string) => {
    const { articles, problems } = await testCore(folder).call('library.list', null);
    expect(problems).toEqual([]);
    return articles.filter(({ binnedAt }) => binnedAt !== null).map(({ title }) => title);
  };

  describe('the mark of the bin', () => {
    test('is read as it was written, and is gone when the article is restored', async () => {
      const folder = await tempFolder();
      expect(await readBinMark(folder)).toBeNull();
      await writeBinMark(folder, time, platform);
      expect(await readBinMark(folder)).toBe(time);
      await writeBinMark(folder, null, platform);
      expect(await readBinMark(folder)).toBeNull();
      expect(await readdir(folder)).toEqual([]);
    });

    test('still marks the article when any of its bits is flipped', async () => {
      const folder = await tempFolder();
      await writeBinMark(folder, time, platform);
      const path = join(folder, 'binned.json');
      const bytes = await readFile(path);
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        await writeFile(path, flipped);
        await utimes(path, new Date(time), new Date(time));
        expect(await readBinMark(folder)).toBe(time);
      }
    });

    test('survives the loss of the list, whose other columns are made again', async () => {
      const { folder } = await createLibraryWithBin();
      await rm(join(folder, 'library.json'));
      expect(await listBin(folder)).toEqual(['Binned']);
    });

    test('counts more than the list, which another computer or a killed process may have left behind', async () => {
      const { folder, kept, binned } = await createLibraryWithBin();
      const article = (id: string) => join(folder, 'articles', id);
      await writeBinMark(article(kept), time, platform);
      await writeBinMark(article(binned), null, platform);
      expect(await listBin(folder)).toEqual(['Kept']);
    });

    test('that can’t be written leaves the article where it was', async () => {
      const { folder, kept } = await createLibraryWithBin();
      const stet = testCore(folder);
      await stet.call('library.list', null);
      const article = join(folder, 'articles', kept);
      // A mark can't be written in a folder that is gone.
      await rm(article, { recursive: true });
      const { code, message } = await stet.callFailing('library.bin', { articleId: kept });
      expect([code, message]).toEqual([
        'notSaved',
        expect.stringContaining('The article stays where it was.'),
      ]);
      const { articles } = await stet.call('library.list', null);
      expect(articles.find(({ id }) => id === kept)?.binnedAt).toBeNull();
    });
  });
});
