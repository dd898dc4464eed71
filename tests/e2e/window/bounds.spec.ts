import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { test } from '../fixtures.ts';
import type { Stet } from '../support/electron/stet.ts';

function readBounds(stet: Stet): Promise<Electron.Rectangle | undefined> {
  return stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('bundle/index.html'))
      ?.getBounds(),
  );
}

test('the window reopens at its last position and size', async ({ stet }) => {
  const wanted = { x: 140, y: 90, width: 1000, height: 700 };
  await stet.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('bundle/index.html'))
      ?.setBounds(bounds);
  }, wanted);
  await expect.poll(() => readBounds(stet)).toEqual(wanted);
  // The restart follows at once, without any other write that closing would wait for.
  await stet.restart();
  expect(await readBounds(stet)).toEqual(wanted);
});

test('the window is visible after its screen was removed, or its stored bounds were damaged', async ({
  stet,
  userData,
}) => {
  const file = join(userData, 'window.json');
  await stet.close();
  const outside = { x: 90_000, y: 90_000, width: 900, height: 640, maximized: false };
  writeFileSync(file, encodeChecksummed('stet-window', 1, outside));
  await stet.relaunch();
  const bounds = await readBounds(stet);
  expect(bounds).toMatchObject({ width: 900, height: 640 });
  expect(bounds?.x).toBeLessThan(2_000);

  await stet.close();
  writeFileSync(file, '{"format":"stet-window","version":1,');
  await stet.relaunch();
  expect(await readBounds(stet)).toMatchObject({ width: 1280, height: 820 });
});
