import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuTemplate } from '../../../../main/menu/menu-template';
import { menuCommands } from '../../../../shared/contract/events';

type Item = MenuItemConstructorOptions;

function flat(items: Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

function menu(facts: Partial<Parameters<typeof menuTemplate>[0]> = {}) {
  const commands: string[] = [];
  const chosen: string[] = [];
  const bars = menuTemplate(
    { mac: false, packaged: true, theme: 'light', ...facts },
    { command: (command) => commands.push(command), setTheme: (theme) => chosen.push(theme) },
  );
  const items = flat(bars);
  const click = (item: Item | undefined) => Reflect.apply(item?.click ?? (() => undefined), undefined, []);
  return { bars, items, commands, chosen, click };
}

test.each([true, false])('every command of the contract stands in it once (macOS: %s)', (mac) => {
  const { items, commands, click } = menu({ mac });
  for (const item of items.filter(({ type }) => type !== 'radio')) click(item);
  expect([...commands].sort()).toEqual([...menuCommands].sort());
});

test('the bar has the usual menus, and on macOS the app’s own first', () => {
  const labels = (mac: boolean) => menu({ mac }).bars.map(({ label, role }) => label ?? role);
  expect(labels(false)).toEqual(['&File', '&Edit', '&Claim', '&View', '&Help']);
  expect(labels(true)).toEqual(['Stet', '&File', '&Edit', '&Claim', '&View', 'windowMenu', '&Help']);
});

test('keys are shown and left to the window', () => {
  const own = menu().items.filter(({ accelerator, role }) => accelerator && !role);
  expect(own.length).toBeGreaterThan(15);
  expect(own.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
});

test('on macOS, where a key shown is a key taken, no single letter is shown', () => {
  const own = menu({ mac: true }).items.filter(({ accelerator, role }) => accelerator && !role);
  expect(own.length).toBeGreaterThan(5);
  expect(own.every(({ accelerator }) => accelerator?.toString().includes('+'))).toBe(true);
});

test('the theme in use is ticked, and another can be chosen', () => {
  const { items, chosen, click } = menu({ theme: 'dark' });
  const radios = items.filter(({ type }) => type === 'radio');
  expect(radios.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark']);
  for (const radio of radios) click(radio);
  expect(chosen).toEqual(['system', 'light', 'dark']);
});

test('the developer tools are not for packaged apps', () => {
  const has = (packaged: boolean) => menu({ packaged }).items.some(({ role }) => role === 'toggleDevTools');
  expect([has(true), has(false)]).toEqual([false, true]);
});
