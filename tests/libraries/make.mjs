import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

// `node tests/libraries/make.mjs NAME` writes tests/fixtures/libraries/NAME with the current code.
const [name] = process.argv.slice(2);
if (!name) throw new Error('Name the library, such as 02-what-is-new.');
const here = import.meta.dirname;
const { module } = await runnerImport(join(here, 'make-library.ts'), { configFile: false });
await module.makeLibrary(resolve(here, '../fixtures/libraries', name));
process.exit(0);
