import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SeededCheck } from '#tests/e2e/support/articles/seeded-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

const lift: SeededCheck = {
  title: 'The lift',
  paragraphs: ['The lift opened in 1911.', 'It cost 3 million euros, and carries 40 people.'],
  sources: [{ title: 'Ledger' }, { title: 'Letter' }],
  claims: [
    { words: 'opened in 1911', verdict: 'disputed', evidence: [{ source: 0 }] },
    { words: 'cost 3 million euros' },
    { words: 'carries 40 people' },
  ],
};

const panel = () => page.getByRole('complementary', { name: 'Claim panel' });
const verdict = (name: string) => panel().getByRole('radio', { name });
const note = () => panel().getByRole('textbox', { name: 'Note', exact: true });
const messages = () => page.getByRole('region', { name: 'Messages' });

const says = (words: string) => expect.element(messages()).toHaveTextContent(words);
const rowSays = (words: string, label: string) => expect.element(claims.row(words)).toHaveTextContent(label);
const focusRow = (words: string) => (claims.row(words).element() as HTMLElement).focus();

test('keys act on the claim on the card, also when a filter removes its row from the list', async () => {
  await openWindow(lift);
  await page.getByRole('button', { name: /^Unchecked \d+$/ }).click();
  await claims.row('cost 3 million').click();
  await press('v');
  await expect.poll(() => claims.texts().length).toBe(1);
  await press('d');
  await page.getByRole('button', { name: /^All \d+$/ }).click();
  await rowSays('cost 3 million', 'Disputed');
  await rowSays('carries 40', 'Unchecked');

  // The same is true for the last row of a list.
  await page.getByRole('button', { name: /^Unchecked \d+$/ }).click();
  await claims.row('carries 40').click();
  await press('v', 'x');
  await page.getByRole('button', { name: /^All \d+$/ }).click();
  await rowSays('carries 40', 'Can’t verify');
});

test('keys pressed on a row act on its claim, although another one is current or words are selected', async () => {
  await openWindow(lift);
  await claims.row('opened in 1911').click();
  focusRow('carries 40');
  await press('x');
  await rowSays('carries 40', 'Can’t verify');
  await rowSays('opened in 1911', 'Disputed');
  // A click on a row clears the selection.
  await selectWords('The lift');
  await claims.row('cost 3 million').click();
  expect(String(getSelection())).toBe('');
  await press('v');
  await rowSays('cost 3 million', 'Verified');
  expect(claims.texts()).toHaveLength(3);

  // Delete deletes the claim of the row alone, and another press nothing, because no claim is current.
  focusRow('carries 40');
  await press('{Delete}');
  await says('Claim 3 deleted');
  await press('{Delete}');
  expect(claims.texts()).toHaveLength(2);
  // The next step removes the offer to undo.
  await claims.row('cost 3 million').click();
  await press('d');
  await expect.element(messages()).not.toHaveTextContent('Claim 3 deleted');
});

test('text that is typed right after a key goes to the claim of that key', async () => {
  const main = await openWindow(lift);
  await claims.row('opened in 1911').click();
  await userEvent.keyboard('{Enter}duck{Escape}j{Enter}xu{Escape}');
  await press('k');
  await expect.element(note()).toHaveValue('duck');
  await press('j');
  await expect.element(note()).toHaveValue('xu');
  await expect
    .poll(() => [...main.review.claims.values()].map((claim) => [claim.note, claim.verdict]))
    .toEqual([
      ['duck', 'disputed'],
      ['xu', 'unchecked'],
      [null, 'unchecked'],
    ]);
});

test('while the card shows a source of another claim, verdict keys set no verdict', async () => {
  await openWindow(lift);
  await claims.row('cost 3 million').click();
  await press('l');
  const sources = page.getByRole('navigation', { name: 'Sources' });
  await sources.getByRole('button', { name: 'Ledger' }).click();
  await press('v');
  await says('Close it with Escape to judge claim 2.');
  await press('{Escape}', 'v', 'l');
  await rowSays('cost 3 million', 'Verified');
  await rowSays('opened in 1911', 'Disputed');
  // While the card shows a source of the claim itself, the keys act on it.
  await claims.row('opened in 1911').click();
  await panel().getByRole('button', { name: 'Ledger', exact: true }).click();
  await press('x');
  await rowSays('opened in 1911', 'Can’t verify');
});

test('a letter that replaces a verdict leaves a notice with Undo, and one that changes nothing says so', async () => {
  const main = await openWindow(lift);
  await claims.row('opened in 1911').click();
  await press('d');
  await says('Claim 1 is disputed already.');
  expect(main.changes).toEqual([]);
  await press('v');
  await says('Claim 1: disputed → verified.');
  await messages().getByRole('button', { name: 'Undo' }).click();
  await expect.element(verdict('Disputed')).toBeChecked();
  await says('Undone: verdict of claim 1.');
});

test('a source that a step leaves without claims is offered for removal', async () => {
  const main = await openWindow(lift);
  await claims.row('opened in 1911').click();
  await press('{Delete}');
  await says('Claim 1 deleted. “Ledger” has no claims any more.');
  await messages().getByRole('button', { name: 'Remove source' }).click();
  await says('“Ledger” deleted.');
  expect([...main.review.sources.values()].map(({ title }) => title)).toEqual(['Letter']);
  await press('{Control>}z{/Control}', '{Control>}z{/Control}');
  await expect.poll(() => claims.texts().length).toBe(3);
});

test('letters typed before a closed list has given the focus back change nothing', async () => {
  const main = await openWindow(lift);
  await claims.row('opened in 1911').click();
  const kind = panel().getByRole('button', { name: 'Kind' });
  await kind.click();
  await expect.element(page.getByRole('listbox', { name: 'Kind' })).toBeVisible();
  // On a busy machine the next frame, in which the focus returns, comes late.
  await userEvent.keyboard('{Escape}vx');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(kind).toHaveFocus();
  await expect.element(verdict('Disputed')).toBeChecked();
  expect(main.changes).toEqual([]);
});
