import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { longReadParagraphs, longReadTitle } from '../support/articles/long-read.ts';
import type { SeededCheck } from '../support/articles/seeded-check.ts';
import type { Stet } from '../support/electron/stet.ts';

/** Checks that the words of the current claim are in view in the article, whole, and that nothing covers them. */
async function expectWordsInView(stet: Stet): Promise<void> {
  await expect(stet.card.card).toBeVisible();
  const areInView = () =>
    stet.article.currentMark.evaluate((mark) => {
      const view = mark.closest('[data-scroller]')?.getBoundingClientRect();
      return [...mark.getClientRects()].every(({ left, right, top, bottom }) => {
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return view && top >= view.top && bottom <= view.bottom && hit?.closest('mark') === mark;
      });
    });
  await expect.poll(areInView).toBe(true);
}

const hebrew =
  'המעבורת נשאה מיליון ומאתיים אלף איש בשנת 2019, אמר משרד הנמל של העיר הגדולה, והגשר נפתח בקול תרועה רמה.';

const checks: Record<string, SeededCheck> = {
  'left-to-right': {
    title: longReadTitle,
    paragraphs: longReadParagraphs,
    sources: [],
    claims: [2, 30, 31, 79].map((index) => ({ words: longReadParagraphs[index]?.slice(0, 120) ?? '' })),
  },
  'right-to-left': {
    title: 'המעבורת',
    paragraphs: Array.from({ length: 40 }, (_, index) => `${index + 1} ${hebrew}`),
    sources: [],
    claims: [2, 20, 21, 39].map((index) => ({ words: `${index + 1} ${hebrew.slice(0, 70)}` })),
  },
};

for (const [direction, check] of Object.entries(checks)) {
  test.describe(`a ${direction} article`, () => {
    test.use({ article: check });

    test('J and K open the card of a claim in every window, and the words that it is about stay in view', async ({
      stet,
    }) => {
      for (const [width, height, factor] of [
        [500, 700, 1],
        [760, 520, 1],
        [1200, 800, 1],
        [1200, 800, 2],
      ] as const) {
        await stet.zoom(1);
        await stet.resize(width, height);
        await stet.zoom(factor);
        for (const key of ['j', 'j', 'j', 'j', 'k', 'k', 'k']) {
          await stet.press(key);
          await expectWordsInView(stet);
        }
        // After the drawer was closed, the next claim opens its card again.
        await stet.press('Escape', 'j');
        await expectWordsInView(stet);
      }
      // The window becomes narrow while a card is shown.
      await stet.zoom(1);
      await stet.resize(760, 520);
      await stet.resize(500, 600);
      await expectWordsInView(stet);
    });
  });
}

test.describe('in a narrow window', () => {
  test.use({ article: checks['left-to-right'] });

  test('words beside a claim can be selected by a double click while its card is shown', async ({ stet }) => {
    for (const [width, height] of [
      [760, 520],
      [500, 700],
    ] as const) {
      await stet.resize(width, height);
      await stet.press('j', 'j');
      await expectWordsInView(stet);
      // The end of the paragraph is not part of the claim.
      const { end } = await stet.article.locateWords(longReadParagraphs[30] ?? '');
      await stet.page.mouse.click(end.x - 24, end.y, { clickCount: 2, delay: 60 });
      await stet.article.expectSelection('lines');
      await stet.press('Escape', 'Escape', 'Escape', 'k');
    }
  });
});
