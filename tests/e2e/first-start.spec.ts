import { expect } from '@playwright/test';
import { test } from './fixtures';

test('the first start asks for nothing, and the first claim is marked within a few actions', async ({
  stet,
}) => {
  await expect(stet.welcome.section).toBeVisible();
  await expect(stet.page.getByRole('dialog')).toHaveCount(0);
  await expect(stet.welcome.openFile).toBeVisible();
  await expect(stet.welcome.paste).toBeVisible();

  await stet.welcome.sample.click();
  await expect(stet.article.title('Harbour tram to open in March, two years late')).toBeVisible();
  await expect(stet.claims.rows.first()).toBeVisible();

  await stet.article.select('86 of the market’s 112 stalls');
  await stet.press('c');
  await expect(stet.claims.current).toContainText('86 of the market’s 112 stalls');
  await stet.status.saved();
});
