import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, whatever the current one is. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

export const fromRoot = (...path) => join(root, ...path);
