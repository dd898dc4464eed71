import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { createMenuTemplate } from '#main/app/menu/menu-template.ts';
import { formatAccelerator } from '#shared/contract/keys/chord.ts';
import { createChordFinder } from '#shared/contract/keys/key-bindings.ts';
import { commandInfo, menuCommands } from '#shared/contract/menu-commands.ts';

type Item = MenuItemConstructorOptions;

function flattenItems(items: Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flattenItems(item.submenu) : [])]);
}

function menuCommandsOf(names: readonly string[]) {
  return names.flatMap((name) => menuCommands.filter((command) => command === name));
}

function menu(options: Partial<Parameters<typeof createMenuTemplate>[0]> = {}) {
  const commands: string[] = [];
  const chosen: string[] = [];
  const bars = createMenuTemplate(
    { mac: false, packaged: true, theme: 'light', keys: [], letterKeys: true, ...options },
    { command: (command) => commands.push(command), setTheme: (theme) => chosen.push(theme) },
  );
  const items = flattenItems(bars);
  const click = (item: Item | undefined) => Reflect.apply(item?.click ?? (() => undefined), undefined, []);
  return { bars, items, commands, chosen, click };
}

test.each([true, false])('the menu has every command of the contract once (macOS: %s)', (mac) => {
  const { items, commands, click } = menu({ mac });
  for (const item of items.filter(({ type }) => type !== 'radio')) click(item);
  expect([...commands].sort()).toEqual([...menuCommands].sort());
});

test('the menu bar has the usual menus, and on macOS the app’s own menu first', () => {
  const labels = (mac: boolean) => menu({ mac }).bars.map(({ label, role }) => label ?? role);
  expect(labels(false)).toEqual(['&File', '&Edit', '&Claim', '&Reading', '&View', '&Help']);
  expect(labels(true)).toEqual([
    'Stet',
    '&File',
    '&Edit',
    '&Claim',
    '&Reading',
    '&View',
    'windowMenu',
    '&Help',
  ]);
});

test('shortcuts are shown in the menu, but the window handles them', () => {
  const own = menu().items.filter(({ accelerator, role }) => accelerator && !role);
  expect(own.length).toBeGreaterThan(15);
  expect(own.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
});

test('every command has its label and its first key', () => {
  const { items, commands, click } = menu();
  const own = items.filter((item) => item.click && item.type !== 'radio');
  for (const item of own) click(item);
  const findChords = createChordFinder({ keys: [], letterKeys: true });
  expect(own.map(({ label, accelerator }) => [label, accelerator])).toEqual(
    menuCommandsOf(commands).map((command) => {
      const [chord] = findChords(command);
      return [commandInfo[command].label, chord && formatAccelerator(chord)];
    }),
  );
});

test('the menu shows the keys that the reviewer chose, and no letters once they are switched off', () => {
  const keys = [
    { command: 'mark', keys: ['ctrl+m'] },
    { command: 'export', keys: [] },
    { command: 'verified', keys: ['shift+g'] },
  ];
  const show = (letterKeys: boolean) =>
    Object.fromEntries(
      menu({ keys, letterKeys }).items.map(({ label, accelerator }) => [label ?? '', accelerator]),
    );
  expect(show(true)).toMatchObject({ 'Mark as claim': 'CmdOrCtrl+M', Verified: 'Shift+G', Disputed: 'D' });
  expect(show(true)['Export report…']).toBeUndefined();
  expect(show(false)['Mark as claim']).toBe('CmdOrCtrl+M');
  expect(show(false).Verified).toBeUndefined();
  expect(show(false).Note).toBe('Enter');
});

test('on macOS the menu shows no single-letter shortcut, because the menu would handle it', () => {
  const keys = [{ command: 'mark', keys: ['shift+m'] }];
  const own = menu({ mac: true, keys }).items.filter(({ accelerator, role }) => accelerator && !role);
  expect(own.length).toBeGreaterThan(5);
  expect(own.every(({ accelerator }) => accelerator?.toString().startsWith('CmdOrCtrl+'))).toBe(true);
});

test('the current theme is ticked, and another can be chosen', () => {
  const { items, chosen, click } = menu({ theme: 'dark' });
  const radios = items.filter(({ type }) => type === 'radio');
  expect(radios.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark']);
  for (const radio of radios) click(radio);
  expect(chosen).toEqual(['system', 'light', 'dark']);
});

test('a packaged app does not offer the developer tools', () => {
  const has = (packaged: boolean) => menu({ packaged }).items.some(({ role }) => role === 'toggleDevTools');
  expect([has(true), has(false)]).toEqual([false, true]);
});
