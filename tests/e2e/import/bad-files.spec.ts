import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { test } from '../fixtures.ts';
import { ferryTitle } from '../support/articles/ferry-check.ts';
import { badFiles } from '../support/files/bad-files.ts';
import { withFastTimers } from '../support/system/disk.ts';

/** How long refusing a file may take, in milliseconds. */
const refusalTimeoutMs = 15_500;

test('a bad file is refused with one sentence that says why, and the app keeps working', async ({
  stet,
  files,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.pasteArticle();
  const countRenderers = () =>
    stet.app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length);
  for (const [name, { bytes, message }] of Object.entries(badFiles)) {
    const path = join(files, name);
    writeFileSync(path, bytes());
    await answerDialogs({ open: path });
    const error = stet.notices.errors.filter({ hasText: message });
    const openAndExpectError = async () => {
      await stet.press('Control+o');
      await expect(error, name).toBeVisible({ timeout: refusalTimeoutMs });
    };
    await (name === 'endless.pdf' ? withFastTimers(stet.app, openAndExpectError) : openAndExpectError());
    await expect(error, name).toContainText('nothing was changed.');
    await stet.notices.close(message);
    await expect(stet.article.title(ferryTitle)).toBeVisible();
  }
  // The importer's process is gone, and with it the memory that it used.
  await expect.poll(countRenderers).toBe(1);
  await stet.goToLibrary();
  await expect(stet.library.rows).toHaveCount(1);
});

test('the format of a file is recognized by its content, not by its name', { tag: '@core' }, async ({
  stet,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'ferry.docx');
  writeFileSync(path, makePdf({ pages: [['The ferry carried 1.2 million people.']] }));
  await answerDialogs({ open: path });
  await stet.press('Control+o');
  await expect(stet.preview.blocks.first()).toContainText('The ferry carried 1.2 million people.');
  await stet.preview.cancel.click();
});
