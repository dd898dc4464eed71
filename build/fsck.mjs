import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { setUp } from './setup.mjs';

// `npm run fsck -- FOLDER` checks a library without starting the app, by the code that the app checks it with.
/** As `fsck` itself says when it could not check. */
const couldNotCheck = 2;
let folder = null;
try {
  await setUp({ runtime: false });
  // Inside the project, so that packages which are not bundled are found.
  folder = mkdtempSync(join(root, 'node_modules', '.stet-fsck-'));
  const { runFsck } = await import(pathToFileURL(await bundle(folder)).href);
  process.exitCode = await runFsck(process.argv.slice(2), console.log);
} catch (error) {
  console.error(error);
  process.exitCode = couldNotCheck;
} finally {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}

async function bundle(outDir) {
  // Imported after set-up, because a fresh machine has no Vite yet.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'main/storage/check/fsck.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'fsck.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'fsck.mjs');
}
