import { expect, onTestFinished, test } from 'vitest';
import { createShortcutGroups } from '#renderer/window/app/commands/shortcut-groups.ts';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { getKeyBindings, nameKey } from '#renderer/window/state/keys.ts';
import type { Preferences } from '#shared/domain/settings/settings.ts';

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

const introduction = `# Keys

A test makes this page from the table of keys in the code. "Keyboard shortcuts" (\`?\`) shows them in the app.

- On a Mac, Ctrl is Command.
- "Change keyboard shortcuts…" gives a command other keys. The settings turn the single-letter keys off.
- A verdict key acts on the selected words, on the claims selected in the list, or on the current claim.
- Shift or Ctrl with a click selects several claims in the list. The keys for verdict, source, tag and deletion then act on all of them.
- A drag over words, or of a claim's handle, takes whole words. With Alt held at its end it takes exactly the characters.
- Esc goes back one level: the list of a field, the field, the selection, the claim. It also closes a dialog or panel.
- A right click, Shift+F10 or the menu key opens the context menu of the words, claim, source, article or field.
`;

/** The page of docs about the keys, for people who read before they install. */
function writeKeysPage(): string {
  const tables = createShortcutGroups().map(({ title, shortcuts }) => {
    const rows = shortcuts.map(
      ({ keys, description }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${description} |`,
    );
    return `## ${title}\n\n| key | does |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `${introduction}\n${tables.join('\n')}`;
}

// The page names the keys as Linux and Windows do.
test.skipIf(/Mac/.test(navigator.userAgent))(
  'the page of keys in docs lists the keys that the dialog shows',
  async () => {
    await expect(writeKeysPage()).toMatchFileSnapshot('../../../../../../docs/keys.md');
  },
);
