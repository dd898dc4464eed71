import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryCheck, ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('the palette finds actions, claims, sources and articles, and runs them by keys alone', async ({
  stet,
}) => {
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
