import { expect } from '@playwright/test';
import { test } from './fixtures';
import { ferryTitle } from './support/articles';

test('the panels are hidden, shown, made wider with mouse and keys, and stay so', async ({ stet }) => {
  await stet.pasteArticle();
  const { page, status, claims } = stet;
  const border = page.getByRole('separator', { name: 'Width of the claims panel' });
  const widthOfClaims = async () => Math.round((await claims.nav.boundingBox())?.width ?? 0);
  const before = await widthOfClaims();

  await border.press('ArrowRight');
  await expect.poll(widthOfClaims).toBe(before + 24);
  const line = await border.boundingBox();
  if (!line) throw new Error('the border is not on the screen');
  const middle = { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 40, middle.y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(widthOfClaims).toBe(before + 64);
  await status.button('Hide card').click();
  await expect(page.getByRole('complementary', { name: 'Claim panel' })).toBeHidden();

  await stet.restart();
  await stet.library.open(ferryTitle);
  const { width } = (await stet.claims.nav.boundingBox()) ?? { width: 0 };
  expect(Math.round(width)).toBe(before + 64);
  await expect(stet.status.button('Show card')).toBeVisible();
  await stet.article.select('1.2 million people');
  await stet.press('c', 'Enter');
  await expect(stet.card.note).toBeFocused();
});
