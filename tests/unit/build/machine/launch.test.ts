import { describe, expect, test } from 'vitest';
import { appArguments, electronEnvironment, sandboxFlags } from '#build/machine/launch.mjs';

const folder = '/home/checker/drafts';
const pass = (...args: string[]) =>
  appArguments(args, { folder, exists: (path: unknown) => path === `${folder}/tram.md` });

describe('arguments of npm start', () => {
  test('--screenshot FILE becomes one argument with an absolute path', () => {
    expect(pass('--screenshot', 'out.png')).toEqual([`--screenshot=${folder}/out.png`]);
    expect(pass('--screenshot=out.png')).toEqual([`--screenshot=${folder}/out.png`]);
    expect(pass('--screenshot', '/tmp/out.png')).toEqual(['--screenshot=/tmp/out.png']);
  });

  test('an article that exists becomes absolute, whatever else is given stays as it is', () => {
    expect(pass('tram.md', 'missing.md', '--flag')).toEqual([`${folder}/tram.md`, 'missing.md', '--flag']);
  });

  test('all are passed on, in their order', () => {
    expect(pass('tram.md', '--screenshot', 'a.png', '--x')).toEqual([
      `${folder}/tram.md`,
      `--screenshot=${folder}/a.png`,
      '--x',
    ]);
    expect(pass()).toEqual([]);
  });

  test('--screenshot without a file is refused', () => {
    expect(() => pass('--screenshot')).toThrow('needs the name of the file');
  });
});

test('only root on Linux goes without the sandbox', () => {
  expect(sandboxFlags({ root: true, platform: 'linux' })).toEqual(['--no-sandbox']);
  expect(sandboxFlags({ root: false, platform: 'linux' })).toEqual([]);
  expect(sandboxFlags({ root: true, platform: 'darwin' })).toEqual([]);
});

test('Electron is never asked to run as plain Node', () => {
  expect(electronEnvironment({ ELECTRON_RUN_AS_NODE: '1', LANG: 'C' })).toEqual({ LANG: 'C' });
});
