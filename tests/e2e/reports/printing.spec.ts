import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultReportChoices, type PaperSize } from '../../../shared/domain/report-options';
import { createSampleArticle } from '../../../shared/sample/sample-article';
import { generateArticle } from '../../bench/support/generate-article';
import { test } from '../fixtures';
import { ferryParagraphs, ferryTitle } from '../support/articles/ferry-article';
import type { SeededCheck } from '../support/articles/seeded-check';
import { callMain } from '../support/page/call-main';
import { getShownDialogs } from '../support/system/dialogs';
import { replacePrintDialog } from '../support/system/print-dialog';

test.use({ stetOwnProcess: true });

/** What one of poppler's programs says of a file. */
function poppler(program: 'pdfinfo' | 'pdftotext' | 'pdffonts', ...args: string[]): string {
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw error;
  return stdout;
}

const wide = generateArticle(2_000, 40);
const title = 'Über <b>quays</b> & rents';

for (const [paper, size] of [
  ['a4', 'A4'],
  ['letter', 'letter'],
] satisfies [PaperSize, string][]) {
  test(`a report is printed on ${paper}, every page with its title and number`, async ({
    stet,
    files,
    answerDialogs,
  }) => {
    const { articleId } = await callMain(stet.page, 'article.create', { ...wide, title });
    const save = join(files, 'report.pdf');
    await answerDialogs({ save });
    const choices = {
      format: 'pdf' as const,
      options: { ...defaultReportChoices.options, paper },
    };
    const done = await callMain(stet.page, 'report.export', { taskId: 'print', articleId, choices });
    expect(done).toMatchObject({ fileName: 'report.pdf' });

    const info = poppler('pdfinfo', save);
    expect(info).toMatch(new RegExp(`^Page size: .*\\(?${size}\\)?$`, 'm'));
    const pages = poppler('pdftotext', '-layout', save, '-').split('\f').slice(0, -1);
    expect(info).toMatch(new RegExp(`^Pages: +${pages.length}$`, 'm'));
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      const lines = page.trim().split('\n');
      expect(lines[0]).toContain(title);
      expect(lines.at(-1)?.trim()).toBe(`Page ${index + 1} of ${pages.length}`);
    }
    expect(poppler('pdffonts', save)).toMatch(/SourceSerif4/);

    await test.step('nothing but the title says where it comes from', () => {
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

    await test.step('and the hidden page is gone', async () => {
      const left = await stet.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
      expect(left).toBe(1);
    });
  });
}

test('without colour verdicts are told apart, no heading touches the claim before it, and one typeface is used throughout', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const save = join(files, 'report.pdf');
  await answerDialogs({ save });
  const choices = { ...defaultReportChoices, format: 'pdf' as const };
  const exported = async (articleId: string) => {
    const taskId = `print ${articleId}`.replaceAll(/[^\w]/g, '-').slice(0, 60);
    await callMain(stet.page, 'report.export', { taskId, articleId, choices });
  };

  const sample = await callMain(stet.page, 'article.create', createSampleArticle());
  await exported(sample.articleId);
  const raw = poppler('pdftotext', '-raw', save, '-');
  for (const [words, sign] of [
    ['open on 14 March', '✓'],
    ['a third more than planned', '✗'],
    ['carry 38,000 passengers a day', '○'],
    ['its kind in the country', '?'],
  ] as const)
    expect(raw).toContain(`${words}${sign} `);
  // Lines with their places, from above: every page has its own.
  const lines = [
    ...poppler('pdftotext', '-bbox', save, '-').matchAll(
      /<page|yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)/g,
    ),
  ];
  for (const heading of ['CLAIMS', 'SOURCES']) {
    const at = lines.findIndex(([, , , word]) => word === heading);
    const [, top] = lines[at] ?? [];
    const [above, , bottom] = lines[at - 1] ?? [];
    if (!above?.startsWith('<page')) expect(Number(top) - Number(bottom)).toBeGreaterThan(12);
  }

  // An article without claims has no signs, which no typeface of ours has.
  const plain = await callMain(stet.page, 'article.create', generateArticle(300, 0));
  await exported(plain.articleId);
  const fonts = poppler('pdffonts', save).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/Inter|SourceSerif4/);
});

/** A check whose report would give its source away. */
const secondhand: SeededCheck = {
  ...{ title: ferryTitle, paragraphs: ferryParagraphs },
  sources: [{ kind: 'person', title: 'Wilhelmina Oxbridge', confidential: true }],
  claims: [{ words: '1.2 million people', note: 'So says Wilhelmina Oxbridge.', evidence: [{ source: 0 }] }],
};

test.describe(() => {
  test.use({ article: secondhand });

  test('printing by the system’s dialog says what came of it, and nothing when it was cancelled', async ({
    stet,
    guard,
    answerDialogs,
  }) => {
    const { notices, status, page } = stet;
    const task = page.getByText('Printing the report');
    const printer = await replacePrintDialog(stet.app);

    await test.step('not offered while it would reveal what is confidential', async () => {
      await stet.press('ControlOrMeta+p');
      await expect(notices.errors).toContainText('The report was not printed: it would reveal');
      expect(await printer.readJobs()).toEqual([]);
      await stet.claims.rows.first().click();
      await stet.card.note.fill('So says somebody.');
    });

    const print = async () => {
      await stet.press('ControlOrMeta+p');
      await expect.poll(printer.isOpen).toBe(true);
    };

    await test.step('the page stays while the dialog does, and closing asks', async () => {
      await answerDialogs({ button: 0 });
      await print();
      // It went when printing was tried again.
      await expect(notices.errors).toHaveCount(0);
      expect(await printer.readJobs()).toEqual(['app://printing/ A4']);
      await expect(task).toBeVisible();
      // A second press opens no second dialog.
      await stet.press('ControlOrMeta+p');
      await stet.app.evaluate(({ BrowserWindow }, url) => {
        const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL() === url);
        setTimeout(() => window?.close());
      }, page.url());
      await expect
        .poll(() => getShownDialogs(stet.app))
        .toEqual([expect.objectContaining({ message: '“Printing the report” is not done yet.' })]);
      expect(await printer.countPages()).toBe(2);
      expect(await printer.readJobs()).toHaveLength(1);
    });

    await test.step('printed', async () => {
      await printer.answer(true, '');
      await expect(notices.messages).toContainText('Report printed.');
      await expect(task).toBeHidden();
      await expect.poll(printer.countPages).toBe(1);
      await notices.close('Report printed.');
    });

    await test.step('cancelled in the dialog', async () => {
      await print();
      await printer.answer(false, 'Print job canceled');
      await expect(task).toBeHidden();
      await expect.poll(printer.countPages).toBe(1);
      await expect(notices.messages).toHaveCount(0);
      await expect(notices.errors).toHaveCount(0);
    });

    await test.step('failed', async () => {
      guard.allow(/^main's log: \S+ \S+ \[error\] report\.print: notSaved Error: Print job failed/);
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
