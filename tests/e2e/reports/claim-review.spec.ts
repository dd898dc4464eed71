import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { dialog } from '../pages/dialog';
import { ferryCheck } from '../support/articles/ferry-check';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('what a ClaimReview lacks leads to where it is filled in, and back', async ({ stet }) => {
  const { exportDialog, page } = stet;
  const missing = exportDialog.dialog.getByRole('status', { name: 'Missing' });
  const settings = dialog(page, 'Settings');
  await exportDialog.open();
  await exportDialog.chooseFormat('ClaimReview');
  await expect(exportDialog.reader('Public')).toBeChecked();
  await expect(exportDialog.reader('Editor')).toBeDisabled();
  await missing.getByRole('button', { name: 'Open settings' }).first().click();
  await expect(settings.getByLabel('Organization', { exact: true })).toBeFocused();
  await settings.getByLabel('Organization', { exact: true }).fill('The Mill');
  await settings.getByLabel('Best rating').fill('five');
  await settings.getByRole('button', { name: 'Done' }).click();
  await expect(settings).toContainText('This field can’t be saved like this.');
  await settings.getByLabel('Best rating').fill('5');
  await settings.getByRole('button', { name: 'Done' }).click();
  await exportDialog.expectFormat('ClaimReview');
  await expect(missing).not.toContainText('Your organization has no name');
  await missing.getByRole('button', { name: 'Open details' }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Link' }).fill('https://mill.example/ferry');
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(missing).not.toContainText('The article has no address');
  const claims = exportDialog.dialog.getByRole('group', { name: 'Claims to review' });
  await claims.getByRole('checkbox', { checked: true }).click();
  await missing.getByRole('button', { name: 'Go to a claim' }).click();
  await expect(stet.card.words).toBeVisible();
  await exportDialog.open();
  await exportDialog.expectFormat('ClaimReview');
});
