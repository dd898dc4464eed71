import { join } from 'node:path';
import { build } from 'vite';

interface Kind {
  format: 'esm' | 'cjs';
  /** Modules that are not bundled, which must not be imported at run time. */
  external?: RegExp[];
}

/** Bundles a TypeScript program with its imports into one file for plain Node. Resolves to its path. */
export async function bundle(
  entry: string,
  folder: string,
  { format, external = [] }: Kind = { format: 'esm' },
): Promise<string> {
  const name = format === 'esm' ? 'program.mjs' : 'program.cjs';
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      target: 'node18',
      rolldownOptions: { external, output: { format, entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(folder, name);
}
