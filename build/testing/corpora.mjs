import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The path of a file or folder among the real articles, web pages and Word files that are no part of the project: STET_CORPORA names
 * the folder that has them. Null where it names none, or one without this file; the tests that read it are skipped then, by name.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findInCorpora(name, { STET_CORPORA: folder } = process.env) {
  if (!folder) return null;
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}
