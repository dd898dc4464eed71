import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seal } from '../../../../../main/core/storage/files/checksummed-text';
import { chooseTheme } from '../../../../../main/core/window/choose-theme';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

test('a theme chosen in the menu bar is stored, and told to the window', async () => {
  const { core, outside, call } = testCore(await tempFolder());
  const store = await core.settings();
  expect(await chooseTheme('dark', { store, log: outside.log })).toEqual({
    type: 'themeChosen',
    theme: 'dark',
  });
  expect(await call('settings.get', null)).toMatchObject({ theme: 'dark' });
});

test('one that could not be stored is told as a problem, and the old one stands', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'settings.json'), seal('stet-settings', 2, { new: true }));
  const { core, outside } = testCore(folder);
  const store = await core.settings();
  expect(await chooseTheme('dark', { store, log: outside.log })).toEqual({
    type: 'problem',
    message: expect.stringContaining('written by a newer Stet'),
  });
  expect(store.current().theme).toBe('system');
});

test('what nobody foresaw is told in general words, and logged', async () => {
  const { core, outside, logged } = testCore(await tempFolder());
  const store = { ...(await core.settings()), change: () => Promise.reject(new Error('a bug')) };
  expect(await chooseTheme('dark', { store, log: outside.log })).toEqual({
    type: 'problem',
    message: 'The theme could not be stored. It is as it was.',
  });
  expect(logged.join()).toContain('a bug');
});
