import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from '../../../build/root.mjs';

/** Imports and exports of values, with what follows `from`. Those of types alone vanish when the app is built. */
const staticImport = /^(?:import|export)\s+(?!type\b)(?:([^;]*?)\s+from\s+)?'([^']+)';/gm;

function isTypesOnly(clause: string | undefined): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause ?? '')?.[1]?.split(',');
  return names?.every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

function resolveFile(file: string, specifier: string): string {
  const path = join(dirname(file), specifier);
  return ['', '.ts', '.tsx'].map((end) => path + end).find(existsSync) ?? path;
}

/** The packages that a script and everything that it imports statically need, each with one file that imports it. */
function listPackages(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const files = new Set([fromRoot(entry)]);
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, clause, specifier = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
      if (isTypesOnly(clause)) continue;
      if (specifier.startsWith('.')) files.add(resolveFile(file, specifier));
      else packages.set(specifier, relative(fromRoot('.'), file));
    }
  }
  return packages;
}

test('the list of the library is shown without zod and React Aria, which are as large as the rest of the first script', () => {
  const packages = listPackages('renderer/window/app/start.tsx');
  expect(packages.get('react-dom/client')).toBe('renderer/window/app/start.tsx');
  expect(packages.get('zod')).toBeUndefined();
  expect(packages.get('react-aria-components')).toBeUndefined();
});

test('the script that is loaded before each page needs Electron alone', () => {
  expect([...listPackages('main/preload/preload.ts').keys()]).toEqual(['electron']);
});
