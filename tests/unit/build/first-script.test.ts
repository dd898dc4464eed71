import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resolveImport } from '#build/layers/imports.mjs';
import { fromRoot } from '#build/root.mjs';

/** Imports and exports of values, with what follows `from`. Those of types alone vanish when the app is built. */
const staticImport = /^(?:import|export)\s+(?!type\b)(?:([^;]*?)\s+from\s+)?'([^']+)';/gm;

function isTypesOnly(clause: string | undefined): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause ?? '')?.[1]?.split(',');
  return names?.every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

/** The packages that a script and everything that it imports statically need, each with one file that imports it. */
function listPackages(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const files = new Set([entry]);
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, clause, specifier = ''] of readFileSync(fromRoot(file), 'utf8').matchAll(staticImport)) {
      if (isTypesOnly(clause)) continue;
      const path = resolveImport(file, specifier);
      if (path === null) packages.set(specifier, file);
      else files.add(path);
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
