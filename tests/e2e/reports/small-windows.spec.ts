import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';
import type { Stet } from '../support/electron/stet';

test.use({ reviewer: 'Ada Brinnekamp', article: ferryCheck, stetOwnProcess: true });

const zoom = (stet: Stet, factor: number) =>
  stet.app.evaluate(
    ({ BrowserWindow }, zoomFactor) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().endsWith('bundle/index.html'))
        ?.webContents.setZoomFactor(zoomFactor),
    factor,
  );

/** The choices and buttons of the dialog that are not inside the window after scrolling, or that something covers. */
function findUnreachable(dialog: Locator): Promise<string[]> {
  return dialog.evaluate((element) => {
    const isReachable = (control: Element) => {
      control.scrollIntoView({ block: 'nearest' });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isInside = left >= 0 && right <= innerWidth + 1;
      return isInside && (control.contains(hit) || hit?.contains(control) === true);
    };
    const choices = 'label:has(input:is([type="radio"], [type="checkbox"])), button';
    return Array.from(element.querySelectorAll(choices))
      .filter((control) => control.checkVisibility() && !isReachable(control))
      .map(({ textContent }) => textContent ?? '');
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

const windows = [{ name: 'the smallest window at 200 %', width: 640, height: 480, factor: 2 }] as const;

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
        await expect.poll(() => findUnreachable(dialog)).toEqual([]);
      }
    }
    await zoom(stet, 1);
  });
