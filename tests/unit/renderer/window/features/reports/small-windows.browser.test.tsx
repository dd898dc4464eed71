import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commands } from '#renderer/window/app/commands/commands.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { chooseExamples } from '#tests/unit/effort.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

const preview = {
  shown: { text: 'The ferry carried 1.2 million people.' },
  claimCount: 5,
  confidentialCount: 1,
  leaks: [],
  missing: [],
};

const dialog = () => page.getByRole('dialog', { name: 'Export report' });

/** The choices and buttons of the dialog that are not inside the window after scrolling, or that something covers. */
function findUnreachable(): string[] {
  const isReachable = (control: Element) => {
    control.scrollIntoView({ block: 'nearest' });
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isInside = left >= 0 && right <= innerWidth + 1;
    return isInside && (control.contains(hit) || hit?.contains(control) === true);
  };
  const choices = 'label:has(input:is([type="radio"], [type="checkbox"])), button';
  return [...dialog().element().querySelectorAll(choices)]
    .filter((control) => control.checkVisibility() && !isReachable(control))
    .map(({ textContent }) => textContent ?? '');
}

/** Texts of the dialog that are wider than the room they have. */
const findCutTexts = () =>
  [...dialog().element().querySelectorAll('label, p, button, legend, small')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
    .map(({ textContent }) => textContent ?? '');

async function chooseOther(format: string): Promise<void> {
  await dialog().getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: 'Other' }).click();
  // By the keyboard: scrolling, as before a click, closes the list.
  dialog()
    .getByRole('button', { name: /Other format$/ })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('option', { name: format }).click();
}

// A zoom of 200 % is a window of half the size.
const sizes = [
  ['the smallest window at 200 %', 320, 240],
  ['a zoom of 200 %', 640, 400],
  ['a window of 640 by 480', 640, 480],
] as const;
test.each(chooseExamples(sizes, 1))(
  'in %s every choice of an export can be reached, and nothing is cut',
  async (_, width, height) => {
    await page.viewport(width, height);
    onTestFinished(() => page.viewport(1280, 800));
    await openWindow(ferryCheck, {
      'report.choices': () => ({ choices: defaultReportChoices }),
      'report.previewBeginning': () => null,
      'report.preview': () => preview,
    });
    commands.export();
    await expect.element(dialog()).toBeVisible();
    for (const format of ['Word', 'PDF', 'ClaimReview'] as const) {
      if (format === 'ClaimReview') await chooseOther(format);
      else
        await dialog()
          .getByRole('radiogroup', { name: 'Format' })
          .getByRole('radio', { name: format })
          .click();
      const options = dialog().getByRole('button', { name: /^More options/ });
      if (options.element().getAttribute('aria-expanded') === 'false') await options.click();
      // A ClaimReview is public, so there is nothing to choose.
      for (const reader of format === 'ClaimReview' ? [] : ['Public', 'Editor', 'Legal']) {
        await dialog().getByRole('radiogroup', { name: 'For' }).getByRole('radio', { name: reader }).click();
        await waitForLayout();
        expect(findCutTexts(), `${format} for ${reader}`).toEqual([]);
        await expect.poll(findUnreachable).toEqual([]);
      }
      expect(findCutTexts(), format).toEqual([]);
      await expect.poll(findUnreachable).toEqual([]);
    }
  },
);
