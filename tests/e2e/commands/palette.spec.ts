import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryTitle } from '../support/articles/ferry-article';
import { ferryCheck } from '../support/articles/ferry-check';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('the palette finds actions, claims, sources and articles, and runs them by keys alone', {
  tag: '@core',
}, async ({ stet }) => {
  const { palette, page } = stet;
  await stet.press('Control+k');
  await expect(palette.field).toBeFocused();
  await page.keyboard.type('built in 1986');
  await expect(palette.marked).toContainText('built in 1986');
  await stet.press('Enter');
  await expect(palette.dialog).toBeHidden();
  await expect(stet.card.heading).toHaveText('Claim 2');

  // The action is for the claim that was current before.
  await stet.press('Control+Shift+p');
  await page.keyboard.type('disp');
  await expect(palette.marked).toContainText('Disputed');
  await expect(palette.marked).toContainText('D');
  await stet.press('Enter');
  await expect(stet.card.verdict('Disputed')).toBeChecked();

  await stet.press('Control+k');
  await page.keyboard.type('study of ferries');
  await stet.press('Enter');
  await expect(stet.sourceCard.card).toContainText('A study of ferries');

  await stet.press('Control+k');
  await page.keyboard.type('library');
  await palette.option(/^Library/).click();
  await expect(stet.library.row(ferryTitle)).toBeVisible();
  await stet.press('Control+k');
  await page.keyboard.type('ferry stop');
  await expect(palette.group('Claims')).toBeHidden();
  await stet.press('Enter');
  await expect(stet.article.marks.first()).toBeVisible();
});

test('the note of the current claim takes the text that is typed after its action', async ({ stet }) => {
  await stet.claims.row('1.2 million people').click();
  await stet.press('Control+k');
  await stet.page.keyboard.type('write a note');
  await stet.press('Enter');
  await expect(stet.card.note).toBeFocused();
});

test('words that were selected before are marked by the action', async ({ stet }) => {
  await expect(stet.claims.rows).toHaveCount(5);
  await stet.article.select('3 May');
  await stet.press('Control+k');
  await stet.page.keyboard.type('mark as claim');
  await stet.press('Enter');
  await expect(stet.claims.rows).toHaveCount(6);
});

test('actions that can’t be run say why, recent ones come first, and Escape returns the focus', async ({
  stet,
}) => {
  const { palette } = stet;
  await stet.bar.library.click();
  await stet.press('Control+k');
  await stet.page.keyboard.type('export report');
  await expect(palette.option('Export report')).toContainText('Open an article first.');
  await expect(palette.option('Export report')).toBeDisabled();
  await stet.press('Escape');
  await expect(palette.dialog).toBeHidden();

  await stet.library.settings.focus();
  await stet.press('Control+k');
  await stet.page.keyboard.type('about');
  await stet.press('Enter');
  await expect(stet.page.getByRole('dialog', { name: 'About Stet' })).toBeVisible();
  await stet.press('Escape');
  await stet.press('Control+k');
  await expect(palette.group('Recently used')).toContainText('About Stet');
  await stet.press('Escape');
  await expect(stet.library.settings).toBeFocused();

  await stet.restart();
  await stet.chooseMenuItem('View', 'Command palette…');
  await expect(stet.palette.marked).toContainText('About Stet');
});
