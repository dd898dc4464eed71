import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { articleFile } from '../support/files/fixture-files.ts';
import { dropFiles } from '../support/page/drop.ts';

test('front matter fills in the details, and edited details are still there after a restart', async ({
  stet,
}) => {
  await dropFiles(stet.page, articleFile('front-matter.md'));
  await stet.preview.accept();
  await expect(stet.article.title('Ferry to stop in May: a long goodbye')).toBeVisible();
  expect(await stet.article.readBlocks()).toEqual(['The ferry will stop on 3 May.']);

  await stet.article.details.click();
  const { details } = stet;
  await expect(details.byline).toHaveValue('Ada Brinnekamp, Bo Keld');
  await expect(details.link).toHaveValue('https://paper.example/ferry');
  await expect(details.published).toHaveValue('2026-05-03');
  await expect(details.language).toHaveValue('en-GB');

  await details.link.fill('javascript:alert(1)');
  await details.save.click();
  await expect(details.dialog).toContainText('Only http, https, doi and mailto addresses are accepted.');
  await details.title.fill('The last ferry');
  await details.byline.fill('A. Brinnekamp');
  await details.link.fill('https://paper.example/last-ferry');
  await details.published.fill('2026-05-04');
  // A language is found by its name.
  await details.language.fill('germ');
  await stet.page.getByRole('option', { name: /^German · Deutsch/ }).click();
  await expect(details.language).toHaveValue('de');
  await details.language.fill('English');
  await stet.press('Tab');
  await details.save.click();
  await expect(details.dialog).toBeHidden();
  await stet.status.waitUntilSaved();

  await stet.restart();
  await stet.library.open('The last ferry');
  await expect(stet.article.main).toContainText('A. Brinnekamp · 4 May 2026');
  await stet.article.details.click();
  await expect(stet.details.link).toHaveValue('https://paper.example/last-ferry');
  await expect(stet.details.language).toHaveValue('en');
});
