import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findFaults } from '#build/layers/check-layers.mjs';
import { listTsconfigs } from '#build/layers/floors.mjs';
import { fromRoot } from '#build/root.mjs';

/** Imports of files that exist, one of each kind that is refused. */
const refused = [
  // Up and aside, between programs and within each.
  ['shared/domain/base/claim.ts', '#main/base/system', 'in the app, “main” stands above “shared”'],
  ['main/core/core.ts', '#renderer/window/state/base/client', 'in the app, “renderer” stands beside “main”'],
  ['main/storage/disk/disk.ts', '#main/core/ports/platform', 'in main, “core” stands above “storage”'],
  ['main/preload/preload.ts', '../app/index', 'in main, “app” stands beside “preload”'],
  ['main/storage/disk/disk.ts', '../library/library', 'in main/storage, “library” stands above “disk”'],
  ['main/core/handlers/vault.ts', '../core', 'in main/core, “.” stands above “handlers”'],
  [
    'renderer/documents/zip/join-bytes.ts',
    '../read/read',
    'in renderer/documents, “read” stands above “zip”',
  ],
  ['renderer/documents/start.ts', '../window/ui/button', 'in renderer, “window” stands beside “documents”'],
  [
    'renderer/window/features/claims/list/claim-list.tsx',
    '#renderer/window/features/sources/source-list',
    'in renderer/window/features, “sources” stands beside “claims”',
  ],
  [
    'renderer/window/state/base/client.ts',
    '#renderer/window/features/find/find-field',
    'in renderer/window, “features” stands above “state”',
  ],
  ['shared/text/span.ts', '../domain/base/claim', 'in shared, “domain” stands above “text”'],
  ['shared/text/span.ts', './segmenter/sentences', 'in shared/text, “segmenter” stands above “.”'],
  // Allowed by the floor, and not by the folder.
  [
    'main/app/index.ts',
    '../storage/disk/disk',
    'main/app imports main/core, main/worker, main/base, shared alone',
  ],
  ['main/preload/preload.ts', '#shared/text/span', 'main/preload imports shared/contract alone'],
  [
    'renderer/window/ui/button.tsx',
    '#shared/domain/base/claim',
    'renderer/window/ui imports shared/contract/keys, shared/text alone',
  ],
  // Other hosts.
  ['shared/text/span.ts', 'electron', 'it runs anywhere'],
  ['shared/text/span.ts', 'node:fs', 'it runs anywhere'],
  ['main/worker/reports/make-report.ts', 'node:fs', 'it runs anywhere'],
  ['main/core/core.ts', 'electron', 'it runs in node'],
  ['main/storage/disk/disk.ts', 'electron-log/main', 'it runs in node'],
  ['main/core/core.ts', 'react', 'it runs in node'],
  ['renderer/window/app/app.tsx', 'node:path', 'it runs in page'],
  ['renderer/documents/start.ts', 'electron', 'it runs in page'],
  // Out of the app.
  ['main/core/core.ts', '#tests/unit/effort', 'tests/unit/effort is no part of the app'],
] as const;

const allowed = [
  ['main/app/index.ts', 'electron'],
  ['main/app/index.ts', '../core/core'],
  ['main/core/handlers/library.ts', '#main/storage/library/library'],
  ['main/core/handlers/library.ts', '#shared/text/span'],
  ['main/storage/disk/disk.ts', 'node:fs/promises'],
  ['renderer/window/app/app.tsx', '../features/claims/list/claim-list'],
  ['renderer/window/features/claims/list/claim-list.tsx', '../card/claim-card'],
  ['renderer/window/ui/button.tsx', './button.module.css'],
  ['renderer/window/ui/button.tsx', 'react-aria-components'],
  ['shared/text/segmenter/sentences.ts', '../span'],
] as const;

test.each(refused)('%s may not import %s', (file, imported, reason) => {
  const faults = findFaults(file, `import { it } from '${imported}';`);
  expect(faults).toEqual([expect.stringContaining(`${file} imports ${imported}: `)]);
  expect(faults[0]).toContain(reason);
});

test.each(allowed)('%s may import %s', (file, imported) => {
  expect(findFaults(file, `import { it } from '${imported}';`)).toEqual([]);
});

test.each([
  "import '../domain/base/claim';",
  "import type { Claim } from '../domain/base/claim';",
  "export { claimSchema } from '../domain/base/claim';",
  "export type { Claim } from '../domain/base/claim';",
  "export * from '../domain/base/claim';",
  "const claim = await import('../domain/base/claim');",
  "type Claim = import('../domain/base/claim').Claim;",
  "import { claimSchema } from '../domain/base/claim.ts';",
])('each way to import counts: %s', (source) => {
  expect(findFaults('shared/text/span.ts', source)).toHaveLength(1);
});

test.each([
  ['main/core/handlers/vault.ts', '../../base/tasks.ts', '#main/base/tasks.ts'],
  ['main/core/handlers/vault.ts', '#main/core/handlers/context.ts', './context.ts'],
  ['main/core/handlers/vault.ts', '#main/core/vault/file-copies.ts', '../vault/file-copies.ts'],
  ['tests/unit/effort.ts', '../../build/root.mjs', '#build/root.mjs'],
])('a path is written in one way: in %s, %s is %s', (file, imported, spelled) => {
  expect(findFaults(file, `import { it } from '${imported}';`)).toEqual([
    `${file} imports ${imported}: it is written ${spelled}`,
  ]);
});

test('style sheets follow the floors, too', () => {
  const source = ".a {\n  composes: b from '../features/find/find-field.module.css';\n}\n";
  expect(findFaults('renderer/window/ui/button.module.css', source)).toHaveLength(1);
});

test('a folder that is not in the table of floors is refused, whether it imports or is imported', () => {
  expect(findFaults('shared/fresh/new.ts', '')).toEqual(['shared/fresh is not in the table of floors']);
  expect(findFaults('shared/text/span.ts', "import './fresh/new';")).toEqual([
    'shared/text/span.ts imports ./fresh/new: shared/text/fresh is not in the table of floors',
  ]);
});

test('each host has a tsconfig that gives it no other', () => {
  const configs = listTsconfigs();
  expect(configs['shared/tsconfig.json'].compilerOptions).toEqual({ types: [] });
  expect(configs['main/tsconfig.pure.json'].compilerOptions).toEqual({ types: [] });
  expect(configs['main/tsconfig.pure.json'].include).toContain('worker/reports');
  expect(configs['main/tsconfig.json'].exclude).toContain('worker/reports');
  expect(configs['renderer/tsconfig.json'].compilerOptions.types).toEqual(['vite/client']);
});

const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

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
const withDisk = /^main\/storage\/(?:disk\/.*|access\/(?:this-process|lock-file)\.ts)$/;

test('the storage reaches a library by its folder disk alone, which follows no link', () => {
  const files = readdirSync(fromRoot('main/storage'), { recursive: true, encoding: 'utf8' })
    .map((name) => `main/storage/${name.replaceAll('\\', '/')}`)
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
