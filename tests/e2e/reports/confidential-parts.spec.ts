import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { dialog } from '../pages/import-dialogs.ts';
import { withBaker } from '../support/reports/confidential-check.ts';

test.use({ reviewer: 'Ada' });

test.describe(() => {
  test.use({ article: withBaker('Ms Quillfeather knows it.') });

  test('a surname alone stops a report, and the dialog leads to the claim', { tag: '@core' }, async ({
    stet,
    guard,
    files,
    answerDialogs,
  }) => {
    guard.allow(/^main's log: .*report\.export: confidential/);
    const { exportDialog, page } = stet;
    await answerDialogs({ save: join(files, 'report.html') });
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expect(exportDialog.confidential).toContainText(
      'A part of the name of a confidential source appears in the note on claim 1.',
    );
    await expect(exportDialog.confidential.getByText('Ms Quillfeather knows it.')).toBeInViewport();
    await expect(exportDialog.confidential.locator('mark')).toHaveText('Quillfeather');
    await exportDialog.save.click();
    await expect(stet.notices.errors.last()).toContainText('it would reveal what is confidential');
    await expect(stet.notices.errors.last()).not.toContainText(/quillfeather/i);
    await exportDialog.goToClaim(1).click();
    await exportDialog.dialog.waitFor({ state: 'hidden' });
    await expect(stet.card.note).toHaveValue('Ms Quillfeather knows it.');
    expect(existsSync(join(files, 'report.html'))).toBe(false);
    await page.keyboard.press('Escape');
  });
});

test.describe(() => {
  test.use({ article: withBaker('Asked the baker twice. The baker agrees.') });

  test('possible leaks are confirmed one by one, for one export and for exactly these words', async ({
    stet,
    guard,
    files,
    answerDialogs,
  }) => {
    guard.allow(/^main's log: .*report\.(export|print): confidential/);
    const { exportDialog } = stet;
    const save = join(files, 'report.html');
    await answerDialogs({ save });
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expect(exportDialog.possibleLeaks).toHaveCount(2);
    await expect(exportDialog.confidential).toContainText('The note on claim 1: Asked the baker twice.');

    await test.step('with one of them open, the report is not saved', async () => {
      await exportDialog.possibleLeaks.first().click();
      await expect(exportDialog.confidential).toContainText('1 of 2 ticked');
      await exportDialog.save.click();
      const error = stet.notices.errors.last();
      await expect(error).toContainText('it may reveal what is confidential in the note on claim 1');
      await expect(error).not.toContainText(/baker/i);
      expect(existsSync(save)).toBe(false);
      await stet.notices.close('it may reveal what is confidential');
    });

    await test.step('the way to the claim and back keeps the tick', async () => {
      await exportDialog.goToClaim(1).last().click();
      await exportDialog.dialog.waitFor({ state: 'hidden' });
      await expect(stet.card.note).toBeVisible();
      await exportDialog.open();
      await exportDialog.waitForPreview();
      await expect(exportDialog.possibleLeaks.first()).toBeChecked();
      await expect(exportDialog.possibleLeaks.last()).not.toBeChecked();
    });

    await test.step('once all are confirmed, the report is saved', async () => {
      await exportDialog.possibleLeaks.last().focus();
      await stet.page.keyboard.press('Space');
      await exportDialog.saveAndClose();
      expect(readFileSync(save, 'utf8')).toContain('Asked the baker twice.');
    });

    await test.step('the next export asks again', async () => {
      await exportDialog.open();
      await exportDialog.waitForPreview();
      await expect(exportDialog.possibleLeaks.first()).not.toBeChecked();
      await exportDialog.cancel.click();
    });

    await test.step('so does a print', async () => {
      await stet.press('ControlOrMeta+p');
      const before = dialog(stet.page, 'Before printing');
      await expect(before.getByRole('checkbox')).toHaveCount(2);
      await expect(before.getByRole('button', { name: 'Print' })).toBeDisabled();
      for (const box of await before.getByRole('checkbox').all()) await box.click();
      await expect(before.getByRole('button', { name: 'Print' })).toBeEnabled();
      await before.getByRole('button', { name: 'Cancel' }).click();
    });
  });
});
