import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, independent of the current one. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

export const fromRoot = (...path) => join(root, ...path);
