import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

const field = () => page.getByRole('searchbox', { name: 'Find', exact: true });
const results = () => page.getByRole('listbox', { name: 'Results' });
const group = (name: string) => results().getByRole('group', { name });
const active = () => results().getByRole('option', { selected: true });
/** By its tag, whose role the locators do not know. */
const expectCount = (text: string) =>
  expect.poll(() => document.querySelector('search :is(output, [role="status"])')?.textContent).toBe(text);
const pressButton = (label: string) => {
  const buttons = [...document.querySelectorAll<HTMLElement>('search button')];
  buttons.find((button) => (button.ariaLabel ?? button.textContent)?.startsWith(label))?.click();
};
const article = () => page.getByRole('main', { name: 'Article' });
const hasArticleFocus = () => document.activeElement?.closest('[data-scroller]') !== null;

const isInView = (words: string) => {
  const box = article().getByText(words).element().getBoundingClientRect();
  return box.bottom > 60 && box.top < innerHeight - 30;
};

const filler = Array.from({ length: 60 }, (_, index) => `Filler paragraph ${index + 1}. It is short.`);
const long = {
  title: 'Harbours',
  sources: [],
  claims: [],
  paragraphs: ['The Harbour is old.', ...filler, 'The last harbour.'],
};

test('find counts the matches in the article and goes to the next and the previous one', async () => {
  await openWindow(long);
  await press('/');
  await expect.element(field()).toHaveFocus();
  await field().fill('harbour');
  await expectCount('1 of 2');
  // Enter goes to the next match, and the focus stays in the field.
  await press('{Enter}');
  await expectCount('2 of 2');
  await expect.element(field()).toHaveFocus();
  await expect.poll(() => isInView('The last harbour.')).toBe(true);
  // Escape returns to the article with the match selected. There, Enter goes on from it.
  await press('{Escape}');
  await expect.poll(hasArticleFocus).toBe(true);
  await expect.poll(() => String(getSelection())).toBe('harbour');
  await press('{Shift>}{Enter}{/Shift}');
  await expectCount('1 of 2');
  await expect.poll(() => String(getSelection())).toBe('Harbour');
  await expect.poll(() => isInView('The last harbour.')).toBe(false);
  pressButton('Next');
  await expectCount('2 of 2');
  pressButton('Previous');
  await expectCount('1 of 2');
  await press('{F3}');
  await expectCount('2 of 2');
  await field().fill('harbor');
  await expectCount('Not in the text');
  await field().fill('הנמל');
  await expect.poll(() => getComputedStyle(field().element()).direction).toBe('rtl');
  await field().fill('');
  await press('{Escape}');
  await expect.poll(hasArticleFocus).toBe(true);
});

test('a match can be marked as a claim', async () => {
  const main = await openWindow(long);
  await press('/');
  await field().fill('last harbour');
  await expectCount('1 of 1');
  await press('{Escape}', 'v');
  await expect.poll(() => [...main.review.claims.values()]).toMatchObject([{ verdict: 'verified' }]);
});

test('letters that are typed after Enter in Find go into the field, and set no verdict', async () => {
  const main = await openWindow(long);
  await selectWords('old');
  await press('d');
  await press('/');
  await userEvent.keyboard('harbour');
  await press('{Enter}', '{Shift>}{Enter}{/Shift}');
  await userEvent.keyboard('vxdu');
  await expect.element(field()).toHaveValue('harbourvxdu');
  expect([...main.review.claims.values()]).toMatchObject([{ verdict: 'disputed' }]);
});

const grouped = {
  title: 'The harbour',
  paragraphs: [
    'The harbour opened in 1911.',
    ...Array.from({ length: 6 }, (_, index) => `Ship ${index + 1} came to the harbour.`),
    'The mole was built later.',
  ],
  sources: [{ title: 'Harbour records', author: 'Port of Leith' }, { title: 'Tide tables' }],
  claims: [
    { words: 'opened in 1911', note: 'The harbour master says so.', evidence: [{ source: 0 }] },
    {
      words: 'The mole',
      correction: 'The harbour wall',
      evidence: [{ source: 1, quote: 'Low water at the harbour' }],
    },
  ],
};

test('find lists what is found in the article, claims, notes, corrections and sources, and opens it', async () => {
  await openWindow(grouped);
  await press('/');
  await field().fill('HARBOUR');
  await expectCount('1 of 7');
  for (const name of ['Article 7', 'Notes 1', 'Corrections 1', 'Sources 2'])
    await expect.element(group(name)).toBeVisible();
  expect(group('Article 7').getByRole('option').elements()).toHaveLength(4);

  // The focus stays in the field, where screen readers announce the active result.
  await press('{ArrowUp}');
  await expect.element(active()).toHaveTextContent('Low water at the harbour');
  expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(active().element().id);
  await expect.element(field()).toHaveFocus();
  await press('{ArrowUp}');
  await expect.element(active()).toHaveTextContent('Harbour records');
  await press('{Enter}');
  await expect.element(page.getByRole('complementary').getByText('Port of Leith')).toBeVisible();
  await expect.element(results()).not.toBeInTheDocument();

  await press('{Control>}f{/Control}');
  await press('{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowDown}');
  await expect.element(active()).toHaveTextContent('Show 4 more results');
  await press('{Enter}');
  await expect.poll(() => group('Article 7').getByRole('option').elements().length).toBe(7);
  await group('Notes 1').getByRole('option').click();
  await expect.poll(() => document.activeElement).toHaveProperty('value', 'The harbour master says so.');
});

test('Escape comes back from the results, then to the article with the match selected, and then clears the field', async () => {
  await openWindow(grouped);
  await press('/');
  await field().fill('harbour');
  await press('{ArrowDown}');
  await expect.element(active()).toBeVisible();
  await press('{Escape}');
  await expect.element(active()).not.toBeInTheDocument();
  await expect.element(field()).toHaveFocus();
  await press('{Escape}');
  await expect.poll(() => String(getSelection())).toBe('harbour');
  await expect.element(results()).not.toBeInTheDocument();
  await press('{Escape}');
  await expect.element(field()).toHaveValue('');

  // A match of the list is gone to as by Enter, and Enter goes on from there.
  await press('/');
  await field().fill('harbour');
  await press('{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{Enter}');
  await expectCount('3 of 7');
  await press('{Enter}');
  await expectCount('4 of 7');
});

test('the results are below the field, and Escape ends the search after the reviewer went on in the article', async () => {
  await openWindow(grouped);
  await press('/');
  await field().fill('harbour');
  await expect.element(results()).toBeVisible();
  const [fieldBox, listBox] = [field(), results()].map((part) => part.element().getBoundingClientRect());
  if (!fieldBox || !listBox) throw new Error('the field or its results are not shown');
  expect(listBox.top).toBeGreaterThanOrEqual(fieldBox.bottom);
  expect(listBox.left).toBeLessThanOrEqual(fieldBox.left);
  expect(listBox.right).toBeGreaterThanOrEqual(fieldBox.right);
  await press('{Escape}');
  await selectWords('built later');
  const listHighlights = () => [...CSS.highlights.keys()].filter((name) => name.startsWith('found')).sort();
  expect(listHighlights()).toEqual(['found', 'found-current']);
  await press('{Escape}', '{Escape}');
  await expect.element(field()).toHaveValue('');
  await expect.poll(listHighlights).toEqual([]);
  expect(claims.texts()).toHaveLength(2);
});
