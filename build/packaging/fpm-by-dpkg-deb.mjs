#!/usr/bin/env node
// Replaces fpm, which electron-builder calls to make a deb, by dpkg-deb: `fpm [options] source=target ...`.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isProgram } from '../command.mjs';

/** Options by name, repeated ones in order, and the files as pairs of source and target. */
export function readArguments(args) {
  /** @type {Record<string, string[]>} */
  const options = {};
  const files = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '--force') continue;
    if (arg.startsWith('-')) {
      const name = arg.replace(/^-+/, '');
      index += 1;
      options[name] = [...(options[name] ?? []), args[index]];
    } else {
      const border = arg.lastIndexOf('=');
      files.push([arg.slice(0, border), arg.slice(border + 1)]);
    }
  }
  return { options, files };
}

/** The control file of the package. A blank line would end it, so blank lines of the description become dots. */
export function controlFile(options) {
  const one = (name) => options[name]?.[0];
  const [synopsis, ...text] = one('description').trim().split('\n');
  const fields = {
    Package: one('name'),
    Version: one('version'),
    Architecture: one('architecture'),
    Maintainer: one('maintainer'),
    Homepage: one('url'),
    Priority: one('deb-priority'),
    Depends: options.d?.join(', '),
    Recommends: options['deb-recommends']?.join(', '),
    Description: [synopsis, ...text.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

function makePackage({ options, files }) {
  const tree = mkdtempSync(join(tmpdir(), 'stet-deb-'));
  try {
    chmodSync(tree, 0o755);
    for (const [source, target] of files) {
      const place = join(tree, target);
      mkdirSync(dirname(place), { recursive: true });
      cpSync(source, place, { recursive: true, verbatimSymlinks: true });
    }
    const control = join(tree, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(join(control, 'control'), controlFile(options));
    for (const [option, script] of [
      ['after-install', 'postinst'],
      ['after-remove', 'postrm'],
    ]) {
      cpSync(options[option][0], join(control, script));
      chmodSync(join(control, script), 0o755);
    }
    execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', tree, options.package[0]], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

if (isProgram(import.meta.url)) makePackage(readArguments(process.argv.slice(2)));
