import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press } from '#tests/unit/renderer/support/parts-of-window.ts';

const list = () => page.getByRole('navigation', { name: 'Sources' });
const card = () => page.getByRole('region', { name: 'Source', exact: true });
/** The titles of the listed sources by their beginnings. */
const titles = () =>
  list()
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => /^(?:Harbour|Opening|A study|Edda|The owner)/.exec(textContent ?? '')?.[0]);

async function sortBy(order: string): Promise<void> {
  await list().getByRole('button', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: order }).click();
}

test('the list of sources is searched and sorted, and leads to the claims of each source', async () => {
  await openWindow(ferryCheck);
  await press('l');
  await expect.poll(titles).toEqual(['A study', 'Edda', 'Harbour', 'Opening', 'The owner']);
  await expect.element(list()).toHaveTextContent('5 sources');
  await sortBy('Place in the article');
  await expect.poll(titles).toEqual(['Harbour', 'The owner', 'Opening', 'A study', 'Edda']);
  const search = list().getByRole('textbox', { name: 'Search sources' });
  for (const [words, found] of [
    ['bo keld', ['Harbour']],
    ['harbour.example/2019', ['Harbour']],
    ['harbour news', ['Opening']],
    ['nowhere', []],
  ] as const) {
    await search.fill(words);
    await expect.poll(titles).toEqual(found);
  }
  await expect.element(list()).toHaveTextContent('No matching sources.');
  await search.fill('');
  await list()
    .getByRole('button', { name: /^Claim 3\b/ })
    .first()
    .click();
  await expect.element(page.getByRole('heading', { name: 'Claim 3' })).toBeVisible();
});

test('a source is called neither reliable nor anything else, and a withdrawn one asks for a re-check of its claims', async () => {
  const main = await openWindow(ferryCheck);
  await press('l');
  await list().getByRole('button', { name: 'A study of ferries' }).click();
  const standing = (name: string) =>
    card().getByRole('radiogroup', { name: 'Problem with the source' }).getByRole('radio', { name });
  await expect.element(standing('None noted')).toBeChecked();
  expect(document.body.textContent).not.toMatch(/reliable|\bgood\b/i);
  await standing('Withdrawn').click();
  await card().getByRole('textbox', { name: 'Why is it withdrawn?' }).fill('Its table 4 was wrong.');
  await card().getByRole('button', { name: 'Mark as withdrawn' }).click();
  await expect.element(list()).toHaveTextContent(/A study of ferries.*Withdrawn/);
  await press('l');
  await claims.row('€40 million').click();
  await expect
    .element(page.getByRole('region', { name: /^Claim \d+$/ }))
    .toHaveTextContent(/“A study of ferries” was withdrawn on .*: Its table 4 was wrong\./);
  await expect.element(claims.row('€40 million')).toHaveTextContent('Re-check');
  // Confirming the verdict of the claim accepts the withdrawal.
  await page.getByRole('button', { name: 'Confirm verified' }).click();
  await expect.element(claims.row('€40 million')).toHaveTextContent('Verified');
  expect(main.changes.map(({ action }) => action)).toHaveLength(2);
});
