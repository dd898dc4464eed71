import { cp, mkdir, readdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMarkChange, sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';
import { openBackups } from '../backup/open-backups';
import { openArticle } from '../review/open-article';

/** An article with a claim, whose text can't be read. */
async function makeArticle() {
  const folder = await tempFolder();
  const { call, articleId, draft, article, core } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  await core.close();
  const path = join(article, 'drafts', `${draft.sha256}.json`);
  await writeFile(path, 'damaged');
  return { folder, articleId, article, draft };
}

test('a text that can’t be read is restored from another article with the same text', async () => {
  const { folder, articleId, article, draft } = await makeArticle();
  const other = testCore(folder);
  await other.createArticle(sampleProposal('Another title'));
  await other.core.close();

  const stet = testCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: false,
    problems: [expect.stringMatching(/restored from another article.*no word of it is lost/)],
  });
  expect(opened.draft).toMatchObject({
    id: draft.id,
    number: 1,
    importedAt: draft.importedAt,
    text: draft.text,
  });
  expect(opened.review.placements).toMatchObject([{ span: { start: 4, end: 8 }, status: 'marked' }]);
  expect((await readdir(join(article, 'drafts'))).sort()).toEqual([
    `${draft.sha256}.json`,
    expect.stringContaining('.damaged-'),
  ]);
  await stet.core.close();
  expect((await testCore(folder).call('review.open', { articleId })).problems).toEqual([]);
});

test('the account of the import comes back with a file that could not be read for a while', async () => {
  const folder = await tempFolder();
  const { articleId, draft, article, core } = await openArticle(folder);
  expect(draft.account).toEqual([]);
  await core.close();
  const other = testCore(folder);
  await other.createArticle(sampleProposal('Another title'));
  await other.core.close();
  const path = join(article, 'drafts', `${draft.sha256}.json`);
  await rename(path, `${path}.away`);
  // A folder in the place of a file can't be read, and is no damaged file either.
  await mkdir(path);
  const during = testCore(folder);
  const restored = await during.call('review.open', { articleId });
  expect(restored).toMatchObject({ readOnly: false, draft: { id: draft.id, account: null } });
  await during.core.close();
  await rmdir(path);
  await rename(`${path}.away`, path);
  expect((await testCore(folder).call('review.open', { articleId })).draft).toEqual(draft);
});

test('another text is never taken for it', async () => {
  const { folder, articleId, draft } = await makeArticle();
  const other = testCore(folder);
  const text = `${draft.text.slice(0, -1)}!`;
  const { articleId: otherId } = await other.createArticle({ ...sampleProposal('Another title'), text });
  await other.core.close();
  const drafts = join(folder, 'articles', otherId, 'drafts');
  const [name = ''] = await readdir(drafts);
  await cp(join(drafts, name), join(drafts, `${draft.sha256}.json`));
  const opened = await testCore(folder).call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: true, problems: [expect.stringContaining('can’t be read')] });
});

test('a text that can’t be read is restored when the file is imported again', async () => {
  const { folder, articleId, draft } = await makeArticle();
  const stet = testCore(folder);
  expect((await stet.call('review.open', { articleId })).readOnly).toBe(true);
  await stet.propose({ ...sampleProposal(), text: `${draft.text.slice(0, -1)}!` });
  expect(stet.events).toEqual([]);
  await stet.propose(sampleProposal());
  expect(stet.events).toEqual([
    { type: 'reviewChanged', articleId, message: expect.stringContaining('restored, word for word') },
  ]);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false, problems: [], draft: { id: draft.id, text: draft.text } });
});

test('a text that can’t be read is restored from a backup', async () => {
  const { call, core, run, library, articleId, platform } = await openBackups();
  const { draft } = await call('review.open', { articleId });
  await run();
  await core.close();
  const path = join(library, 'articles', articleId, 'drafts', `${draft.sha256}.json`);
  await writeFile(path, 'damaged');
  const next = testCore(library, { userDataFolder: platform.userDataFolder });
  const opened = await next.call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: false,
    problems: [expect.stringMatching(/restored from a backup.*nothing is lost/)],
    draft: { text: draft.text },
  });
});
