import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

const dialog = () => page.getByRole('dialog', { name: 'Command palette' });

/** Opens the palette by its key and types into it. */
async function search(words: string): Promise<void> {
  await press('{Control>}k{/Control}');
  await expect.element(dialog().getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard(words);
}

test('the note of the current claim takes the text that is typed after its action', async () => {
  await openWindow(ferryCheck);
  await claims.row('1.2 million people').click();
  await search('write a note');
  await press('{Enter}');
  await expect.poll(() => document.activeElement).toHaveProperty('value', 'The port says 1.1 million.');
});

test('words that were selected before are marked by the action', async () => {
  const main = await openWindow(ferryCheck);
  await selectWords('3 May');
  await search('mark as claim');
  await press('{Enter}');
  await expect.poll(() => main.review.claims.size).toBe(6);
});
