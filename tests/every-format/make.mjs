import { join, resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

// `node tests/every-format/make.mjs` writes the article into tests/fixtures/every-format again. It needs LibreOffice.
const here = import.meta.dirname;
const server = await createServer({ configFile: false, server: { middlewareMode: true } });
const runner = createServerModuleRunner(server.environments.ssr);
const { makeEveryFormat } = await runner.import(join(here, 'make.ts'));
makeEveryFormat(resolve(here, '../fixtures/every-format'));
process.exit(0);
