import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a file of the project as one script that a page can run. Its name counts from the root of the project. */
export async function bundleForPage(file: string): Promise<string> {
  const result = await build({
    root: process.cwd(),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome114',
      lib: { entry: join(process.cwd(), file), formats: ['iife'], name: 'bundled' },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error(`${file} was not bundled`);
  return chunk.code;
}
