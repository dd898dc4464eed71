import { resolve } from 'node:path';

/** The folder that Electron is told to run: the built app's. */
export const projectRoot = resolve(__dirname, '../../..');

/** The Electron under test: the one that `npm test` names, or else the one that `npm start` would run. */
export async function electronPath(): Promise<string> {
  const named = process.env.STET_ELECTRON;
  if (named) return named;
  const { findRuntime } = await import('../../../build/runtime.mjs');
  const { executable } = await findRuntime({ say: () => undefined });
  return executable;
}
