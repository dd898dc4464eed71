import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';

test.use({ article: ferryText });

test('the panels are hidden, shown, made wider with mouse and keys, and stay so', async ({ stet }) => {
  const { page, status, claims } = stet;
  const border = page.getByRole('separator', { name: 'Width of the claims panel' });
  const widthOfClaims = async () => Math.round((await claims.nav.boundingBox())?.width ?? 0);
  const before = await widthOfClaims();

  await border.press('ArrowRight');
  await expect.poll(widthOfClaims).toBe(before + 24);
  const line = await border.boundingBox();
  if (!line) throw new Error('the border is not on the screen');
  const middle = { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 40, middle.y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(widthOfClaims).toBe(before + 64);
  // Neither border lies over a scrollbar beside it.
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

test('in a small or enlarged window every button is reached, and an empty card leaves the article free', async ({
  stet,
}) => {
  const { page, status } = stet;
  const zoom = (factor: number) =>
    stet.app.evaluate(
      ({ BrowserWindow }, zoomFactor) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoomFactor),
      factor,
    );
  /** Whether a press in the middle of the control meets it, once it was scrolled to. */
  const isHit = async (control: Locator) => {
    await control.scrollIntoViewIfNeeded();
    return control.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
  };
  const everyButton = async (within: Locator) => {
    for (const button of await within.getByRole('button').filter({ visible: true }).all()) {
      await expect.poll(() => isHit(button), String(button)).toBe(true);
    }
  };
  await stet.resize(700, 600);
  for (const factor of [1, 2, 3]) {
    await zoom(factor);
    await everyButton(page.getByRole('banner'));
    await everyButton(page.getByRole('contentinfo'));
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await everyButton(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    await stet.press('Escape', 'Control+e');
    await everyButton(stet.exportDialog.dialog);
    await stet.press('Escape');
    await expect(stet.exportDialog.dialog).toBeHidden();
    await expect(page.getByRole('complementary')).toHaveCount(0);
    await expect(status.button('Show card')).toBeDisabled();
  }
  await zoom(1);
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await status.button('Show card').click();
  await expect(stet.card.card).toBeVisible();
  await stet.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);

  // In the drawer of the lists, choosing a claim brings its card; one Escape closes what lies over the article.
  await status.button('Show lists').click();
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.card).toBeVisible();
  await expect(stet.claims.nav).toBeHidden();
  await status.button('Show lists').click();
  await stet.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});
