import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { ledger, writeLedger } from '../support/files/fixture-files.ts';
import { VaultFiles } from '../support/library/stored-files.ts';
import { watchShownFiles } from '../support/system/shown-files.ts';

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
