import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import { ledger, writeLedger } from '../support/files/ledger';
import { VaultFiles } from '../support/library/vault-files';
import { watchShownFiles } from '../support/system/shown-files';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v', 's');
  await stet.sourceForm.title.fill('The harbour ledger');
});

test('a file is opened as a read-only copy, and a file with active content is only shown in its folder', async ({
  stet,
  answerDialogs,
  files,
  userData,
}) => {
  const { sourceForm: form, card } = stet;
  const activeFiles = ['page.html', 'run.sh', 'drawing.svg'].map((name) => {
    writeFileSync(join(files, name), name);
    return join(files, name);
  });
  await answerDialogs({ open: [writeLedger(files), ...activeFiles] });
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(4);
  await form.attach.click();
  const shownFiles = await watchShownFiles(stet.app);
  const open = (name: string) =>
    card.evidence
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: 'Open', exact: true })
      .click();

  await open('ledger.txt');
  await expect.poll(shownFiles).toHaveLength(1);
  const [copy] = await shownFiles();
  if (!copy) throw new Error('nothing was opened');
  expect(copy.shownAs).toBe('file');
  expect(basename(copy.path)).toBe('ledger.txt');
  expect(dirname(copy.path).startsWith(new VaultFiles(userData).folder)).toBe(false);
  expect(readFileSync(copy.path, 'utf8')).toBe(ledger);
  expect(statSync(copy.path).mode & 0o222).toBe(0);
  for (const [index, name] of ['page.html', 'run.sh', 'drawing.svg'].entries()) {
    await open(name);
    await expect.poll(shownFiles).toHaveLength(index + 2);
    await expect(stet.notices.messages).toContainText(`A copy of “${name}” is shown in its folder`);
  }
  const others = (await shownFiles()).slice(1);
  expect(others.map(({ shownAs }) => shownAs)).toEqual(['folder', 'folder', 'folder']);
  for (const { path } of others) expect(statSync(path).mode & 0o333).toBe(0);

  // The copies are removed when the app closes.
  await stet.status.waitUntilSaved();
  await stet.close();
  expect(() => statSync(copy.path)).toThrow('ENOENT');
});

test('verifying reports altered and missing files, and attaching the originals again restores them', async ({
  stet,
  answerDialogs,
  files,
  userData,
}) => {
  const { sourceForm: form, card, sourceCard, sources, notices } = stet;
  const contents = ['one', 'two', 'three', 'four'];
  const paths = contents.map((content) => {
    writeFileSync(join(files, `${content}.txt`), content);
    return join(files, `${content}.txt`);
  });
  await answerDialogs({ open: paths });
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(4);
  await form.attach.click();
  await stet.status.waitUntilSaved();
  await stet.press('l');
  await sources.verifyFiles.click();
  await expect(notices.messages).toContainText('Files: 4 unchanged.');

  const vault = new VaultFiles(userData);
  vault.corrupt('two');
  vault.remove('three');
  await stet.chooseMenuItem('File', 'Verify files');
  await expect(notices.errors).toContainText('Files: 2 unchanged, 1 altered, 1 missing.');
  await expect(sources.row('The harbour ledger')).toContainText('2 files altered or missing');
  await sources.open('The harbour ledger');
  await expect(sourceCard.file('one.txt')).toContainText('unchanged');
  await expect(sourceCard.file('two.txt')).toContainText('altered');
  await expect(sourceCard.file('three.txt')).toContainText('missing');

  // A file that was altered is not opened.
  const shownFiles = await watchShownFiles(stet.app);
  await notices.close('Files: 2 unchanged');
  await sourceCard.file('two.txt').getByRole('button', { name: 'Open' }).click();
  await expect(notices.errors).toContainText('it was altered. It was not opened');
  await notices.close('it was altered');
  await sourceCard.file('three.txt').getByRole('button', { name: 'Open' }).click();
  await expect(notices.errors).toContainText('in the vault is gone');
  await notices.close('in the vault is gone');
  expect(await shownFiles()).toEqual([]);

  await answerDialogs({ open: paths.slice(1, 3) });
  await sourceCard.attach.click();
  await expect(notices.messages).toContainText('are restored');
  await expect(sourceCard.files).toHaveCount(4);
  await expect(sourceCard.file('three.txt')).toContainText('unchanged');
  await sources.verifyFiles.click();
  await expect(notices.messages).toContainText('Files: 4 unchanged.');
  await expect(sources.row('The harbour ledger')).not.toContainText('altered or missing');
  await expect(sourceCard.file('two.txt')).toContainText('unchanged');
  await sourceCard.close.click();
  await expect(card.evidenceFrom('The harbour ledger')).toBeVisible();
});
