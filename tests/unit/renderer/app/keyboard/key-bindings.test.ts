import { readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { createMenuTemplate } from '../../../../../main/menu/menu-template';
import { type KeyBinding, keyBindings } from '../../../../../renderer/app/keyboard/key-bindings';
import { shortcutGroups } from '../../../../../renderer/app/keyboard/shortcut-groups';

/** The keys for the text size are documented together, as `Ctrl + − 0`. */
const documented = keyBindings.filter(({ command }) => !command.startsWith('text'));

function formatKey({ key, ctrl, shift }: KeyBinding): string {
  const name = key === '?' ? key : `${key[0]?.toUpperCase()}${key.slice(1)}`;
  return [ctrl && 'Ctrl', shift && key !== '?' && 'Shift', name].filter(Boolean).join('+');
}

it('every key binding is in the dialog of keyboard shortcuts', () => {
  const inDialog = shortcutGroups.flatMap(({ shortcuts }) => shortcuts.flatMap(({ keys }) => keys));
  expect(documented.map(formatKey).filter((key) => !inDialog.includes(key))).toEqual([]);
});

it('every key binding is in the table of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const table = readme
    .slice(readme.indexOf('## Keyboard shortcuts'), readme.indexOf('## Formats'))
    .replaceAll('`', '');
  const inTable = table.split(/[\s|;:]+|(?<![+\s]),(?= )/);
  expect(documented.map(formatKey).filter((key) => !inTable.includes(key))).toEqual([]);
});

it('every accelerator of the menu bar runs the same command as its key binding', () => {
  let clicked = '';
  const bars = createMenuTemplate(
    { mac: false, packaged: true, theme: 'light' },
    {
      command: (command) => {
        clicked = command;
      },
      setTheme: () => {},
    },
  );
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  const shown = flat(bars).filter(({ accelerator, role }) => accelerator && !role);
  const inMenus = shown.map(({ accelerator, click }) => {
    Reflect.apply(click ?? (() => undefined), undefined, []);
    return `${clicked} ${accelerator}`.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+');
  });
  // Ctrl+A has a listener of its own, because its effect depends on the focus.
  const known = ['selectAll Ctrl+A', ...keyBindings.map((key) => `${key.command} ${formatKey(key)}`)];
  expect(inMenus.length).toBeGreaterThan(20);
  expect(inMenus.filter((line) => !known.includes(line))).toEqual([]);
});
