import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferry, ferryText, ferryTitle } from '../support/articles/ferry-article';
import { checkArticle } from '../support/articles/seeded-check';
import { askedDialogs } from '../support/system/dialogs';
import { Disk } from '../support/system/disk';
import { ferryCheck } from '../support/articles/ferry-check';
import { openReport } from '../support/page/read-report';

test.use({ reviewer: 'Ada Brinnekamp' });

declare global {
  var stetOpened: string[] | undefined;
}

test.describe(() => {
  test.use({ article: ferryText });

  test('the report is one file that shows the whole check, runs nothing and asks for nothing', async ({
    stet,
    answerDialogs,
    files,
  }) => {
    await checkArticle(stet);
    const path = join(files, 'report.html');
    await answerDialogs({ save: path });
    await stet.bar.exportReport.click();
    await expect(stet.exporting.dialog).toContainText('3 claims of 3. Open ones are shown as open.');
    await stet.press('Escape');
    await expect(stet.exporting.dialog).toBeHidden();
    await stet.exporting.open();
    await stet.exporting.saved();
    await expect(stet.notices.mentions).toContainText('Report saved as report.html');
    expect(await askedDialogs(stet.app)).toEqual([
      expect.objectContaining({
        defaultPath: expect.stringMatching(/Ferry to stop in May\.html$/),
        filters: [{ name: 'Web page', extensions: ['html'] }],
        // The system asks before an existing file is replaced.
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
    for (const paragraph of ferry.slice(2)) await expect(article).toContainText(paragraph);
    await expect(article.locator('mark', { hasText: '1.2 million people' })).toBeVisible();

    const claims = page.getByRole('region', { name: 'Claims' }).getByRole('list').first().locator('> li');
    await expect(claims).toHaveCount(3);
    await expect(claims.first()).toContainText('1.2 million people');
    await expect(claims.first()).toContainText(
      '✗ Disputed — The port says 1.1 million. Change to “1.1 million people”.',
    );
    await expect(claims.first()).toContainText(
      'Refutes: Harbour statistics 2019, row 12 [1]: “1,103,117 passengers”.',
    );
    await expect(claims.first()).toContainText(
      /Stated by the harbour office\. Judged by Ada Brinnekamp, .*\d\d:\d\d/,
    );
    await expect(claims.nth(1)).toContainText('✓ Verified');
    await expect(claims.nth(2)).toContainText('○ Unchecked');
    const sources = page.getByRole('region', { name: 'Sources' });
    await expect(sources).toContainText(/Harbour statistics 2019.*Dataset, primary\./s);
    await expect(sources).toContainText('harbour.example/2019.csv');

    await page.getByRole('link', { name: 'Claim 1, in the article' }).click();
    await expect(page).toHaveURL(/#m1$/);
    expect(requests.filter((url) => !/^(?:file:|data:)/.test(url))).toEqual([]);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
    await close();
  });
});

test.describe(() => {
  test.use({ article: ferryCheck });

  test('the preview shows each format as it will be, and what was chosen is offered again', async ({
    stet,
    answerDialogs,
    files,
  }) => {
    const { exporting } = stet;
    await exporting.open();
    await expect(exporting.page.getByRole('heading', { level: 1 })).toHaveText(ferryTitle);
    await expect(exporting.page.getByRole('region', { name: 'Claims' })).toContainText(
      'The port says 1.1 million.',
    );
    await expect(exporting.page.getByRole('region', { name: 'Sources' })).toContainText('Bo Keld. (2020)');
    await expect(exporting.selectField('Paper')).toHaveCount(0);

    await exporting.format('PDF').click();
    await expect(exporting.selectField('Paper')).toContainText('A4');
    await exporting.notes.click();
    await expect(exporting.page.getByRole('region', { name: 'Claims' })).not.toContainText('The port says');
    await exporting.claims('Verified').click();
    await expect(exporting.page.getByRole('banner')).toContainText('Shows 4 of 5 claims');

    await exporting.format('Markdown').click();
    await expect(exporting.text).toContainText(/^# Ferry to stop in May\n/);
    await expect(exporting.text).not.toContainText('The port says');
    const citation = async () => (await exporting.text.textContent())?.split('### Source 1')[1] ?? '';
    const asApa = await citation();
    await exporting.choose('Citation style', 'Vancouver');
    await expect.poll(citation).not.toBe(asApa);

    await exporting.format('JSON').click();
    await expect(exporting.text).toContainText('"style": "vancouver"');
    await exporting.previewed();
    expect(JSON.parse((await exporting.text.textContent()) ?? '')).toMatchObject({
      format: 'stet-report',
      options: { notes: false, style: 'vancouver' },
      claims: [{ number: 1, note: null }, { number: 2 }, { number: 4 }, { number: 5 }],
    });
    await answerDialogs({ save: join(files, 'report.json') });
    await exporting.saved();

    const offered = async () => {
      await stet.exporting.open();
      await expect(stet.exporting.format('JSON')).toBeChecked();
      await expect(stet.exporting.notes).not.toBeChecked();
      await expect(stet.exporting.claims('Verified')).not.toBeChecked();
      await expect(stet.exporting.claims('Disputed')).toBeChecked();
      await expect(stet.exporting.selectField('Citation style')).toContainText('Vancouver');
    };
    await offered();
    await stet.exporting.cancel.click();
    await stet.restart();
    await stet.library.open(ferryTitle);
    await offered();
  });

  test('a save that is cancelled or fails tells so, and what stood there before stays whole', async ({
    stet,
    guard,
    answerDialogs,
    files,
  }) => {
    guard.allow(/^main's log: .*report\.export: notSaved/);
    const { exporting } = stet;
    await exporting.open();
    await exporting.previewed();
    await answerDialogs({});
    await exporting.save.click();
    await expect.poll(() => askedDialogs(stet.app)).toHaveLength(1);
    await expect(exporting.save).toBeEnabled();
    await expect(stet.notices.problems).toHaveCount(0);

    await answerDialogs({ save: join(files, 'no such folder', 'report.html') });
    await exporting.save.click();
    await expect(stet.notices.problems).toContainText('The report was not saved: the folder or file is gone');
    await expect(exporting.save).toBeEnabled();

    const path = join(files, 'report.html');
    writeFileSync(path, 'an older report');
    const before = readdirSync(files);
    await answerDialogs({ save: path });
    const disk = await Disk.of(stet.app);
    for (const format of ['HTML', 'PDF'] as const) {
      await exporting.format(format).click();
      await exporting.previewed();
      await disk.refuse('ENOSPC');
      await exporting.save.click();
      await expect(stet.notices.problems.last()).toContainText('The report was not saved: the disk is full');
      await expect(exporting.save).toBeEnabled();
      expect(readFileSync(path, 'utf8')).toBe('an older report');
      expect(readdirSync(files)).toEqual(before);
      await disk.work();
    }
    await exporting.format('HTML').click();
    await exporting.saved();
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(readdirSync(files)).toEqual(before);
  });

  test('an outside link in the preview leads nowhere', async ({ stet, guard }) => {
    guard.allow(/^console error: /);
    await stet.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      globalThis.stetOpened = opened;
      shell.openExternal = async (url) => {
        opened.push(url);
      };
    });
    await stet.exporting.open();
    const { page } = stet.exporting;
    const link = page.getByRole('link', { name: 'https://harbour.example/2019.csv' });
    const state = async () => ({
      address: stet.page.url(),
      frames: stet.page.frames().map((frame) => frame.url()),
      windows: await stet.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
      opened: await stet.app.evaluate(() => globalThis.stetOpened),
    });
    await link.waitFor();
    const before = await state();
    await link.click();
    await link.click({ modifiers: ['ControlOrMeta'] });
    await link.click({ modifiers: ['Shift'] });
    await link.click({ button: 'middle' });
    // What is asked of the page comes after all that the clicks have set going in it.
    await page.getByRole('link', { name: 'Claim 1, in the article' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(ferryTitle);
    expect(await state()).toEqual({
      ...before,
      opened: [],
      frames: before.frames.map((url) =>
        url.startsWith('app://preview') ? expect.stringContaining(url) : url,
      ),
    });
  });
});
