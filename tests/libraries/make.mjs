import { join, resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

// `node tests/libraries/make.mjs NAME` writes tests/fixtures/libraries/NAME with the current code.
const [name] = process.argv.slice(2);
if (!name) throw new Error('Name the library, such as 1.1.0.');
const here = import.meta.dirname;
const server = await createServer({ configFile: false, server: { middlewareMode: true } });
// Kept open until the end: the sample article is imported only when it is opened.
const runner = createServerModuleRunner(server.environments.ssr);
const { makeLibrary } = await runner.import(join(here, 'make-library.ts'));
await makeLibrary(resolve(here, '../fixtures/libraries', name));
process.exit(0);
