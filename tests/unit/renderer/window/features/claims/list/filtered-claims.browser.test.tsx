import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { commands } from '#renderer/window/app/commands/commands.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

/** Turns a filter of the menu on, such as "No source" in "Evidence". */
async function toggleFilter(label: string, facet: string): Promise<void> {
  await page.getByRole('button', { name: /^Filter( \d+)?$/ }).click();
  await page.getByRole('menuitem', { name: facet }).click();
  await page.getByRole('menuitemcheckbox', { name: new RegExp(`^${label} \\d+$`) }).click();
  await press('{Escape}', '{Escape}');
}

const listed = (...words: string[]) =>
  expect.poll(claims.texts).toEqual(words.map((each) => expect.stringContaining(each)));

test('filters of different kinds are combined, of the same kind added, and an empty list offers to clear them', async () => {
  await openWindow(ferryCheck);
  await toggleFilter('A study of ferries', 'Source');
  await listed('€40 million');
  await toggleFilter('Opening notice', 'Source');
  await listed('built in 1986', '€40 million');
  await page.getByRole('searchbox', { name: 'Filter by text' }).fill('TAX');
  await listed('€40 million');
  await page.getByRole('button', { name: /^Disputed \d+$/ }).click();
  await listed();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => claims.texts().length).toBe(5);
  await toggleFilter('the harbour office', 'Stated by');
  await listed('1.2 million');
});

test('the list is sorted by verdict', async () => {
  await openWindow(ferryCheck);
  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Verdict', exact: true }).click();
  await press('{Escape}');
  await expect.poll(() => claims.texts().at(0)).toContain('€40 million');
  expect(claims.texts().at(-1)).toContain('Tickets');
});

test('a new claim that the filter would hide is listed as not in the filter, until another claim is the current one', async () => {
  await openWindow(ferryCheck);
  const countAdded = () => claims.texts().filter((text) => text.includes('not in the filter'));
  await page.getByRole('button', { name: /^Disputed \d+$/ }).click();
  await selectWords('ferry');
  await press('c');
  await expect.poll(countAdded).toHaveLength(1);
  await press('v');
  await expect.poll(countAdded).toEqual([expect.stringContaining('Verified')]);
  await claims.row('1.2 million').click();
  await expect.poll(countAdded).toEqual([]);

  await selectWords('harbour office');
  await press('c');
  await expect.poll(countAdded).toHaveLength(1);
  await page.getByRole('button', { name: /^Unchecked \d+$/ }).click();
  await expect.element(claims.row('harbour office')).toBeVisible();
  await expect.poll(countAdded).toEqual([]);
});

test('claims are coloured by their source instead of their verdict, and keep the line and the sign of their verdict', async () => {
  await openWindow(ferryCheck);
  onTestFinished(() => {
    if (page.getByRole('region', { name: 'Colours of the sources' }).query()) commands.toggleColoring();
  });
  const mark = () => {
    const found = document.querySelector('[aria-description^="Claim 1,"]');
    if (!found) throw new Error('claim 1 is not marked');
    return getComputedStyle(found);
  };
  const { textDecorationColor: before, textDecorationStyle: line } = mark();
  commands.toggleColoring();
  await expect.poll(() => mark().textDecorationColor).not.toBe(before);
  expect(mark().textDecorationStyle).toBe(line);
  await expect.element(claims.row('1.2 million')).toHaveTextContent('✗');
  const legend = page.getByRole('region', { name: 'Colours of the sources' });
  await expect.element(legend.getByRole('listitem').first()).toHaveTextContent('1Harbour statistics 2019');
  await expect.element(legend.getByRole('listitem').last()).toHaveTextContent(/No source.*2 claims/);
  commands.toggleColoring();
  await expect.poll(() => mark().textDecorationColor).toBe(before);
});
