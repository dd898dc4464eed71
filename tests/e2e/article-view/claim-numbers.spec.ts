import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { longReadText } from '../support/articles/long-read.ts';

test.use({ article: longReadText });

test('opening the context menu of a claim by key does not scroll the article', async ({ stet }) => {
  const { article, page } = stet;
  await article.select('Paragraph 1 tells');
  await stet.press('c');
  await article.click('Paragraph 1');
  const locateMark = () => article.claimMarks(1).boundingBox();
  const before = await locateMark();
  await stet.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Verified' })).toBeVisible();
  await stet.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await locateMark()).toEqual(before);
});
