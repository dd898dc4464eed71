import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import { ledger, writeLedger } from '../support/files/fixture-files.ts';
import { sha256, VaultFiles } from '../support/library/stored-files.ts';
import { dropFilesOn } from '../support/page/drop.ts';
import { watchShownFiles } from '../support/system/shown-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

const dropLabel = 'Drop to attach to this source';

const megabyte = 1024 * 1024;

/** Writes a file of zero bytes that takes no space on the disk, and returns its path. */
function writeSparseFile(path: string, bytes: number): string {
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v', 's');
  await stet.sourceForm.title.fill('The harbour ledger');
});

test('files are attached by dialog, drop and paste, and equal files are stored once', {
  tag: '@core',
}, async ({ stet, answerDialogs, files, userData }) => {
  const { sourceForm: form, card, sourceCard } = stet;
  const table = join(files, 'table.csv');
  writeFileSync(table, 'year,passengers\n2019,1203117\n');
  await answerDialogs({ open: [writeLedger(files), table, writeLedger(files, 'copy of the ledger.txt')] });
  await form.attachFiles.click();
  await expect(form.newFiles).toHaveCount(2);
  const twice = 'Not attached twice: “copy of the ledger.txt” is the same file as “ledger.txt”.';
  await expect(stet.notices.messages).toContainText(twice);
  await expect(form.newFile('ledger.txt')).toContainText('TXT · 79 bytes');
  await expect(form.newFile('table.csv')).toContainText('CSV · 29 bytes');
  await dropFilesOn(form.form, dropLabel, { name: 'notes.md', bytes: Buffer.from('# Notes\n') });
  await expect(form.newFile('notes.md')).toContainText('MD · 8 bytes');
  await form.quote.focus();
  await form.pastePicture();
  await expect(form.newFile('.png')).toContainText('PNG · ');
  await expect(form.quote).toHaveValue('');
  await form.newFile('table.csv').getByRole('button', { name: 'Remove' }).click();
  await form.attach.click();

  const evidence = card.evidenceFrom('The harbour ledger');
  await expect(evidence.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(3);
  await expect(evidence).toContainText(/ledger\.txt\s*TXT · 79 bytes · added \d+ \w+ \d{4}/);

  // A known file under another name and a new file are dropped on the source's card.
  await card.openSource('The harbour ledger');
  await dropFilesOn(
    sourceCard.card,
    dropLabel,
    { name: 'ledger again.txt', bytes: Buffer.from(ledger) },
    { name: 'second.txt', bytes: Buffer.from('second') },
  );
  await expect(sourceCard.file('second.txt')).toBeVisible();
  await expect(stet.notices.messages).toContainText('“ledger again.txt” is the same file as “ledger.txt”');
  await answerDialogs({ open: table });
  await sourceCard.attach.click();
  await expect(sourceCard.file('table.csv')).toBeVisible();
  await stet.status.waitUntilSaved();
  const vault = new VaultFiles(userData);
  expect(vault.listNames().filter((name) => name === sha256(ledger))).toHaveLength(1);
  expect(vault.listNames()).toHaveLength(5);
  expect(readFileSync(join(vault.folder, sha256(ledger)), 'utf8')).toBe(ledger);

  // Undo restores a removed file, also after a restart.
  await sourceCard.file('second.txt').getByRole('button', { name: 'Remove' }).click();
  await expect(sourceCard.file('second.txt')).toHaveCount(0);
  await stet.status.waitUntilSaved();
  await stet.restart();
  await stet.library.open(ferryTitle);
  await stet.bar.undo.click();
  await stet.press('j');
  await stet.card.openSource('The harbour ledger');
  await expect(stet.sourceCard.file('second.txt')).toContainText('TXT · 6 bytes');
  await stet.press('l');
  await stet.sources.verifyFiles.click();
  await expect(stet.notices.messages).toContainText(/Files: \d unchanged\./);
});

test('no name of an attached file can escape a folder or deceive the reviewer', async ({
  stet,
  userData,
}) => {
  const { sourceForm: form, card, sourceCard } = stet;
  const named = (name: string) => ({ name, bytes: Buffer.from(name) });
  const long = `${'long '.repeat(80)}end.pdf`;
  await dropFilesOn(
    form.form,
    dropLabel,
    named('../../../../tmp/escaped.txt'),
    named('invoice\u202efdp.exe'),
    named('CON.txt'),
    named('..'),
    named('<img src=x onerror=alert(1)>.txt'),
    named(long),
  );
  await expect(form.newFiles).toHaveCount(6);
  await form.attach.click();
  await card.openSource('The harbour ledger');
  await expect(sourceCard.files).toHaveCount(6);
  const names = await sourceCard.files.locator('bdi').allTextContents();
  expect(names).toEqual(
    expect.arrayContaining([
      'escaped.txt',
      'invoicefdp.exe',
      'CON.txt',
      'file',
      '<img src=x onerror=alert(1)>.txt',
      expect.stringMatching(/^(?:long )+.*\.pdf$/),
    ]),
  );
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  await stet.status.waitUntilSaved();
  expect(new VaultFiles(userData).listNames().every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);

  const shownFiles = await watchShownFiles(stet.app);
  for (const [index, name] of ['escaped.txt', 'CON.txt', 'invoicefdp.exe'].entries()) {
    await sourceCard.file(name).getByRole('button', { name: 'Open' }).click();
    await expect.poll(async () => (await shownFiles()).length).toBe(index + 1);
  }
  expect((await shownFiles()).map(({ path, shownAs }) => [basename(path), shownAs])).toEqual([
    ['escaped.txt', 'file'],
    ['file CON.txt', 'file'],
    ['invoicefdp.exe', 'folder'],
  ]);
});

test('attaching a large file shows its progress, and cancelling leaves nothing behind', async ({
  stet,
  answerDialogs,
  files,
  userData,
}) => {
  const { sourceForm: form, status } = stet;
  const large = writeSparseFile(join(files, 'recording.wav'), 2048 * megabyte);
  await answerDialogs({ open: large });
  await form.attachFiles.click();
  const progress = status.footer.getByRole('progressbar', { name: 'Attaching' });
  await expect(progress).toHaveAttribute('value', /^[1-9]/);
  await expect(status.footer).toContainText(/Attaching recording\.wav \d+ %/);
  // Meanwhile the form can be filled in.
  await form.locatorField.fill('12:40');
  await status.footer.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await expect(form.newFiles).toHaveCount(0);
  await expect(stet.notices.errors).toHaveCount(0);
  await expect(form.locatorField).toHaveValue('12:40');
  expect(new VaultFiles(userData).listNames()).toEqual([]);

  // A smaller file is attached completely.
  truncateSync(large, 20 * megabyte);
  await form.attachFiles.click();
  await expect(form.newFile('recording.wav')).toContainText('WAV · 21 MB');
  await form.attach.click();
  await stet.status.waitUntilSaved();
  expect(new VaultFiles(userData).listNames()).toHaveLength(1);
});
