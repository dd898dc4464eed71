import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../root.mjs';

const source = fromRoot('build/default-app');

/**
 * Electron's binaries contain a default app that starts the folder named on the command line. The development runtime lacks
 * it, so this installs ours, again whenever it has changed.
 */
export async function refreshDefaultApp(folder) {
  const resources = join(folder, 'resources');
  const asar = join(resources, 'default_app.asar');
  // Beside the runtime, because its content gets packaged.
  const stamp = `${folder}.default-app.sha256`;
  const wanted = sourceSum();
  if (existsSync(asar) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  // Imported late, because a fresh machine has no packages when this module loads.
  const { createPackage } = await import('@electron/asar');
  mkdirSync(resources, { recursive: true });
  const unfinished = `${asar}.${process.pid}`;
  await createPackage(source, unfinished);
  rmSync(stamp, { force: true });
  renameSync(unfinished, asar);
  writeFileSync(stamp, wanted);
}

function sourceSum() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'main.cjs']) hash.update(readFileSync(join(source, name)));
  return hash.digest('hex');
}
