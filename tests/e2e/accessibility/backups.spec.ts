import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test('backups are turned on, made and restored by the keyboard alone', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const { backups } = stet;
  await answerDialogs({ open: files });
  await stet.press('Control+,');
  await backups.chooseAnother.focus();
  await stet.press('Enter');
  await expect(backups.status).toHaveText(/^Last backup: /);
  await expect(backups.part.getByRole('button', { name: 'Change…' })).toBeFocused();
  await backups.restore.focus();
  await stet.press('Enter');
  await expect(backups.restoreDialog).toBeVisible();
  const restore = backups.article('Ferry to stop in May').getByRole('button', { name: 'Restore' });
  await expect(restore).toBeVisible();
  for (let presses = 0; presses < 5; presses += 1) {
    if (await restore.evaluate((button) => button === document.activeElement)) break;
    await stet.press('Tab');
  }
  await expect(restore).toBeFocused();
  await stet.press('Enter');
  await expect(stet.notices.section).toContainText('is restored.');
  await expect(restore).toBeFocused();
  await stet.press('Escape');
  await expect(backups.restoreDialog).toHaveCount(0);
});
