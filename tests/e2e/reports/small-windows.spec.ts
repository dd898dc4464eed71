import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';
import type { Stet } from '../support/electron/stet';

test.use({ reviewer: 'Ada Brinnekamp', article: ferryCheck, stetOwnProcess: true });

const zoom = (stet: Stet, factor: number) =>
  stet.app.evaluate(
    ({ BrowserWindow }, zoomFactor) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoomFactor),
    factor,
  );

/** Whether a control is inside the window after scrolling, and nothing covers its middle. */
async function isReachable(control: Locator): Promise<boolean> {
  await control.scrollIntoViewIfNeeded();
  return control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isInside = left >= 0 && right <= innerWidth + 1;
    return isInside && (element.contains(hit) || hit?.contains(element) === true);
  });
}

/** Texts of the dialog that are wider than the room they have. */
function findCutTexts(dialog: Locator): Promise<string[]> {
  return dialog.evaluate((element) =>
    Array.from(element.querySelectorAll('label, p, button, legend, small'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
      .map(({ textContent }) => textContent ?? ''),
  );
}

const windows = [
  { name: 'a window of 640 by 480', width: 640, height: 480, factor: 1 },
  { name: 'a zoom of 200 %', width: 1280, height: 800, factor: 2 },
  { name: 'the smallest window at 200 %', width: 640, height: 480, factor: 2 },
] as const;

for (const { name, width, height, factor } of windows)
  test(`in ${name} every choice of an export can be reached, and nothing is cut`, async ({ stet }) => {
    const { exportDialog } = stet;
    const { dialog } = exportDialog;
    await stet.resize(width, height);
    await zoom(stet, factor);
    await exportDialog.open();
    for (const format of ['Word', 'PDF', 'ClaimReview'] as const) {
      await exportDialog.chooseFormat(format);
      await exportDialog.openOptions();
      // A ClaimReview is public, so there is nothing to choose.
      const readers = format === 'ClaimReview' ? [] : (['Editor', 'Legal'] as const);
      for (const reader of ['Public', ...readers] as const) {
        if (format !== 'ClaimReview') await exportDialog.reader(reader).click();
        await exportDialog.waitForPreview();
        expect(await findCutTexts(dialog), `${format} for ${reader}`).toEqual([]);
        for (const role of ['radio', 'checkbox', 'button'] as const)
          for (const control of await dialog.getByRole(role).filter({ visible: true }).all())
            await expect
              .poll(() =>
                isReachable(control.locator('xpath=ancestor-or-self::*[self::label or self::button][1]')),
              )
              .toBe(true);
        await expect.poll(() => isReachable(exportDialog.save)).toBe(true);
      }
    }
    await zoom(stet, 1);
  });
