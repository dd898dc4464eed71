import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  assertReleasable,
  describeRuntime,
  findRuntime,
  lastError,
  runtimeIn,
} from '#build/runtime/runtime.mjs';

const runtime = (kind: string, version = '45.4.1') => ({
  executable: `/${kind}/electron`,
  folder: `/${kind}`,
  kind,
  version,
});
const found = { runtime: runtime('official') };
const failed = { failure: 'Electron 45.4.1 could not be fetched (no network)' };

async function choose(effects: Parameters<typeof findRuntime>[0]) {
  const said: string[] = [];
  const print = (line: string) => said.push(line);
  const chosen = await findRuntime({ env: {}, print, ...effects });
  return { chosen, said };
}

describe('which Electron runs', () => {
  test('the one that ELECTRON_OVERRIDE_DIST_PATH names, before all others', async () => {
    const { chosen } = await choose({
      env: { ELECTRON_OVERRIDE_DIST_PATH: '/mine' },
      inFolder: (folder: string, kind: string) => ({ ...runtime(kind), folder }),
      official: async () => found,
    });
    expect(chosen).toMatchObject({ folder: '/mine', kind: 'override' });
  });

  test('an override without an Electron in it is refused, not passed over', async () => {
    const effects = {
      env: { ELECTRON_OVERRIDE_DIST_PATH: '/empty' },
      inFolder: () => null,
      official: async () => found,
    };
    await expect(choose(effects)).rejects.toThrow('/empty');
  });

  test('else the official one, in silence', async () => {
    const { chosen, said } = await choose({
      official: async () => found,
      development: async () => runtime('development'),
    });
    expect(chosen).toBe(found.runtime);
    expect(said).toEqual([]);
  });

  test('else the development runtime, saying in one line what failed and what runs', async () => {
    const old = runtime('development', '25.1.1');
    const { chosen, said } = await choose({ official: async () => failed, development: async () => old });
    expect(chosen).toBe(old);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/no network.*old.*unpatched.*25\.1\.1/);
  });

  test('else none: the reason is said', async () => {
    const effects = { official: async () => failed, development: async () => null };
    await expect(choose(effects)).rejects.toThrow('no network');
  });
});

describe('a release', () => {
  test('is built from the official Electron', () => {
    expect(() => assertReleasable(runtime('official'))).not.toThrow();
  });

  test.each(['development', 'override', 'anything'])('is refused from: %s', (kind) => {
    expect(() => assertReleasable(runtime(kind))).toThrow('official Electron only');
  });
});

test('a run names its Electron', () => {
  expect(describeRuntime(runtime('development', '25.1.1'))).toBe('Electron 25.1.1 (development runtime)');
  expect(describeRuntime(runtime('official'))).toBe('Electron 45.4.1');
});

describe('a runtime folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-runtime-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is one when it has the executable of its system, and says its version in a file', () => {
    expect(runtimeIn(folder, 'official', 'linux')).toBeNull();
    writeFileSync(join(folder, 'electron'), '');
    expect(runtimeIn(folder, 'official', 'linux')?.version).toBe('of unknown version');
    writeFileSync(join(folder, 'version'), 'v45.4.1\n');
    expect(runtimeIn(folder, 'official', 'linux')).toEqual({
      executable: join(folder, 'electron'),
      folder,
      kind: 'official',
      version: '45.4.1',
    });
  });

  test('on macOS has it inside the bundle', () => {
    expect(runtimeIn(folder, 'official', 'darwin')).toBeNull();
    const inside = join(folder, 'Electron.app/Contents/MacOS');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'Electron'), '');
    expect(runtimeIn(folder, 'official', 'darwin')?.executable).toBe(join(inside, 'Electron'));
  });
});

test('why a download failed is told without its stack', () => {
  expect(lastError('TypeError: fetch failed\n    at node:internal')).toBe('fetch failed');
  expect(lastError('warning\nError [ERR_X]: no such host\n')).toBe('no such host');
  expect(lastError('')).toBe('its download script failed');
});
