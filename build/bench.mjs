import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp } from './build-app.mjs';
import { main, Refusal } from './command.mjs';
import { electronEnvironment, withDisplay } from './machine/launch.mjs';
import { root } from './root.mjs';
import { describeRuntime } from './runtime/runtime.mjs';
import { setUp } from './setup.mjs';

/** Each benchmark is a file tests/bench/NAME.bench.ts that exports `run(print, options)`. */
const benches = [
  'start',
  'storage',
  'history',
  'library',
  'attach',
  'backup',
  'window',
  'reports',
  'word',
  'import',
  'drafts',
  'reading',
];

// `npm run bench` runs them all; `npm run bench -- storage` runs one. All from the first option on goes to the benchmark.
await main(async () => {
  const given = process.argv.slice(2);
  const firstOption = given.findIndex((one) => one.startsWith('--'));
  const wanted = firstOption < 0 ? given : given.slice(0, firstOption);
  const options = given.slice(wanted.length);
  const chosen = benches.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) throw new Refusal(`There is no such benchmark: ${benches.join(', ')}.`);
  const runtime = await setUp({ runtime: true });
  await buildApp();
  // Inside the project, so that packages which are not bundled are found.
  const folder = mkdtempSync(join(root, 'node_modules', '.stet-bench-'));
  try {
    await withDisplay(async (env) => {
      Object.assign(process.env, electronEnvironment(env), { STET_ELECTRON: runtime.executable });
      for (const name of chosen) {
        console.log(`\n== ${name} ==`);
        const { run } = await import(pathToFileURL(await bundle(name, folder)).href);
        await run(console.log, options);
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${describeRuntime(runtime)}`);
});

/** Bundles a benchmark with the app's own code; only Playwright and Vite stay imports. */
async function bundle(name, folder) {
  // Imported after set-up, because a fresh machine has no Vite yet.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['@playwright/test', 'vite'] },
    build: {
      ssr: join(root, `tests/bench/${name}.bench.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'esm', entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return join(folder, `${name}.mjs`);
}
