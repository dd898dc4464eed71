import { expect, onTestFinished, test } from 'vitest';
import { createShortcutGroups } from '../../../../../renderer/app/keyboard/shortcut-groups';
import { getKeyBindings, nameKey } from '../../../../../renderer/state/keys';
import { usePreferences } from '../../../../../renderer/state/preferences';
import type { Preferences } from '../../../../../shared/domain/settings';

function setPreferences(part: Partial<Preferences>): void {
  const before = usePreferences.getState();
  usePreferences.setState(part);
  onTestFinished(() => usePreferences.setState(before));
}

const listKeys = () =>
  createShortcutGroups().flatMap(({ shortcuts }) => shortcuts.flatMap(({ keys }) => keys));

test('every key that works is in the dialog of keyboard shortcuts', () => {
  const listed = listKeys();
  expect(getKeyBindings().length).toBeGreaterThan(30);
  for (const { chord } of getKeyBindings()) expect(listed).toContain(nameKey(chord));
});

test('the dialog shows the keys that were chosen, also those of the review queue and of compared drafts', () => {
  setPreferences({
    keys: [
      { command: 'nextClaim', keys: ['ctrl+j'] },
      { command: 'verified', keys: ['shift+g'] },
      { command: 'mark', keys: [] },
    ],
  });
  const groups = createShortcutGroups();
  const find = (title: string, description: string) =>
    groups
      .find((group) => group.title === title)
      ?.shortcuts.find((shortcut) => shortcut.description === description)?.keys;
  expect(find('Claims', 'Next claim')).toEqual(['Ctrl+J']);
  expect(find('Claims', 'Mark the selection as a claim')).toBeUndefined();
  expect(find('Comparing drafts', 'Next and previous change')).toEqual(['Ctrl+J', 'K']);
  expect(find('Claims of a new draft that need review', 'Set the verdict')).toEqual([
    'Shift+G',
    'D',
    'X',
    'U',
  ]);
});

test('the dialog does not show letters that are switched off', () => {
  setPreferences({ letterKeys: false });
  const listed = listKeys();
  expect(listed).not.toContain('V');
  expect(listed).not.toContain('/');
  expect(listed).toContain('Ctrl+F');
});
