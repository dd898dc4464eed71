import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBinMark, writeBinMark } from '../../../../../../main/core/storage/library/bin-mark';
import { alwaysWritable } from '../../../../../../main/core/storage/lock/write-access';
import { sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

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
    expect([code, message]).toEqual(['notSaved', expect.stringContaining('The article stays where it was.')]);
    const { articles } = await stet.call('library.list', null);
    expect(articles.find(({ id }) => id === kept)?.binnedAt).toBeNull();
  });
});
