import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { _electron, expect } from '@playwright/test';
import manifest from '../../../package.json';
import { test } from '../fixtures.ts';
import { Screens } from '../pages/screens.ts';
import { projectRoot } from '../support/electron/launch.ts';
import { runCommand } from '../support/electron/run-command.ts';

const unpacked = join(projectRoot, 'dist', 'linux-unpacked');
const asar = join(unpacked, 'resources', 'app.asar');

/** Whether the package is older than the last build. */
function isStale(): boolean {
  if (!existsSync(asar)) return true;
  const built = ['main/index.cjs', 'preload/preload.cjs', 'renderer/index.html'];
  const times = built.map((file) => statSync(join(projectRoot, 'out', file)).mtimeMs);
  return Math.max(...times) > statSync(asar).mtimeMs;
}

test('npm run package makes an app that runs on its own', async ({ userData, guard, display }) => {
  test.skip(process.platform !== 'linux', 'this test packages the app for Linux only');
  test.setTimeout(120_000);
  if (isStale()) {
    const { code, output } = await runCommand('npm', ['run', 'package']);
    expect(code, output).toBe(0);
  }

  expect(readdirSync(join(unpacked, 'resources'))).not.toContain('default_app.asar');
  const packed = listPackage(asar, { isPack: false });
  expect(packed).toContain('/out/main/index.cjs');
  expect(packed.filter((path) => !/^\/(?:out(?:\/|$)|package\.json$|LICENSE$)/.test(path))).toEqual([]);
  expect(packed.filter((path) => /\.(?:map|ts|tsx)$/.test(path))).toEqual([]);
  // The app has the fuses that a release flips.
  expect(await getCurrentFuseWire(join(unpacked, 'stet'))).toMatchObject({ version: '1' });

  const { electronEnvironment, sandboxFlags } = await import('#build/machine/launch.mjs');
  const app = await _electron.launch({
    executablePath: join(unpacked, 'stet'),
    args: [...sandboxFlags({ root: process.getuid?.() === 0 }), `--user-data-dir=${userData}`],
    env: {
      ...electronEnvironment(process.env),
      ...(display !== null && { DISPLAY: display }),
      // Only a development build may load a page from a server.
      ELECTRON_RENDERER_URL: 'http://localhost:9',
    },
  });
  guard.watch(app.context());
  const page = await app.firstWindow();
  const screens = new Screens(() => page);
  expect(page.url()).toBe('app://bundle/index.html');
  const properties = await app.evaluate(({ app: packaged, Menu }) => ({
    packaged: packaged.isPackaged,
    version: packaged.getVersion(),
    name: packaged.getName(),
    menus: Menu.getApplicationMenu()?.items.flatMap(
      ({ submenu }) => submenu?.items.map(({ role }) => role) ?? [],
    ),
  }));
  expect(properties).toMatchObject({ packaged: true, version: manifest.version, name: manifest.productName });
  expect(properties.menus).not.toContain('toggledevtools');

  await screens.welcome.sample.click();
  await expect(screens.article.title('Harbour tram to open in March')).toBeVisible();
  await screens.claims.rows.first().click();
  await expect(screens.card.heading).toHaveText('Claim 1');
  await app.close();
});
