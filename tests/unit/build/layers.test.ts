import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What our linter says of files at these places that import these: the rule it names, or null. One run looks at all. */
function lint(imports: readonly Import[]): (string | null)[] {
  const project = mkdtempSync(join(tmpdir(), 'stet-layers-'));
  try {
    const { vcs: _, ...rules } = JSON.parse(readFileSync(fromRoot('biome.json'), 'utf8'));
    writeFileSync(join(project, 'biome.json'), JSON.stringify(rules));
    for (const [number, named] of imports.entries()) {
      const path = join(project, nameOf(named, number));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { it } from '${named[1]}';\n\nexport const here = it;\n`);
    }
    const biome = fromRoot('node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    const { diagnostics } = reportSchema.parse(JSON.parse(stdout));
    const said = new Map(diagnostics.map(({ category, location }) => [location.path, category]));
    return imports.map((named, number) => said.get(nameOf(named, number)) ?? null);
  } finally {
    rmSync(project, { recursive: true });
  }
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
