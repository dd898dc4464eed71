import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { ferry } from './support/articles';
import { checkArticle } from './support/checked-article';
import { askedDialogs } from './support/dialogs';
import { openReport } from './support/report-page';
import type { Stet } from './support/stet';

async function exportTo(stet: Stet, notes: boolean): Promise<void> {
  await stet.press('Control+e');
  if (!notes) await stet.exporting.notes.click();
  await stet.exporting.save.click();
  await expect(stet.exporting.dialog).toBeHidden();
  await expect(stet.notices.mentions).toContainText('Report saved as');
}

test('the report is one file that shows the whole check, runs nothing and asks for nothing', async ({
  stet,
  seedName,
  answerDialogs,
  files,
}) => {
  await seedName('Ada Brinnekamp');
  await checkArticle(stet);
  const path = join(files, 'report.html');
  await answerDialogs({ save: path });
  await stet.bar.exportReport.click();
  await expect(stet.exporting.dialog).toContainText('3 claims with verdicts and evidence');
  await expect(stet.exporting.dialog).toContainText('1 claim is still open');
  await stet.press('Escape');
  await exportTo(stet, true);
  expect(await askedDialogs(stet.app)).toMatchObject([
    { defaultPath: expect.stringMatching(/Ferry to stop in May\.html$/) },
  ]);
  expect(readFileSync(path, 'utf8')).not.toMatch(/<script|\son\w+=|javascript:/i);

  const { page, requests, close } = await openReport(path);
  await expect(page.getByRole('banner')).toContainText('Fact-check report · draft 1');
  await expect(page.getByRole('banner')).toContainText(/Checked by Ada Brinnekamp.*\d{4}/s);
  await expect(page.getByRole('list', { name: 'Summary' })).toHaveText(
    /1 verified\s*1 disputed\s*0 can’t verify\s*1 open\s*1 source, 1 primary/,
  );
  const article = page.getByRole('article');
  for (const paragraph of ferry.slice(2)) await expect(article).toContainText(paragraph);
  await expect(article.locator('mark', { hasText: '1.2 million people' })).toBeVisible();

  const claims = page.getByRole('region', { name: 'Claims' }).getByRole('list').first().locator('> li');
  await expect(claims).toHaveCount(3);
  await expect(claims.first()).toContainText('1.2 million people');
  await expect(claims.first()).toContainText(
    '✗ Disputed — The port says 1.1 million. Change to “1.1 million people”.',
  );
  await expect(claims.first()).toContainText(
    'Refutes: Harbour statistics 2019, row 12 [1]: “1,103,117 passengers”.',
  );
  await expect(claims.first()).toContainText(
    /Stated by the harbour office\. Judged by Ada Brinnekamp, .*\d\d:\d\d/,
  );
  await expect(claims.nth(1)).toContainText('✓ Verified');
  await expect(claims.nth(2)).toContainText('○ Unchecked');
  const sources = page.getByRole('region', { name: 'Sources' });
  await expect(sources).toContainText('Harbour statistics 2019, dataset, primary.');
  await expect(sources).toContainText('harbour.example/2019.csv');

  await page.getByRole('link', { name: 'Claim 1, in the article' }).click();
  await expect(page).toHaveURL(/#m1$/);
  expect(requests.filter((url) => !/^(?:file:|data:)/.test(url))).toEqual([]);
  expect(await page.evaluate(() => document.scripts.length)).toBe(0);
  await close();
});

test('notes can be left out, and a cancelled or failed save tells so', async ({
  stet,
  guard,
  seedName,
  answerDialogs,
  files,
}) => {
  await seedName('Ada');
  await checkArticle(stet);
  await stet.press('Control+e');
  await answerDialogs({});
  await stet.exporting.save.click();
  await expect.poll(() => askedDialogs(stet.app)).toHaveLength(1);
  await expect(stet.exporting.dialog).toBeVisible();
  guard.allow(/report\.export: The report was not saved/);
  await answerDialogs({ save: join(files, 'no such folder', 'report.html') });
  await stet.exporting.save.click();
  await expect(stet.notices.problems).toContainText('The report was not saved');
  await stet.press('Escape');

  const path = join(files, 'short.html');
  await answerDialogs({ save: path });
  await exportTo(stet, false);
  const html = readFileSync(path, 'utf8');
  expect(html).not.toContain('The port says 1.1 million.');
  expect(html).toContain('1.1 million people');
  expect(html).toContain('Harbour statistics 2019');
});
