import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultReportChoices, type PaperSize } from '#shared/domain/settings/report-options.ts';
import { generateArticle } from '#tests/bench/support/generate-article.ts';
import { test } from '../fixtures.ts';
import { dialog } from '../pages/import-dialogs.ts';
import { ferryParagraphs, ferryTitle } from '../support/articles/ferry-check.ts';
import type { SeededCheck } from '../support/articles/seeded-check.ts';
import { storeProposal } from '../support/library/store-article.ts';
import { callMain, importPaste } from '../support/page/call-main.ts';
import { readPdfPages, runPoppler } from '../support/reports/read-pdf.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';
import { replacePrintDialog } from '../support/system/shown-files.ts';

test.use({ stetOwnProcess: true });

const longArticle = generateArticle(2_000, 40);
const title = 'Über <b>quays</b> & rents';

let longArticleId = '';

test.beforeEach(async ({ userData }) => {
  longArticleId = await storeProposal(userData, { ...longArticle, title });
});

for (const [paper, size] of [
  ['a4', 'A4'],
  ['letter', 'letter'],
] satisfies [PaperSize, string][]) {
  test(`a report is printed on ${paper} paper, with its title and a page number on every page`, {
    tag: '@core',
  }, async ({ stet, files, answerDialogs }) => {
    const save = join(files, 'report.pdf');
    await answerDialogs({ save });
    const choices = {
      format: 'pdf' as const,
      options: { ...defaultReportChoices.options, paper },
    };
    const input = { taskId: 'print', articleId: longArticleId, choices, confirmed: [] };
    const exported = await callMain(stet.page, 'report.export', input);
    expect(exported).toMatchObject({ fileName: 'report.pdf' });

    const info = runPoppler('pdfinfo', save);
    expect(info).toMatch(new RegExp(`^Page size: .*\\(?${size}\\)?$`, 'm'));
    const pages = readPdfPages(save);
    expect(info).toMatch(new RegExp(`^Pages: +${pages.length}$`, 'm'));
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      const lines = page.trim().split('\n');
      expect(lines[0]).toContain(title);
      expect(lines.at(-1)?.trim()).toBe(`Page ${index + 1} of ${pages.length}`);
    }
    expect(runPoppler('pdffonts', save)).toMatch(/SourceSerif4/);

    await test.step('the metadata names nothing but the title and Stet', () => {
      expect(info).toMatch(/^Creator: +Stet$/m);
      expect(info).not.toMatch(/^(Author|Subject|Keywords):|Mozilla|Linux/m);
      expect(readFileSync(save, 'latin1')).not.toContain('app://');
    });

    const electron = await stet.app.evaluate(() => process.versions.electron ?? '');
    const hasTags = Number.parseInt(electron, 10) >= 29;
    await test.step(`tags and outline on Electron ${electron}: ${hasTags ? 'checked' : 'not there before 29'}`, () => {
      console.log(
        `printed by Electron ${electron}: tags and outline ${hasTags ? 'are' : 'can’t be'} checked`,
      );
      if (!hasTags) return;
      const file = readFileSync(save, 'latin1');
      expect(file).toContain('/StructTreeRoot');
      expect(file).toContain('/Outlines');
    });

    await test.step('the hidden page is gone', async () => {
      const pageCount = await stet.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
      expect(pageCount).toBe(1);
    });
  });
}

test('a printed report shows verdicts without colour, keeps space above headings, and uses only its own typefaces', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const save = join(files, 'report.pdf');
  await answerDialogs({ save });
  const choices = { ...defaultReportChoices, format: 'pdf' as const };
  const exportReport = async (articleId: string) => {
    const taskId = `print ${articleId}`.replaceAll(/[^\w]/g, '-').slice(0, 60);
    await callMain(stet.page, 'report.export', { taskId, articleId, choices, confirmed: [] });
  };

  const sample = await callMain(stet.page, 'article.createSample', null);
  await exportReport(sample.articleId);
  const raw = runPoppler('pdftotext', '-raw', save, '-');
  for (const [words, symbol] of [
    ['open on 14 March', '✓'],
    ['a third more than planned', '✗'],
    ['carry 38,000 passengers a day', '○'],
    ['its kind in the country', '?'],
  ] as const)
    expect(raw).toContain(`${words}${symbol} `);
  // Words with their vertical positions, which begin again on each page.
  const words = [
    ...runPoppler('pdftotext', '-bbox', save, '-').matchAll(
      /<page|yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)/g,
    ),
  ];
  for (const heading of ['CLAIMS', 'SOURCES']) {
    const index = words.findIndex(([, , , word]) => word === heading);
    const [, top] = words[index] ?? [];
    const [above, , bottom] = words[index - 1] ?? [];
    if (!above?.startsWith('<page')) expect(Number(top) - Number(bottom)).toBeGreaterThan(12);
  }

  // An article without claims has none of the symbols that our typefaces lack.
  await exportReport(await importPaste(stet.page, generateArticle(300, 0).text));
  const fonts = runPoppler('pdffonts', save).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/Inter|SourceSerif4/);
});

/** A check whose report would leak the name of its source. */
const leakingCheck: SeededCheck = {
  title: ferryTitle,
  paragraphs: ferryParagraphs,
  sources: [{ kind: 'person', title: 'Wilhelmina Oxbridge', confidential: true }],
  claims: [{ words: '1.2 million people', note: 'So says Wilhelmina Oxbridge.', evidence: [{ source: 0 }] }],
};

test.describe(() => {
  test.use({ article: leakingCheck });

  test('printing by the system’s dialog reports success or failure, and nothing when it is cancelled', async ({
    stet,
    guard,
    answerDialogs,
  }) => {
    const { notices, status, page } = stet;
    const task = page.getByText('Printing the report');
    const printer = await replacePrintDialog(stet.app);

    await test.step('the dialog does not open while the report would leak a confidential term', async () => {
      await stet.press('ControlOrMeta+p');
      const before = dialog(page, 'Before printing');
      await expect(before).toContainText('appears in the note on claim 1');
      await expect(before.getByRole('button', { name: 'Print' })).toBeDisabled();
      expect(await printer.readJobs()).toEqual([]);
      await page.keyboard.press('Escape');
      await stet.claims.rows.first().click();
      await stet.card.note.fill('So says somebody.');
    });

    const print = async () => {
      await stet.press('ControlOrMeta+p');
      await expect.poll(printer.isOpen).toBe(true);
    };

    await test.step('the hidden page stays while the dialog is open, and closing the window asks', async () => {
      await answerDialogs({ button: 0 });
      await print();
      // The error disappears when printing is tried again.
      await expect(notices.errors).toHaveCount(0);
      expect(await printer.readJobs()).toEqual(['app://printing/ A4']);
      await expect(task).toBeVisible();
      // A second press does not open a second dialog.
      await stet.press('ControlOrMeta+p');
      await stet.pressClose();
      await expect
        .poll(() => getShownDialogs(stet.app))
        .toEqual([
          expect.objectContaining({ message: '“Printing the report for an editor” is not done yet.' }),
        ]);
      expect(await printer.countPages()).toBe(2);
      expect(await printer.readJobs()).toHaveLength(1);
    });

    await test.step('success', async () => {
      await printer.answer(true, '');
      await expect(notices.messages).toContainText('Report printed for an editor. All claims, with notes');
      await expect(task).toBeHidden();
      await expect.poll(printer.countPages).toBe(1);
      await notices.close('Report printed');
    });

    await test.step('cancelled', async () => {
      await print();
      await printer.answer(false, 'Print job canceled');
      await expect(task).toBeHidden();
      await expect.poll(printer.countPages).toBe(1);
      await expect(notices.messages).toHaveCount(0);
      await expect(notices.errors).toHaveCount(0);
    });

    await test.step('failure', async () => {
      guard.allow(/^main's log: \S+ \S+ \[error\] report\.print: notSaved: Error/);
      await print();
      await printer.answer(false, 'Print job failed');
      await expect(notices.errors).toHaveText(
        /The report was not printed: the system could not print it\. The check itself is safe\. Check that a printer is set up, or export the report as PDF\./,
      );
      await expect(task).toBeHidden();
      await expect.poll(printer.countPages).toBe(1);
    });
    await status.waitUntilSaved();
  });
});
