import { describe, expect, test } from 'vitest';
import { findChromium } from '#build/machine/chromium.mjs';
import { hasDisplay } from '#build/machine/launch.mjs';
import { cacheFolder } from '#build/machine/npm.mjs';
import { isCurrent } from '#build/machine/packages.mjs';
import { assertNode } from '#build/setup.mjs';

test('Node older than 20.19 is refused in a plain sentence', () => {
  for (const old of ['18.20.4', '20.18.9']) expect(() => assertNode(old)).toThrow(`this is Node ${old}`);
  for (const good of ['20.19.0', '22.1.0', '24.0.0']) expect(() => assertNode(good)).not.toThrow();
});

describe('the installed packages', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
  };

  test('are current when all that is locked is there; what is for another system may be missing', () => {
    expect(isCurrent(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  test('are stale when one is missing or of another version', () => {
    expect(isCurrent(locked, {})).toBe(false);
    expect(isCurrent(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    const wrongOptional = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-darwin': { version: '2.0.0' },
    };
    expect(isCurrent(locked, wrongOptional)).toBe(false);
  });
});

describe('the cache folder', () => {
  const folder = (options: { env?: object; user?: number; home?: string | null }) =>
    cacheFolder({ env: {}, user: 1000, home: '/home/x', ...options } as Parameters<typeof cacheFolder>[0]);

  test('is shared when root makes it, and the user’s own otherwise', () => {
    expect(folder({ user: 0 })).toBe('/var/cache/stet');
    expect(folder({})).toBe('/home/x/.cache/stet');
    expect(folder({ env: { XDG_CACHE_HOME: '/caches' } })).toBe('/caches/stet');
    expect(folder({ env: { XDG_CACHE_HOME: 'relative' } })).toBe('/home/x/.cache/stet');
  });

  test('is found without a home, too, apart from those of other users', () => {
    expect(folder({ home: null })).toMatch(/stet-cache-1000$/);
  });
});

test('Chromium is the named one, else the first on the path', () => {
  const find = (env: object, ...there: string[]) =>
    findChromium({
      env: env as NodeJS.ProcessEnv,
      platform: 'linux',
      exists: (path: unknown) => there.includes(String(path)),
    });
  const onPath = { PATH: '/usr/bin:/opt/bin' };
  expect(find(onPath, '/opt/bin/chromium', '/opt/bin/google-chrome')).toBe('/opt/bin/chromium');
  expect(find({ ...onPath, STET_CHROMIUM: '/my/chrome' }, '/my/chrome', '/usr/bin/chromium')).toBe(
    '/my/chrome',
  );
  expect(find(onPath)).toBeNull();
});

test('only Linux can be without a display', () => {
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
});
