import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/** The folder that Electron is told to run: the built app's. */
export const projectRoot = resolve(__dirname, '../../../..');

/** The Electron under test: the one that `npm test` names, or else the one that `npm start` would run. */
export async function electronPath(): Promise<string> {
  const named = process.env.STET_ELECTRON;
  if (named) return named;
  const { findRuntime } = await import('../../../../build/runtime/runtime.mjs');
  const { executable } = await findRuntime({ print: () => undefined });
  return executable;
}

/**
 * Makes Playwright start this Electron as the one of the package `electron`, which it finds by itself. Only that one waits
 * to be ready until Playwright has taken hold of it: one that is named by its path opens its window meanwhile, and on a busy
 * machine both then wait for each other.
 */
export function startAsElectron(executable: string): void {
  const isBundle = process.platform === 'darwin';
  process.env.ELECTRON_OVERRIDE_DIST_PATH = isBundle
    ? resolve(executable, '../../../..')
    : dirname(executable);
  // The package looks once, when it is loaded; what the app starts is not to look there as well.
  createRequire(__filename)('electron');
  delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
}
