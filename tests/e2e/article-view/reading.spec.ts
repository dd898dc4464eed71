import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { longReadParagraphs, longReadText, longReadTitle } from '../support/articles/long-read.ts';
import type { Stet } from '../support/electron/stet.ts';

test.use({ article: longReadText });

/** The distance of a paragraph from the top of the window, in physical pixels. */
function measureTop(stet: Stet, number: number): Promise<number> {
  return stet.article.text
    .getByText(`Paragraph ${number} tells`)
    .evaluate((block) => block.getBoundingClientRect().top * devicePixelRatio);
}

/** Checks that a paragraph is in place again after an action, and stays there. It may move a little when a line is no longer cut off. */
async function expectInPlaceDuring(stet: Stet, number: number, act: () => Promise<unknown>): Promise<void> {
  await waitUntilRecorded(stet);
  const before = await measureTop(stet, number);
  await act();
  await expect.poll(async () => Math.abs((await measureTop(stet, number)) - before)).toBeLessThan(6);
  await stet.article.waitUntilSettled();
  expect(Math.abs((await measureTop(stet, number)) - before)).toBeLessThan(6);
}

/** Presses a key that changes the text size. */
async function changeTextSize(stet: Stet, key: string): Promise<void> {
  const readSize = () =>
    stet.article.text
      .getByText('Paragraph 40 tells')
      .evaluate((block) => Number.parseFloat(getComputedStyle(block).fontSize));
  const before = await readSize();
  await stet.press(key);
  await expect.poll(readSize).not.toBe(before);
}

/** Zooms the window, which has a width at 100 %, in CSS pixels. */
async function zoom(stet: Stet, factor: number, usualWidth: number): Promise<void> {
  await stet.zoom(factor);
  const measureDifference = () =>
    stet.page.evaluate(([to, width]) => Math.abs(innerWidth * to - width), [factor, usualWidth] as const);
  await expect.poll(measureDifference).toBeLessThan(2);
}

/** The reading positions in the newest article, by draft, as the app stores them. */
const readPositions = (stet: Stet): Promise<[draftId: string, offset: number][]> =>
  stet.page.evaluate(() => {
    const stored = JSON.parse(localStorage.getItem('reading-places') ?? '{}');
    const byArticle: Record<string, Record<string, number>> = stored.state?.places ?? {};
    return Object.entries(Object.values(byArticle).at(-1) ?? {});
  });

/**
 * Waits until the app has recorded the line being read, which it does by a timer after the last scroll, click or hold. A timer that
 * is set later and lasts longer ends after it, however busy the machine is.
 */
async function waitUntilRecorded(stet: Stet): Promise<void> {
  await stet.article.waitUntilSettled();
  const longerThanAppsMs = 200;
  await stet.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), longerThanAppsMs);
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
  await expectInPlaceDuring(stet, 40, () => changeTextSize(stet, 'Control+='));
  await expectInPlaceDuring(stet, 40, async () => {
    await changeTextSize(stet, 'Control+-');
    await changeTextSize(stet, 'Control+-');
  });
  await expectInPlaceDuring(stet, 40, () => changeTextSize(stet, 'Control+0'));
  await expectInPlaceDuring(stet, 40, () => zoom(stet, 1.44, 1000));
  await expectInPlaceDuring(stet, 40, () => zoom(stet, 1, 1000));

  // After scrolling away from the click, the first line in view is the one being read.
  await article.scrollBy(1_500);
  await waitUntilRecorded(stet);
  const first = await page.evaluate(() => {
    const view = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    const blocks = [...document.querySelectorAll('[data-start]')];
    return blocks.findIndex((block) => block.getBoundingClientRect().top >= (view?.top ?? 0));
  });
  await expectInPlaceDuring(stet, first, () => stet.resize(1280, 800));
  await stet.goToLibrary();
  await stet.library.open(longReadTitle);
  await expect(article.text.getByText(`Paragraph ${first} tells`)).toBeInViewport();
  expect(await measureTop(stet, first)).toBeLessThan(300);

  // A draft with less text before the reading position.
  await stet.chooseMenuItem('File', 'Paste draft…');
  await stet.pasteDraftDialog.submitText([longReadTitle, ...longReadParagraphs.slice(20)].join('\n\n'));
  await stet.newDraft.accept();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(article.text.getByText(`Paragraph ${first} tells`)).toBeInViewport();

  // At the top of one draft, the other draft opens at its top too, whatever its own last position was.
  await article.scrollBy(-100_000);
  const headline = article.text.getByRole('heading', { name: longReadTitle });
  await expect(headline).toBeInViewport();
  // The top of a draft is recorded by having no position.
  await expect.poll(async () => (await readPositions(stet)).length).toBe(1);
  await stet.chooseMenuItem('File', 'Drafts…');
  await stet.drafts.button('Show draft 1').click();
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await expect(headline).toBeInViewport();
  await article.main.getByRole('button', { name: 'Back to draft 2' }).click();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(headline).toBeInViewport();
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
    // The text size holds a line too, and would hold another one than that of the match until here.
    await stet.article.waitUntilSettled();
    await expect(stet.article.text.getByText(words)).toBeInViewport();
  }
});
