import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { longReadText } from '../support/articles/long-read';

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
