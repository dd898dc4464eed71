import { join } from 'node:path';
import { app } from 'electron';

// Main is bundled into out/main/index.cjs.
const out = join(__dirname, '..');

export const builtPaths = {
  preload: join(out, 'preload', 'preload.cjs'),
  importerPreload: join(out, 'preload', 'importer-preload.cjs'),
  poolWorker: join(out, 'main', 'pool-worker.cjs'),
  searchWorker: join(out, 'main', 'search-worker.cjs'),
  renderer: join(out, 'renderer'),
};

/** Folder of everything that Stet stores on this computer; `--user-data-dir=` names another. */
export const userDataFolder = () => app.getPath('userData');

/** Folder for copies of attached files that are opened; next to the library, so that no other Stet shares it. */
export const copiesFolder = () => join(app.getPath('userData'), 'copies');

export const windowStateFile = () => join(app.getPath('userData'), 'window.json');
