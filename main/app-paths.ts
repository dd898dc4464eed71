import { join } from 'node:path';
import { app } from 'electron';

// All of main is bundled into out/main/index.cjs.
const out = join(__dirname, '..');

/** The built parts of the app. */
export const built = {
  preload: join(out, 'preload', 'preload.cjs'),
  importerPreload: join(out, 'preload', 'importer-preload.cjs'),
  threadWorker: join(out, 'main', 'thread-worker.cjs'),
  renderer: join(out, 'renderer'),
};

/** What the reviewer's articles live in; `--user-data-dir=` moves it, with everything else that Stet stores. */
export const libraryFolder = () => join(app.getPath('userData'), 'library');

/** Copies of attached files that are looked at: beside the library, so that no other Stet shares them. */
export const copiesFolder = () => join(app.getPath('userData'), 'copies');

export const windowStateFile = () => join(app.getPath('userData'), 'window.json');
