import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';
import { dropFiles } from '../support/page/drop';

const paragraphs = Array.from(
  { length: 80 },
  (_, index) =>
    `Paragraph ${index + 1} tells of the harbour, of its ferry and of the bridge that took its place, and of what the council said about all of them. It is long enough to break into several lines.`,
);
const title = 'A long read';

test.use({ article: [title, ...paragraphs].join('\n\n') });

/** The distance of a paragraph from the top of the window, in physical pixels. */
function measureTop(stet: Stet, number: number): Promise<number> {
  return stet.article.text
    .getByText(`Paragraph ${number} tells`)
    .evaluate((block) => block.getBoundingClientRect().top * devicePixelRatio);
}

/** Checks that a paragraph stays in place during an action. It may move a little when a line is no longer cut off. */
async function expectInPlaceDuring(stet: Stet, number: number, act: () => Promise<unknown>): Promise<void> {
  // The app records the reading position when scrolling has ended.
  await stet.page.waitForTimeout(200);
  const before = await measureTop(stet, number);
  await act();
  await expect.poll(async () => Math.abs((await measureTop(stet, number)) - before)).toBeLessThan(6);
  await stet.page.waitForTimeout(100);
  expect(Math.abs((await measureTop(stet, number)) - before)).toBeLessThan(6);
}

/** Goes to some words with find, and checks that they stay in view when everything around them has its layout. */
async function findWords(stet: Stet, words: string): Promise<void> {
  await stet.press('Control+f');
  await stet.find.field.fill(words);
  await stet.press('Enter');
  await stet.page.waitForTimeout(300);
  await expect(stet.article.text.getByText(words)).toBeInViewport();
  await stet.press('Escape');
}

test('the line being read stays in place when the window, the panels, the text size or the zoom changes, and when the article is opened again', async ({
  stet,
}) => {
  const { article, page, status } = stet;
  await article.text.getByText('Paragraph 40 tells').scrollIntoViewIfNeeded();
  await article.click('Paragraph 40');
  await expectInPlaceDuring(stet, 40, () => stet.resize(1000, 700));
  await expectInPlaceDuring(stet, 40, () => status.button('Hide card').click());
  await expectInPlaceDuring(stet, 40, () => status.button('Hide lists').click());
  await expectInPlaceDuring(stet, 40, () => stet.press('Control+='));
  await expectInPlaceDuring(stet, 40, () => stet.press('Control+-', 'Control+-'));
  await expectInPlaceDuring(stet, 40, () => stet.press('Control+0'));
  const zoom = (level: number) =>
    stet.app.evaluate(({ BrowserWindow }, to) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents) contents.zoomLevel = to;
    }, level);
  await expectInPlaceDuring(stet, 40, () => zoom(2));
  await expectInPlaceDuring(stet, 40, () => zoom(0));

  // After scrolling away from the click, the first line in view is the one being read.
  await article.scrollBy(1_500);
  await page.waitForTimeout(200);
  const first = await page.evaluate(() => {
    const view = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    const blocks = [...document.querySelectorAll('[data-start]')];
    return blocks.findIndex((block) => block.getBoundingClientRect().top >= (view?.top ?? 0));
  });
  await expectInPlaceDuring(stet, first, () => stet.resize(1280, 800));
  await stet.goToLibrary();
  await stet.library.open(title);
  await expect(article.text.getByText(`Paragraph ${first} tells`)).toBeInViewport();
  expect(await measureTop(stet, first)).toBeLessThan(300);

  // A draft with less text before the reading position.
  await stet.chooseMenuItem('File', 'Paste draft…');
  await stet.pasteDraftDialog.submitText([title, ...paragraphs.slice(20)].join('\n\n'));
  await stet.newDraft.accept();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(article.text.getByText(`Paragraph ${first} tells`)).toBeInViewport();

  // At the top of one draft, the other draft opens at its top too, whatever its own last position was.
  await article.scrollBy(-100_000);
  const headline = article.text.getByRole('heading', { name: title });
  await expect(headline).toBeInViewport();
  await page.waitForTimeout(200);
  await stet.chooseMenuItem('File', 'Drafts…');
  await stet.drafts.button('Show draft 1').click();
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await expect(headline).toBeInViewport();
  await article.main.getByRole('button', { name: 'Back to draft 2' }).click();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(headline).toBeInViewport();
});

test('the text size is changed by keys and in the menu, and remembered on this computer', async ({
  stet,
}) => {
  const readSize = () =>
    stet.article.text.evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  expect(await readSize()).toBe(18);
  await stet.press('Control+=', 'Control+=');
  await expect.poll(readSize).toBe(22.5);
  await stet.chooseMenuItem('View', 'Larger text');
  await expect.poll(readSize).toBe(27);

  // A distant match is in view, although nothing in between has a layout in this size yet.
  await findWords(stet, 'Paragraph 79 tells');
  await stet.press('Control+-', 'Control+-', 'Control+-');
  await findWords(stet, 'Paragraph 40 tells');
  await stet.press('Control+=', 'Control+=', 'Control+=');
  await expect.poll(readSize).toBe(27);

  const stored = await stet.page.evaluate(() => localStorage.getItem('reading-size'));
  expect(stored).toContain('1.5');
  await stet.page.reload();
  await stet.waitUntilReady();
  await stet.library.open(title);
  await expect.poll(readSize).toBe(27);
  await stet.chooseMenuItem('View', 'Normal text size');
  await expect.poll(readSize).toBe(18);
});

test('a match is in view when find goes to it while the text size changes', async ({ stet }) => {
  await stet.press('Control+f');
  for (const words of ['Paragraph 60 tells', 'Paragraph 12 tells', 'Paragraph 79 tells']) {
    await stet.find.field.fill(words);
    // Both keys arrive before a new layout.
    await stet.find.field.evaluate((field) => {
      const press = (key: string, ctrlKey: boolean) =>
        field.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
      press('=', true);
      press('Enter', false);
    });
    await stet.page.waitForTimeout(700);
    await expect(stet.article.text.getByText(words)).toBeInViewport();
  }
});

test.describe('in an article of long paragraphs', () => {
  const words = paragraphs[0]?.slice('Paragraph 1'.length) ?? '';
  const long = Array.from({ length: 130 }, (_, index) => `Paragraph ${index + 1}${words.repeat(4)}`);
  test.use({ article: [title, ...long].join('\n\n') });

  test('a distant paragraph is in view when find goes to it, and when the article is opened again', async ({
    stet,
  }) => {
    for (const number of [78, 121, 39]) {
      await findWords(stet, `Paragraph ${number} tells`);
      await stet.goToLibrary();
      await stet.library.open(title);
      await expect(stet.article.text.getByText(`Paragraph ${number} tells`)).toBeInViewport();
      await stet.page.waitForTimeout(700);
      await expect(stet.article.text.getByText(`Paragraph ${number} tells`)).toBeInViewport();
    }
  });
});

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

test('the number of a claim is beside its first line, and the numbers of one line are side by side', async ({
  stet,
}) => {
  const { article } = stet;
  const words = ['Paragraph 1 tells', 'the harbour', 'its ferry', 'the bridge', 'the council', 'long enough'];
  for (const claim of words) {
    await article.select(claim);
    await stet.press('c');
  }
  // The numbers keep their places from then on.
  await stet.status.waitUntilSaved();
  await stet.press('Escape');
  const misplaced = await article.text.evaluate((text) => {
    const centerY = (box: DOMRect) => (box.top + box.bottom) / 2;
    return [...text.querySelectorAll('mark')].flatMap((mark) => {
      const number = /\d+/.exec(mark.getAttribute('aria-description') ?? '')?.[0];
      const [line] = mark.getClientRects();
      const button = [...text.querySelectorAll('button')].find(({ textContent }) =>
        textContent?.startsWith(`${number} `),
      );
      const isBeside =
        button && line && Math.abs(centerY(button.getBoundingClientRect()) - centerY(line)) < 8;
      return isBeside ? [] : [{ number, hasButton: button !== undefined }];
    });
  });
  // Numbers without room are in a menu beside the same line.
  expect(misplaced.filter(({ hasButton }) => hasButton)).toEqual([]);
  if (misplaced.length > 0) {
    await article.text.getByRole('button', { name: /^\+\d/ }).first().click();
    await article.chooser.getByRole('menuitem').last().click();
    await expect(stet.card.card).toBeVisible();
  }
  const boxes = await article.text
    .locator('[class*="row"] button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON()));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
});

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
  await article.dragHandle('end', 'נבנתה');
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
