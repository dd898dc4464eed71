import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript program with all it imports into one file that plain Node can run; its path. */
export async function bundle(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      target: 'node18',
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'program.mjs', codeSplitting: false } },
    },
  });
  return join(folder, 'program.mjs');
}
