import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { runCommand } from '../support/electron/run-command';

test('npm start -- --screenshot saves a picture of the sample and quits', async ({ files, display }) => {
  test.setTimeout(120_000);
  const picture = join(files, 'stet.png');
  // Not among the articles of whoever runs the tests.
  const env = {
    ...process.env,
    ...(display !== null && { DISPLAY: display }),
    XDG_CONFIG_HOME: files,
  };
  const { code, output } = await runCommand('npm', ['start', '--', '--screenshot', picture], env);
  expect(code, output).toBe(0);

  const png = readFileSync(picture);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  // The first fields of its header: width and height.
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  expect(width % 1280, 'as wide as the window, or a multiple on a fine screen').toBe(0);
  // The menu bar takes some of the window's 820.
  expect(height / (width / 1280)).toBeGreaterThan(750);
  // An empty window would be a few kilobytes.
  expect(png.length).toBeGreaterThan(60_000);
});
