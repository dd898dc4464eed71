import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { dropFiles } from '../support/page/drop.ts';

test.use({ article: ferryText });

test('each block has its own direction, which its numbers, handles and keys follow, and table columns align', async ({
  stet,
  files,
}) => {
  const path = join(files, 'ferry.html');
  const page = `<!doctype html><html lang="he"><head><title>המעבורת</title></head><body><article>
<h1>המעבורת תיסגר במאי</h1><p>המעבורת נשאה 1.2 מיליון איש בשנת 2019, אמר משרד הנמל של העיר הגדולה. היא נבנתה בשנת 1986.</p>
<p>The ferry carried people, said the office of the harbour. It was built in 1986.</p><p>1986 – 2019</p>
<table><tr><td>שנה</td><td>נוסעים</td></tr><tr><td>2018</td><td>1,100,000</td></tr><tr><td>Year</td><td>מיליון ומאתיים אלף איש</td></tr></table>
<p>הסוף הגיע במאי, אמרו כולם, והגשר נפתח בקול תרועה רמה. הארגון UNCTAD פרסם 7.4% יותר.</p></article></body></html>`;
  writeFileSync(path, page);
  await stet.goToLibrary();
  await dropFiles(stet.page, path);
  await expect(stet.preview.title).toHaveCSS('direction', 'rtl');
  await stet.preview.accept();
  const { article, card } = stet;
  const readDirection = (words: string) =>
    article.text
      .locator('[data-start]', { hasText: words })
      .first()
      .evaluate((block) => getComputedStyle(block).direction);
  expect(await readDirection('המעבורת נשאה')).toBe('rtl');
  expect(await readDirection('The ferry carried')).toBe('ltr');
  expect(await readDirection('1986 – 2019')).toBe('rtl');

  const cells = await article.text
    .locator('[data-start] > span[dir]')
    .evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  expect(cells).toHaveLength(6);
  const [first, second] = cells;
  expect(cells).toEqual([first, second, first, second, first, second]);
  expect(first).toBeGreaterThan(second ?? 0);

  await article.select('נבנתה בשנת');
  await stet.press('c');
  await expect(card.words).toHaveCSS('direction', 'rtl');
  await article.handles.drag('end', 'נבנתה');
  await expect(card.words).toHaveText('נבנתה');
  await card.claimant.fill('משרד הנמל');
  await expect(card.claimant).toHaveCSS('direction', 'rtl');
  const readHandleX = async (end: string) => {
    const box = await article.main.locator(`[data-resize-handle="${end}"]`).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  expect(await readHandleX('start')).toBeGreaterThan(await readHandleX('end'));

  // In a block from right to left, the left arrow goes to the next word.
  await stet.press('Escape', 'Escape');
  await article.click('אמר משרד');
  await stet.press('ArrowDown', 'ArrowLeft');
  await article.expectSelection('המעבורת');
  await stet.press('ArrowLeft');
  await article.expectSelection('נשאה');
  await stet.press('ArrowRight');
  await article.expectSelection('המעבורת');

  // Words that begin with a name in another script have the direction of their block, wherever they are shown.
  await article.select('UNCTAD פרסם 7.4% יותר');
  await stet.press('c');
  await expect(card.words).toHaveCSS('direction', 'rtl');
  await expect(stet.claims.row('UNCTAD').locator('[data-clip]')).toHaveCSS('direction', 'rtl');
  await expect(card.claimant).toHaveCSS('direction', 'ltr');
  await stet.press('k');
  await expect(card.claimant).toHaveValue('משרד הנמל');
  await expect(card.claimant).toHaveCSS('direction', 'rtl');
});
