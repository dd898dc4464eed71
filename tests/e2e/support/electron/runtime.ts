import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/** The project's folder, which Electron runs as an app. */
export const projectRoot = resolve(__dirname, '../../../..');

/** Finds the Electron under test: the one that `npm test` names, or else the one that `npm start` would run. */
export async function findElectron(): Promise<string> {
  const named = process.env.STET_ELECTRON;
  if (named) return named;
  const { findRuntime } = await import('../../../../build/runtime/runtime.mjs');
  const { executable } = await findRuntime({ print: () => undefined });
  return executable;
}

/**
 * Makes Playwright start this Electron as if it were the one of the package `electron`, which Playwright finds by itself. Only
 * that one waits until Playwright is attached before it emits `ready`. An Electron named by its path opens its window
 * meanwhile, and on a busy machine both then wait for each other.
 */
export function setPlaywrightElectron(executable: string): void {
  const isBundle = process.platform === 'darwin';
  process.env.ELECTRON_OVERRIDE_DIST_PATH = isBundle
    ? resolve(executable, '../../../..')
    : dirname(executable);
  // The package reads the variable once, when it is loaded. Processes that the app starts must not read it.
  createRequire(__filename)('electron');
  delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
}
