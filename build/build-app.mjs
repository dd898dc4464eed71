import { Refusal } from './command.mjs';
import { runTool } from './machine/processes.mjs';

/** Builds out/ from the sources. Always completely: it takes two seconds, and a stale app would be worse. */
export async function buildApp() {
  const code = await runTool('electron-vite/bin/electron-vite.js', [
    'build',
    '--config',
    'electron.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Refusal('The app could not be built; see the output above.');
}
