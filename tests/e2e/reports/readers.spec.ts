import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryCheck } from '../support/articles/ferry-check.ts';
import { readPdfPages } from '../support/reports/read-pdf.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';

test.use({ reviewer: 'Ada Brinnekamp', article: ferryCheck });

const legalLine = 'Confidential: for legal review';

test('a report for lawyers is asked about, says so on every page and in its name, and is neither remembered nor repeated', {
  tag: '@core',
}, async ({ stet, files, answerDialogs }) => {
  const { exportDialog } = stet;
  const save = join(files, 'report.pdf');

  await test.step('it is never preselected', async () => {
    await exportDialog.open();
    await expect(exportDialog.reader('Editor')).toBeChecked();
    await exportDialog.chooseFormat('PDF');
    await exportDialog.reader('Legal').click();
    await expect(exportDialog.dialog).toContainText('Names your confidential sources');
    await exportDialog.waitForPreview();
    await expect(exportDialog.page.locator('.reader-line')).toHaveText(legalLine);
  });

  await test.step('without a yes nothing is saved', async () => {
    await answerDialogs({ save, button: 1 });
    await exportDialog.save.click();
    await expect.poll(() => getShownDialogs(stet.app)).toHaveLength(1);
    expect(await getShownDialogs(stet.app)).toEqual([
      expect.objectContaining({
        message: 'This report names your confidential sources. Save for legal review?',
        defaultId: 1,
      }),
    ]);
    await expect(exportDialog.save).toBeEnabled();
    expect(existsSync(save)).toBe(false);
  });

  await test.step('every page says whom it is for', async () => {
    await answerDialogs({ save, button: 0 });
    await exportDialog.saveAndClose();
    const [, asked] = await getShownDialogs(stet.app);
    expect(asked).toMatchObject({
      defaultPath: expect.stringMatching(/Confidential for legal review – .*\.pdf$/),
    });
    const pages = readPdfPages(save);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.split(legalLine).length).toBeGreaterThan(2);
    expect(pages.join('\n')).toContain('ledger');
  });

  await test.step('the next one is for the reader before', async () => {
    await exportDialog.open();
    await exportDialog.expectFormat('PDF');
    await expect(exportDialog.reader('Editor')).toBeChecked();
    await exportDialog.cancel.click();
    await stet.press('Control+Shift+E');
    await expect(exportDialog.dialog).toBeVisible();
    await expect(stet.notices.messages.last()).toContainText('is not repeated');
    await expect(exportDialog.reader('Editor')).toBeChecked();
    expect(readdirSync(files)).toContain('report.pdf');
  });
});

test('a report for the public has nothing of confidential sources, notes and reviewers, and is exported again by a key', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const { exportDialog } = stet;
  const save = join(files, 'report.html');
  await answerDialogs({ save });
  await exportDialog.open();
  await exportDialog.reader('Public').click();
  await expect(exportDialog.confidential).toContainText('The report says nothing of it.');
  await exportDialog.openOptions();
  await expect(exportDialog.notes).toHaveCount(0);
  await exportDialog.saveAndClose();
  const text = readFileSync(save, 'utf8');
  expect(text).not.toMatch(/confidential source|ledger|The port says 1\.1 million|Ada Brinnekamp/i);
  expect(text).toContain('Change to “1.1 million people”');
  // The time of the report is the only one.
  expect(text).not.toContain('Judged');
  expect(text.match(/\d{4}, \d\d:\d\d/g)).toHaveLength(1);

  await test.step('again: into the same file, without a dialog', async () => {
    await answerDialogs({});
    await stet.notices.close('Report saved');
    await stet.press('Control+Shift+E');
    await expect(stet.notices.messages.last()).toContainText(
      'Report saved again as report.html: HTML for the public. All claims, APA.',
    );
    expect(await getShownDialogs(stet.app)).toEqual([]);
    expect(readFileSync(save, 'utf8')).not.toMatch(/confidential source|ledger/i);
  });

  await test.step('after a restart as well, and a file that somebody changed stays as it is', async () => {
    writeFileSync(save, 'mine');
    await stet.restart();
    await answerDialogs({});
    await stet.library.open(ferryCheck.title);
    await stet.chooseMenuItem('File', 'Export again');
    await expect(stet.notices.messages.last()).toContainText(
      'The last report was changed since and is left as it is. Report saved as report (2).html: HTML for the public.',
    );
    expect(await getShownDialogs(stet.app)).toEqual([]);
    expect(readFileSync(save, 'utf8')).toBe('mine');
    expect(readFileSync(join(files, 'report (2).html'), 'utf8')).toContain('</html>');
  });
});
