import { Refusal } from './command.mjs';
import { runTool } from './machine/processes.mjs';

/** Builds out/ from the sources. Always whole: it takes two seconds, and a stale app is worse. */
export async function buildApp() {
  const code = await runTool('electron-vite/bin/electron-vite.js', [
    'build',
    '--config',
    'electron.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Refusal('The app could not be built; what stands above says why.');
}
