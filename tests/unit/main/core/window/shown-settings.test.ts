import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseTheme } from '#main/core/window/shown-settings.ts';
import { openSettingsStore } from '#main/storage/computer/settings-store.ts';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

test('a theme that is chosen in the menu bar is stored, and the window is notified', async () => {
  const { core, events, call } = testCore(await tempFolder());
  expect(await core.chooseTheme('dark')).toBe('dark');
  expect(events).toEqual([{ type: 'themeChosen', theme: 'dark' }]);
  expect(await call('settings.get', null)).toMatchObject({ theme: 'dark' });
});

test('a theme that can’t be stored is reported as a problem, and the old theme remains', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'user-data'));
  await writeFile(
    join(folder, 'user-data', 'settings.json'),
    encodeChecksummed('stet-settings', 2, { new: true }),
  );
  const { core, events } = testCore(folder);
  expect(await core.chooseTheme('dark')).toBe('system');
  expect(events).toEqual([{ type: 'problem', message: expect.stringContaining('written by a newer Stet') }]);
  expect(await core.getShownSettings()).toMatchObject({ theme: 'system' });
});

test('an unexpected error is reported in general words, and logged', async () => {
  const { platform, events, logs } = testCore(await tempFolder());
  const change = () => Promise.reject(new Error('a bug'));
  const store = { ...(await openSettingsStore(platform)), change };
  expect(await chooseTheme('dark', store, platform)).toBe('system');
  expect(events).toEqual([{ type: 'problem', message: 'The theme could not be stored. It is as it was.' }]);
  expect(logs).toEqual([expect.stringContaining('The theme could not be stored. It is as it was.: Error')]);
});
