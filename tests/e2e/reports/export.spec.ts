import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryCheck, ferryParagraphs, ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { openReport } from '../support/reports/open-report.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';
import { Disk } from '../support/system/disk.ts';
import { watchOpenedLinks } from '../support/system/shown-files.ts';

test.use({ reviewer: 'Ada Brinnekamp' });

/** Checks the ferry article: one disputed claim with every field filled in, one verified claim, one unchecked claim. */
async function checkArticle(stet: Stet): Promise<void> {
  const { article, card, sourceForm: form } = stet;
  await article.select('1.2 million people');
  await stet.press('d', 'Enter');
  await stet.page.keyboard.type('The port says 1.1 million.');
  await card.writeCorrection('1.1 million people');
  await card.claimant.fill('the harbour office');
  await stet.page.keyboard.press('Tab');
  await card.addSource.click();
  await form.title.fill('Harbour statistics 2019');
  await form.url.fill('https://harbour.example/2019.csv');
  await form.kind('Dataset').click();
  await form.primary.click();
  await form.stance('Refutes').click();
  await form.locatorField.fill('row 12');
  await form.quote.fill('1,103,117 passengers');
  await form.attach.click();
  await article.select('It was built in 1986');
  await stet.press('v');
  await article.select('built in 1986');
  await stet.press('c');
}

test.describe(() => {
  test.use({ article: ferryText });

  test('the report is one file that shows the whole check, runs no script and makes no request', {
    tag: '@core',
  }, async ({ stet, answerDialogs, files }) => {
    await checkArticle(stet);
    const path = join(files, 'report.html');
    await answerDialogs({ save: path });
    await stet.bar.exportReport.click();
    await stet.exportDialog.openOptions();
    await expect(stet.exportDialog.dialog).toContainText('3 claims of 3. Open ones are shown as open.');
    await stet.press('Escape');
    await expect(stet.exportDialog.dialog).toBeHidden();
    await stet.exportDialog.open();
    await stet.exportDialog.saveAndClose();
    await expect(stet.notices.messages).toContainText('Report saved as report.html');
    expect(await getShownDialogs(stet.app)).toEqual([
      expect.objectContaining({
        defaultPath: expect.stringMatching(/Ferry to stop in May – fact check, draft 1, editor\.html$/),
        filters: [{ name: 'Web page', extensions: ['html'] }],
        // The system asks before it replaces an existing file.
        properties: expect.arrayContaining(['showOverwriteConfirmation']),
      }),
    ]);
    expect(readFileSync(path, 'utf8')).not.toMatch(/<script|\son\w+=|javascript:/i);

    const { page, requests, close } = await openReport(path);
    await expect(page.getByRole('banner')).toContainText('Fact-check report · draft 1');
    await expect(page.getByRole('banner')).toContainText(/Checked by Ada Brinnekamp.*\d{4}/s);
    await expect(page.getByRole('list', { name: 'Summary' })).toHaveText(
      /1 verified\s*1 disputed\s*0 can’t verify\s*1 open\s*1 source, 1 primary/,
    );
    const article = page.getByRole('article');
    for (const paragraph of ferryParagraphs.slice(2)) await expect(article).toContainText(paragraph);
    await expect(article.locator('mark', { hasText: '1.2 million people' })).toBeVisible();

    await page.getByRole('link', { name: 'Claim 1, in the article' }).click();
    await expect(page).toHaveURL(/#m1$/);
    expect(requests.filter((url) => !/^(?:file:|data:)/.test(url))).toEqual([]);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
    await close();
  });
});

test.describe(() => {
  test.use({ article: ferryCheck });

  test('the preview shows each format as it will be saved, and the choices are remembered', async ({
    stet,
    answerDialogs,
    files,
  }) => {
    const { exportDialog } = stet;
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expect(exportDialog.page.getByRole('heading', { level: 1 })).toHaveText(ferryTitle);
    await expect(exportDialog.page.getByRole('region', { name: 'Claims' })).toContainText(
      'The port says 1.1 million.',
    );
    await expect(exportDialog.page.getByRole('region', { name: 'Sources' })).toContainText('Bo Keld. (2020)');
    await exportDialog.openOptions();
    await expect(exportDialog.selectField('Paper')).toHaveCount(0);

    await exportDialog.chooseFormat('PDF');
    await expect(exportDialog.selectField('Paper')).toContainText('A4');
    await exportDialog.notes.click();
    await expect(exportDialog.page.getByRole('region', { name: 'Claims' })).not.toContainText(
      'The port says',
    );
    await exportDialog.statusCheckbox('Verified').click();
    await expect(exportDialog.page.getByRole('banner')).toContainText('Shows 4 of 5 claims');

    await exportDialog.chooseFormat('Markdown');
    await expect(exportDialog.text).toContainText(/^# Ferry to stop in May\n/);
    await expect(exportDialog.text).not.toContainText('The port says');
    const citation = async () => (await exportDialog.text.textContent())?.split('### Source 1')[1] ?? '';
    const asApa = await citation();
    await exportDialog.choose('Citation style', 'Vancouver');
    await expect.poll(citation).not.toBe(asApa);

    await exportDialog.chooseFormat('JSON');
    await expect(exportDialog.text).toContainText('"style": "vancouver"');
    await exportDialog.waitForPreview();
    expect(JSON.parse((await exportDialog.text.textContent()) ?? '')).toMatchObject({
      format: 'stet-report',
      options: { notes: false, style: 'vancouver' },
      claims: [{ number: 1, note: null }, { number: 2 }, { number: 4 }, { number: 5 }],
    });
    await answerDialogs({ save: join(files, 'report.json') });
    await exportDialog.saveAndClose();

    const expectRememberedChoices = async () => {
      await stet.exportDialog.open();
      await stet.exportDialog.expectFormat('JSON');
      await expect(stet.exportDialog.options).toContainText('Claims: disputed');
      await stet.exportDialog.openOptions();
      await expect(stet.exportDialog.notes).not.toBeChecked();
      await expect(stet.exportDialog.statusCheckbox('Verified')).not.toBeChecked();
      await expect(stet.exportDialog.statusCheckbox('Disputed')).toBeChecked();
      await expect(stet.exportDialog.selectField('Citation style')).toContainText('Vancouver');
    };
    await expectRememberedChoices();
    await stet.exportDialog.cancel.click();
    await stet.restart();
    await stet.library.open(ferryTitle);
    await expectRememberedChoices();
  });

  test('a failed save shows an error, a cancelled one does not, and an existing file stays unchanged', async ({
    stet,
    guard,
    answerDialogs,
    files,
  }) => {
    guard.allow(/^main's log: .*report\.export: notSaved/);
    const { exportDialog } = stet;
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await answerDialogs({});
    await exportDialog.save.click();
    await expect.poll(() => getShownDialogs(stet.app)).toHaveLength(1);
    await expect(exportDialog.save).toBeEnabled();
    await expect(stet.notices.errors).toHaveCount(0);

    await answerDialogs({ save: join(files, 'no such folder', 'report.html') });
    await exportDialog.save.click();
    await expect(stet.notices.errors).toContainText('The report was not saved: the folder or file is gone');
    await expect(exportDialog.save).toBeEnabled();

    const path = join(files, 'report.html');
    writeFileSync(path, 'an older report');
    const before = readdirSync(files);
    await answerDialogs({ save: path });
    const disk = await Disk.intercept(stet.app);
    for (const format of ['HTML', 'PDF'] as const) {
      await exportDialog.chooseFormat(format);
      await exportDialog.waitForPreview();
      await disk.failWrites('ENOSPC');
      await exportDialog.save.click();
      await expect(stet.notices.errors.last()).toContainText('The report was not saved: the disk is full');
      await expect(exportDialog.save).toBeEnabled();
      expect(readFileSync(path, 'utf8')).toBe('an older report');
      expect(readdirSync(files)).toEqual(before);
      await disk.allowWrites();
    }
    // An error goes when the choices change.
    await exportDialog.chooseFormat('HTML');
    await expect(stet.notices.errors).toHaveCount(0);
    await exportDialog.saveAndClose();
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(readdirSync(files)).toEqual(before);
  });

  test('an external link in the preview does nothing', async ({ stet, guard }) => {
    guard.allow(/^console error: /);
    const openedLinks = await watchOpenedLinks(stet.app);
    await stet.exportDialog.open();
    const { page } = stet.exportDialog;
    const link = page.getByRole('link', { name: 'https://harbour.example/2019.csv' });
    const state = async () => ({
      address: stet.page.url(),
      frames: stet.page.frames().map((frame) => frame.url()),
      // Files are read in hidden windows, which come and go.
      windows: await stet.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((each) => each.isVisible()).length,
      ),
      openedLinks: await openedLinks(),
    });
    await link.waitFor();
    const before = await state();
    await link.click();
    await link.click({ modifiers: ['ControlOrMeta'] });
    await link.click({ modifiers: ['Shift'] });
    await link.click({ button: 'middle' });
    // This click is handled after everything that the clicks before it started in the page.
    await page.getByRole('link', { name: 'Claim 1, in the article' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(ferryTitle);
    expect(await state()).toEqual({
      ...before,
      openedLinks: [],
      frames: before.frames.map((url) =>
        url.startsWith('app://preview') ? expect.stringContaining(url) : url,
      ),
    });
  });
});
