import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromRoot } from '../../../build/root.mjs';

const project = mkdtempSync(join(tmpdir(), 'stet-layers-'));
const { vcs: _, ...rules } = JSON.parse(readFileSync(fromRoot('biome.json'), 'utf8'));
writeFileSync(join(project, 'biome.json'), JSON.stringify(rules));
afterAll(() => rmSync(project, { recursive: true }));

/** Whether our linter refuses a file at this place that imports this. */
function isRefused(file: string, imported: string) {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { it } from '${imported}';\n\nexport const here = it;\n`);
  const biome = fromRoot('node_modules/@biomejs/biome/bin/biome');
  const { status, stderr } = spawnSync(process.execPath, [biome, 'lint', file], {
    cwd: project,
    encoding: 'utf8',
  });
  const refused = stderr.includes('lint/style/noRestrictedImports');
  if (refused !== (status !== 0)) throw new Error(`The linter stumbles over something else:\n${stderr}`);
  return refused;
}

test.each([
  ['shared/domain/x.ts', 'electron'],
  ['shared/domain/x.ts', 'node:fs'],
  ['shared/domain/x.ts', '../../main/core/core'],
  ['main/core/x.ts', 'electron'],
  ['main/core/x.ts', '../window'],
  ['main/core/handlers/x.ts', '../../window'],
  ['main/core/storage/x.ts', 'electron'],
  ['main/window.ts', '../renderer/app/start'],
  ['renderer/app/x.tsx', 'electron'],
  ['renderer/state/x.ts', '../../main/core/core'],
  ['renderer/state/x.ts', '../features/claims/list'],
  ['renderer/ui/x.tsx', '../features/claims/list'],
  ['renderer/ui/x.tsx', '../../shared/domain/claim'],
  ['renderer/features/claims/x.tsx', '../sources/form'],
  ['renderer/features/claims/x.tsx', '../../app/app'],
  ['renderer/features/claims/x.tsx', 'node:fs'],
  ['renderer/features/claims/list/x.tsx', '../../sources/form'],
])('%s may not import %s', (file, imported) => {
  expect(isRefused(file, imported)).toBe(true);
});

test.each([
  ['shared/domain/x.ts', './span'],
  ['main/core/handlers/x.ts', '../storage/library'],
  ['main/core/handlers/x.ts', '../../../shared/domain/span'],
  ['main/window.ts', 'electron'],
  ['main/window.ts', './core/core'],
  ['renderer/app/x.tsx', '../features/claims/list'],
  ['renderer/features/claims/x.tsx', './list/row'],
  ['renderer/features/claims/x.tsx', '../../ui/button'],
  ['renderer/features/claims/x.tsx', '../../../shared/domain/span'],
  ['renderer/features/claims/list/x.tsx', '../card'],
])('%s may import %s', (file, imported) => {
  expect(isRefused(file, imported)).toBe(false);
});
