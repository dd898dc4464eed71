import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ article: ferryText });

test('panels can be hidden, shown and resized by mouse and keys, and stay like this after a restart', async ({
  stet,
}) => {
  const { page, status, claims } = stet;
  const separator = page.getByRole('separator', { name: 'Width of the claims panel' });
  const measureWidth = async () => Math.round((await claims.nav.boundingBox())?.width ?? 0);
  const before = await measureWidth();

  await separator.press('ArrowRight');
  await expect.poll(measureWidth).toBe(before + 24);
  const line = await separator.boundingBox();
  if (!line) throw new Error('the separator is not on the screen');
  const middle = { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 40, middle.y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(measureWidth).toBe(before + 64);
  // No separator covers the scrollbar beside it.
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll('[data-scroller], nav[aria-label="Claims"]')].filter((scroller) => {
      const { right, top, height } = scroller.getBoundingClientRect();
      return document.elementFromPoint(right - 2, top + height / 2)?.matches('[role="separator"]');
    }),
  );
  expect(covered).toHaveLength(0);
  await status.button('Hide card').click();
  await expect(page.getByRole('complementary', { name: 'Claim panel' })).toBeHidden();

  await stet.restart();
  await stet.library.open(ferryTitle);
  const { width } = (await stet.claims.nav.boundingBox()) ?? { width: 0 };
  expect(Math.round(width)).toBe(before + 64);
  await expect(stet.status.button('Show card')).toBeVisible();
  await stet.article.select('1.2 million people');
  await stet.press('c', 'Enter');
  await expect(stet.card.note).toBeFocused();
});

test('in a small or zoomed window every button can be clicked, and an empty card does not cover the article', async ({
  stet,
}) => {
  const { page, status } = stet;
  /** Whether a click in the middle of the control reaches it after scrolling. */
  const isClickable = async (control: Locator) => {
    await control.scrollIntoViewIfNeeded();
    return control.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
  };
  const expectButtonsClickable = async (container: Locator) => {
    for (const button of await container.getByRole('button').filter({ visible: true }).all()) {
      await expect.poll(() => isClickable(button), String(button)).toBe(true);
    }
  };
  await stet.resize(700, 600);
  for (const factor of [1, 2, 3]) {
    await stet.zoom(factor);
    await expectButtonsClickable(page.getByRole('banner'));
    await expectButtonsClickable(page.getByRole('contentinfo'));
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await expectButtonsClickable(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    await stet.press('Escape', 'Control+e');
    await expectButtonsClickable(stet.exportDialog.dialog);
    await stet.press('Escape');
    await expect(stet.exportDialog.dialog).toBeHidden();
    await expect(page.getByRole('complementary')).toHaveCount(0);
    await expect(status.button('Show card')).toBeDisabled();
  }
  await stet.zoom(1);
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await status.button('Show card').click();
  await expect(stet.card.card).toBeVisible();
  await stet.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);

  // A claim chosen in the drawer of the lists opens its card. One Escape closes the drawer over the article.
  await status.button('Show lists').click();
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.card).toBeVisible();
  await expect(stet.claims.nav).toBeHidden();
  await status.button('Show lists').click();
  await stet.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});
