import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test('the first start asks no questions, and the sample article can be checked after one click', {
  tag: '@core',
}, async ({ stet }) => {
  await expect(stet.welcome.section).toBeVisible();
  await expect(stet.page.getByRole('dialog')).toHaveCount(0);
  await expect(stet.welcome.openFile).toBeVisible();
  await expect(stet.welcome.paste).toBeVisible();

  await stet.welcome.sample.click();
  await expect(stet.article.title('Harbour tram to open in March, two years late')).toBeVisible();
  await stet.status.expectText('6 verified · 2 disputed · 1 can’t verify · 5 unchecked');
  expect((await stet.article.readBlocks()).join(' ').split(/\s+/).length).toBeGreaterThan(500);

  await stet.article.select('86 of the market’s 112 stalls');
  await stet.press('c');
  await expect(stet.claims.current).toContainText('86 of the market’s 112 stalls');
  await stet.status.waitUntilSaved();

  // After a restart, the article is open again, and the library lists it.
  await stet.restart();
  await expect(stet.claims.row('86 of the market’s 112 stalls')).toBeVisible();
  await stet.goToLibrary();
  await expect(stet.library.row('Harbour tram')).toContainText('15 claims, 6 open');
});
