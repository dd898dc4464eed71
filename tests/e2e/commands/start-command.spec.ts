import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { runCommand } from '../support/electron/run-command.ts';

test('npm start -- --screenshot saves a screenshot of the sample and quits', async ({ files, display }) => {
  test.setTimeout(120_000);
  const picture = join(files, 'stet.png');
  // Keeps the sample out of the library of the user who runs the tests.
  const env = {
    ...process.env,
    ...(display !== null && { DISPLAY: display }),
    XDG_CONFIG_HOME: files,
  };
  const { code, output } = await runCommand('npm', ['start', '--', '--screenshot', picture], env);
  expect(code, output).toBe(0);

  const png = readFileSync(picture);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  // The first fields of the header are width and height.
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  expect(width % 1280, 'as wide as the window, or a multiple of it on a high-density screen').toBe(0);
  // The menu bar takes some of the window's height of 820.
  expect(height / (width / 1280)).toBeGreaterThan(750);
  // A screenshot of an empty window would have a few kilobytes.
  expect(png.length).toBeGreaterThan(60_000);
});
