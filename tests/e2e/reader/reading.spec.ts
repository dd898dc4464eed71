import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { longReadParagraphs, longReadText, longReadTitle } from '../support/articles/long-read';
import type { Stet } from '../support/electron/stet';

test.use({ article: longReadText });

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
  await expectInPlaceDuring(stet, 40, () => stet.zoom(1.44));
  await expectInPlaceDuring(stet, 40, () => stet.zoom(1));

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
  await page.waitForTimeout(200);
  await stet.chooseMenuItem('File', 'Drafts…');
  await stet.drafts.button('Show draft 1').click();
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await expect(headline).toBeInViewport();
  await article.main.getByRole('button', { name: 'Back to draft 2' }).click();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(headline).toBeInViewport();
});

test('a match is in view when find goes to it while the text size changes', { tag: '@core' }, async ({
  stet,
}) => {
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
