import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commands } from '#renderer/window/app/commands/commands.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press } from '#tests/unit/renderer/support/parts-of-window.ts';

const panel = () => page.getByRole('complementary', { name: 'Claim panel' });
const input = () => panel().getByRole('combobox', { name: 'Add a tag' });
const listChips = () =>
  panel()
    .getByRole('list', { name: 'Tags' })
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);
const countInList = (tag: string) => claims.nav().getByText(tag).elements().length;

/** Types the name of a tag, presses Enter, and closes the list, which hides the rest of the page from screen readers. */
async function addTag(name: string): Promise<void> {
  await press('g');
  await expect.element(input()).toHaveFocus();
  await input().fill(name);
  await press('{Enter}');
  for (let presses = 0; presses < 3 && document.activeElement === input().query(); presses += 1)
    await press('{Escape}');
}

test('a claim gets tags by keyboard, which its row and the filter show; any case finds a tag again', async () => {
  await openWindow(ferryCheck);
  await claims.row('Tickets').click();
  await press('g');
  await expect.element(input()).toHaveFocus();
  await userEvent.keyboard('Legal');
  await press('{Tab}');
  await panel().getByRole('radio', { name: 'Blue' }).click();
  await panel().getByRole('button', { name: 'Create tag' }).click();
  await expect.poll(listChips).toEqual(['Legal']);
  await expect.element(claims.row('Tickets')).toHaveTextContent('Legal');

  await claims.row('eleven minutes').click();
  await addTag('legal');
  await expect.poll(listChips).toEqual(['Legal']);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tag' }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Legal \d+$/ }).click();
  await press('{Escape}', '{Escape}');
  await expect.poll(() => claims.texts().length).toBe(2);
  await page.getByRole('button', { name: 'Remove filter Legal' }).click();
  await expect.poll(() => claims.texts().length).toBe(5);

  await claims.row('eleven minutes').click();
  await panel().getByRole('button', { name: 'Remove tag Legal' }).click();
  await expect.element(claims.row('eleven minutes')).not.toHaveTextContent('Legal');
  await press('{Escape}', '{Control>}z{/Control}');
  await expect.element(claims.row('eleven minutes')).toHaveTextContent('Legal');
});

test('several claims are tagged at once, and tags are renamed, coloured and deleted, each as one step', async () => {
  const main = await openWindow(ferryCheck);
  await claims.row('1.2 million').click();
  await claims.row('€40 million').click({ modifiers: ['Shift'] });
  await addTag('Numbers');
  await expect.poll(() => countInList('Numbers')).toBe(3);
  expect(main.changes).toHaveLength(1);
  await press('{Escape}');
  await claims.row('€40 million').click();
  await claims.row('eleven minutes').click({ modifiers: ['Control'] });
  await expect.poll(listChips).toEqual([expect.stringContaining('Numbers (1 of 2)')]);
  await claims.choose('Tag', 'Numbers');
  await expect.poll(() => countInList('Numbers')).toBe(4);
  await claims.choose('Tag', 'Remove “Numbers”');
  await expect.poll(() => countInList('Numbers')).toBe(2);

  commands.manageTags();
  const dialog = page.getByRole('dialog', { name: 'Tags' });
  await expect.element(dialog).toHaveTextContent('2 claims');
  await dialog.getByRole('radio', { name: 'Purple' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Figures');
  await press('{Enter}');
  await expect
    .poll(() => [...main.review.tags.values()])
    .toMatchObject([{ name: 'Figures', color: 'purple' }]);
  const steps = main.changes.length;
  await dialog.getByRole('button', { name: 'Delete tag Figures' }).click();
  await expect.element(dialog).toHaveTextContent('No tags yet.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByText('deleted from 2 claims')).toBeVisible();
  await expect.poll(() => main.changes.length).toBe(steps + 1);
  await press('{Control>}z{/Control}');
  await expect.poll(() => countInList('Figures')).toBe(2);
});
