import { readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { menuTemplate } from '../../../../../main/menu/menu-template';
import { type Key, keyGroups, keyTable } from '../../../../../renderer/app/keyboard/key-table';

/** The sizes of the text are written together, as `Ctrl + − 0`. */
const told = keyTable.filter(({ command }) => !command.startsWith('text'));

function shownKey({ key, ctrl, shift }: Key): string {
  const name = key === '?' ? key : `${key[0]?.toUpperCase()}${key.slice(1)}`;
  return [ctrl && 'Ctrl', shift && key !== '?' && 'Shift', name].filter(Boolean).join('+');
}

it('every key that does something is in the Keys dialog', () => {
  const inDialog = keyGroups.flatMap(({ keys }) => keys.flatMap((line) => line.keys));
  expect(told.map(shownKey).filter((key) => !inDialog.includes(key))).toEqual([]);
});

it('every key that does something is in the table of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const table = readme.slice(readme.indexOf('## Keys'), readme.indexOf('## Formats')).replaceAll('`', '');
  const inTable = table.split(/[\s|;:]+|(?<!\+),(?= )/);
  expect(told.map(shownKey).filter((key) => !inTable.includes(key))).toEqual([]);
});

it('every key that the menus show does there what it does by itself', () => {
  let clicked = '';
  const bars = menuTemplate(
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
  // Ctrl+A is listened to by itself, for what it selects depends on where the focus is.
  const known = ['selectAll Ctrl+A', ...keyTable.map((key) => `${key.command} ${shownKey(key)}`)];
  expect(inMenus.length).toBeGreaterThan(20);
  expect(inMenus.filter((line) => !known.includes(line))).toEqual([]);
});
