import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { ferryText } from './support/articles';

test('the first start asks for nothing, and shows a sample whose next claim is two actions away', async ({
  stet,
}) => {
  await expect(stet.welcome.section).toBeVisible();
  await expect(stet.page.getByRole('dialog')).toHaveCount(0);
  await expect(stet.welcome.openFile).toBeVisible();
  await expect(stet.welcome.paste).toBeVisible();

  await stet.welcome.sample.click();
  await expect(stet.article.title('Harbour tram to open in March, two years late')).toBeVisible();
  await stet.status.says('6 verified · 2 disputed · 1 can’t verify · 5 unchecked · 5 open');
  expect((await stet.article.blocks()).join(' ').split(/\s+/).length).toBeGreaterThan(500);

  await stet.article.select('86 of the market’s 112 stalls');
  await stet.press('c');
  await expect(stet.claims.current).toContainText('86 of the market’s 112 stalls');
  await stet.status.saved();

  await stet.restart();
  await expect(stet.library.row('Harbour tram')).toContainText('15 claims, 6 open');
});

test('an article named on the command line opens by itself', async ({ stet, files }) => {
  const path = join(files, 'ferry.txt');
  writeFileSync(path, ferryText);
  await stet.restart({ args: [path] });
  await stet.preview.accept();
  await expect(stet.article.title('Ferry to stop in May')).toBeVisible();
  await expect(stet.article.main).toContainText('imported from ferry.txt');
});
