import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { encodeChecksummed } from '../../../main/core/storage/files/checksummed-text';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';

function bounds(stet: Stet): Promise<Electron.Rectangle | undefined> {
  return stet.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

test('the window comes back where it was, as large as it was', async ({ stet }) => {
  const place = { x: 140, y: 90, width: 1000, height: 700 };
  await stet.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, place);
  await expect.poll(() => bounds(stet)).toEqual(place);
  // At once: nothing else is being written that closing would wait for.
  await stet.restart();
  expect(await bounds(stet)).toEqual(place);
});

test('a place on a screen that is gone, or a damaged note of it, does not hide the window', async ({
  stet,
  userData,
}) => {
  const note = join(userData, 'window.json');
  await stet.close();
  const away = { x: 90_000, y: 90_000, width: 900, height: 640, maximized: false };
  writeFileSync(note, encodeChecksummed('stet-window', 1, away));
  await stet.relaunch();
  const found = await bounds(stet);
  expect(found).toMatchObject({ width: 900, height: 640 });
  expect(found?.x).toBeLessThan(2_000);

  await stet.close();
  writeFileSync(note, '{"format":"stet-window","version":1,');
  await stet.relaunch();
  expect(await bounds(stet)).toMatchObject({ width: 1280, height: 820 });
});
