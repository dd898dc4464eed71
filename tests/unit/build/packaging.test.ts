import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { builderConfig } from '#build/packaging/builder.mjs';
import { controlFile, readArguments } from '#build/packaging/fpm-by-dpkg-deb.mjs';

describe('what is packaged', () => {
  const runtime = { executable: '/e/electron', folder: '/e', kind: 'official', version: '45.4.1' };

  test('only a release has its fuses set; what tests drive keeps its inspector', () => {
    expect(builderConfig({ runtime, release: true })).toMatchObject({
      electronFuses: {
        runAsNode: false,
        enableNodeCliInspectArguments: false,
        onlyLoadAppFromAsar: true,
        grantFileProtocolExtraPrivileges: false,
      },
    });
    expect(builderConfig({ runtime, release: false })).not.toHaveProperty('electronFuses');
  });

  test('a release sets every fuse that Electron has', () => {
    const { electronFuses } = builderConfig({ runtime, release: true });
    const names = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
    const set = Object.keys(electronFuses ?? {}).map((name) => name.toLowerCase());
    for (const name of names) expect(set).toContain(name.toLowerCase());
  });

  test('the runtime at hand is used, so that nothing is downloaded', () => {
    expect(builderConfig({ runtime, release: false })).toMatchObject({
      electronDist: '/e',
      electronVersion: '45.4.1',
    });
  });
});

describe('making a deb as fpm would', () => {
  const args = ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3', '--name', 'stet'];

  test('reads options, repeated ones in order, and what goes where', () => {
    const { options, files } = readArguments([...args, '/build/a=b/=/opt/Stet', '/tmp/x=/usr/share/x']);
    expect(options.d).toEqual(['libgtk-3-0', 'libnss3']);
    expect(options.name).toEqual(['stet']);
    expect(files).toEqual([
      ['/build/a=b/', '/opt/Stet'],
      ['/tmp/x', '/usr/share/x'],
    ]);
  });

  test('writes a control file without blank lines or fields', () => {
    const { options } = readArguments([
      ...args,
      '--version',
      '0.1.0',
      '--description',
      'Short\n Long\n\n More',
    ]);
    expect(controlFile(options)).toBe(
      'Package: stet\nVersion: 0.1.0\nDepends: libgtk-3-0, libnss3\nDescription: Short\n Long\n .\n More\n',
    );
  });
});
