import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromRoot } from '../../../build/root.mjs';

const refused = [
  ['shared/domain/x.ts', 'electron'],
  ['shared/domain/x.ts', 'node:fs'],
  ['shared/domain/x.ts', '../../main/core/core'],
  ['main/core/x.ts', 'electron'],
  ['main/core/x.ts', '../window'],
  ['main/core/handlers/x.ts', '../../window'],
  ['main/core/storage/x.ts', 'electron'],
  ['main/core/storage/files/x.ts', '../../../window'],
  ['main/window.ts', './core/storage/files/json-file'],
  ['main/windows/x.ts', '../core/storage/files/json-file'],
  ['shared/text/x.ts', '../domain/claim'],
  ['shared/bytes/zip/x.ts', '../../text/span'],
  ['shared/alignment/tokens/x.ts', '../../domain/draft/draft'],
  ['shared/domain/x.ts', '../drafts/carry'],
  ['shared/domain/claims/x.ts', '../../reports/options'],
  ['shared/domain/history/x.ts', '../../import/proposal'],
  ['shared/drafts/x.ts', '../reports/model'],
  ['shared/text/x.ts', '../spotting/spotted-span'],
  ['shared/import/x.ts', '../queries/query'],
  ['shared/reading/x.ts', '../import/proposal'],
  ['shared/text/x.ts', '../reading/tokens'],
  ['shared/reading/x.ts', '../references/written-dates'],
  ['shared/domain/x.ts', '../coverage/dismissal-edits'],
  ['shared/spotting/rules/x.ts', '../../queries/query'],
  ['shared/spotting/x.ts', '../reports/model'],
  ['shared/queries/names/x.ts', '../../reports/confidential/terms/term-part'],
  ['shared/queries/x.ts', '../coverage/dismissal-edits'],
  ['shared/coverage/x.ts', '../reports/model'],
  ['shared/coverage/x.ts', '../drafts/carry'],
  ['shared/reports/html/x.ts', '../../contract/commands'],
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
] as const;

const allowed = [
  ['shared/domain/x.ts', './span'],
  ['shared/reports/written/x.ts', '../../bytes/zip/zip-directory'],
  ['shared/domain/claims/x.ts', '../../text-changes/classify'],
  ['shared/drafts/locate/x.ts', '../../import/proposal'],
  ['shared/import/x.ts', '../references/annotations/read'],
  ['shared/spotting/x.ts', '../domain/claim'],
  ['shared/queries/names/x.ts', '../../text/common-words'],
  ['shared/queries/numbers/x.ts', '../../reading/dates'],
  ['shared/import/credits/x.ts', '../../reading/months'],
  ['shared/references/x.ts', '../reading/months'],
  ['shared/coverage/x.ts', '../spotting/spotted-span'],
  ['main/core/storage/files/x.ts', '../../errors/error'],
  ['main/windows/x.ts', '../core/window/closing'],
  ['main/core/handlers/x.ts', '../storage/library'],
  ['main/core/handlers/x.ts', '../../../shared/text/span'],
  ['main/window.ts', 'electron'],
  ['main/window.ts', './core/core'],
  ['renderer/app/x.tsx', '../features/claims/list'],
  ['renderer/features/claims/x.tsx', './list/row'],
  ['renderer/features/claims/x.tsx', '../../ui/button'],
  ['renderer/features/claims/x.tsx', '../../../shared/text/span'],
  ['renderer/features/claims/list/x.tsx', '../card'],
] as const;

const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

type Import = readonly [file: string, imported: string];

const nameOf = ([file]: Import, number: number) => file.replace(/\.tsx?$/, `-${number}$&`);

/** Lints a project of these files, by path, with our rules: the category of the finding in each file that has one. */
function lintFiles(files: ReadonlyMap<string, string>): Map<string, string> {
  const project = mkdtempSync(join(tmpdir(), 'stet-layers-'));
  try {
    const { vcs: _, ...rules } = JSON.parse(readFileSync(fromRoot('biome.json'), 'utf8'));
    writeFileSync(join(project, 'biome.json'), JSON.stringify(rules));
    for (const [file, content] of files) {
      const path = join(project, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const biome = fromRoot('node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    const { diagnostics } = reportSchema.parse(JSON.parse(stdout));
    return new Map(diagnostics.map(({ category, location }) => [location.path, category]));
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** The rule that refuses each import, or null. One run lints all of them. */
function lint(imports: readonly Import[]): (string | null)[] {
  const content = ([, imported]: Import) => `import { it } from '${imported}';\n\nexport const here = it;\n`;
  const files = new Map(imports.map((one, number) => [nameOf(one, number), content(one)]));
  const categories = lintFiles(files);
  return imports.map((one, number) => categories.get(nameOf(one, number)) ?? null);
}

const rules = lint([...refused, ...allowed]);

test.each(refused.map((named, at) => [...named, rules[at]] as const))(
  '%s may not import %s',
  (_file, _imported, rule) => {
    expect(rule).toBe('lint/style/noRestrictedImports');
  },
);

test.each(allowed.map((named, at) => [...named, rules[refused.length + at]] as const))(
  '%s may import %s',
  (_file, _imported, rule) => {
    expect(rule).toBe(null);
  },
);

test('files that import each other are refused, even when they import types alone', () => {
  const categories = lintFiles(
    new Map([
      ['shared/text/one.ts', "import type { Two } from './two';\n\nexport type One = Two | null;\n"],
      ['shared/text/two.ts', "import type { One } from './one';\n\nexport type Two = One[];\n"],
    ]),
  );
  expect([...categories.values()]).toEqual(Array(2).fill('lint/suspicious/noImportCycles'));
});

/** Files that read what is no part of a library: the system's own facts, and the lock, which every edit reads in a faster way. */
const withDisk = /^main\/core\/storage\/(?:files\/.*|lock\/(?:this-process|lock-file)\.ts)$/;

test('the storage reaches the disk by files/disk.ts alone, which follows no link in a library', () => {
  const files = readdirSync(fromRoot('main/core/storage'), { recursive: true, encoding: 'utf8' })
    .map((name) => `main/core/storage/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !withDisk.test(file));
  expect(files.length).toBeGreaterThan(50);
  const direct = files.filter((file) =>
    // Types and constants reach nothing.
    [
      ...readFileSync(fromRoot(file), 'utf8').matchAll(/import ([^;]*?) from '(?:node:)?fs(?:\/promises)?'/g),
    ].some(
      ([, names = '']) => !names.startsWith('type ') && !/^\{(?: ?(?:type \w+|constants),?)+ \}$/.test(names),
    ),
  );
  expect(direct).toEqual([]);
});
