import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PaletteDialog } from '#renderer/window/features/palette/palette-dialog.tsx';
import type { PaletteGroup } from '#renderer/window/features/palette/search-palette.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

const item = (id: string, label: string, obstacle: string | null = null) => ({
  id,
  label,
  obstacle,
  detail: '',
  run: () => {},
});

const groups: PaletteGroup[] = [
  {
    title: 'Actions',
    isShort: true,
    items: [
      { ...item('export', 'Export report'), keys: 'Ctrl+E' },
      item('settings', 'Settings'),
      item('note', 'Note', 'Go to a claim first.'),
    ],
  },
  { title: 'Articles', items: [item('article/1', 'Ferry to stop in May')] },
];

function openPalette() {
  const ran: string[] = [];
  let closedCount = 0;
  show(
    null,
    <PaletteDialog
      groups={groups}
      onRun={({ id }) => ran.push(id)}
      onClose={() => {
        closedCount += 1;
      }}
    />,
    { width: 800, height: 700 },
  );
  return { ran, closedCount: () => closedCount };
}

const field = () => page.getByRole('combobox', { name: 'Action, claim, source or article' });

test('Enter runs the marked item, which is the first one as soon as something is typed', async () => {
  const { ran } = openPalette();
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('rep{Enter}');
  expect(ran).toEqual(['export']);
  await userEvent.keyboard('{Backspace}{Backspace}{Backspace}may{Backspace}{Enter}');
  expect(ran).toEqual(['export', 'article/1']);
});

test('arrow keys choose among the items that can be run, and a click runs one', async () => {
  const { ran } = openPalette();
  await expect
    .element(page.getByRole('option', { name: 'Export report' }))
    .toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('option', { name: 'Export report' })).toHaveTextContent('Ctrl+E');
  await expect.element(page.getByRole('group', { name: 'Actions' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}{ArrowUp}{Enter}');
  expect(ran).toEqual(['article/1']);
  await page.getByRole('option', { name: 'Settings' }).click();
  expect(ran).toEqual(['article/1', 'settings']);
});

test('an item that can’t be run says why, and does nothing', async () => {
  const { ran } = openPalette();
  const option = page.getByRole('option', { name: 'Note' });
  await expect.element(option).toHaveTextContent('Go to a claim first.');
  await expect.element(option).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('note{Enter}');
  expect(ran).toEqual([]);
});

test('Escape closes it, also with words in the field, and nothing found is said', async () => {
  const { closedCount } = openPalette();
  await userEvent.keyboard('qqqq');
  await expect.element(page.getByText('No results')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(closedCount()).toBe(1);
});
