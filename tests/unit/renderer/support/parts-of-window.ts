import { page, userEvent } from 'vitest/browser';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { selectText } from '#renderer/window/state/view/navigate.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { waitForLayout } from './rows.ts';

/** Presses keys one after another, each named as in `userEvent.keyboard`. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await userEvent.keyboard(key);
    await waitForLayout();
  }
}

/** The list of claims, and its parts. */
export const claims = {
  nav: () => page.getByRole('navigation', { name: 'Claims' }),
  rows: () => claims.nav().getByRole('row').getByRole('button'),
  row: (words: string | RegExp) => claims.rows().filter({ hasText: words }),
  selectedCount: () =>
    document.querySelectorAll('nav[aria-label="Claims"] [role="row"][aria-selected="true"]').length,
  /** The words of each row that is shown. */
  texts: () =>
    claims
      .rows()
      .elements()
      .map(({ textContent }) => textContent ?? ''),
  /** Presses an entry of a menu of the bar, such as "Verified" in "Verdict". */
  choose: async (menu: string, entry: string) => {
    await claims
      .nav()
      .getByRole('region', { name: 'Selected claims' })
      .getByRole('button', { name: menu })
      .click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
    await waitForLayout();
  },
};

/** Selects the first occurrence of the words in the article. */
export async function selectWords(words: string): Promise<void> {
  const start = currentSession()?.draft.text.indexOf(words) ?? -1;
  if (start === -1) throw new Error(`the article does not say "${words}"`);
  focusMainArea();
  selectText({ start, end: start + words.length });
  await waitForLayout();
}
