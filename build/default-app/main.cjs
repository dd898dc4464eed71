// Starts the app named on the command line, as the default app of an official Electron does:
//   electron [flags] [-r module]... folder-or-file [arguments]
// Packed into the development runtime as resources/default_app.asar.
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');

const asked = readCommandLine(process.argv.slice(1));

if (asked.version) {
  process.stdout.write(`v${process.versions.electron}\n`, () => process.exit(0));
} else {
  // Before the app is located, because Playwright's loader is such a module and removes its own flags from process.argv.
  for (const name of asked.modules) Module.createRequire(join(process.cwd(), 'x.js'))(name);
  if (asked.path === null) fail('Name the folder of an app.');
  else start(resolve(asked.path));
}

function readCommandLine(args) {
  const result = { version: false, modules: [], path: null };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') {
      index += 1;
      result.modules.push(args[index]);
    } else if (arg === '-v' || arg === '--version') {
      result.version = true;
      return result;
    } else if (!arg.startsWith('-')) {
      // The rest are arguments of the app.
      result.path = arg;
      return result;
    }
  }
  return result;
}

function start(path) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifest = join(path, 'package.json');
  const isFolder = existsSync(manifest);
  if (isFolder) introduce(JSON.parse(readFileSync(manifest, 'utf8')));
  let entry;
  try {
    entry = Module._resolveFilename(path, null, true);
  } catch (error) {
    return fail(`There is no app to start in ${path}.\n${error.message}`);
  }
  app.setAppPath(isFolder ? path : dirname(entry));
  Module._load(entry, null, true);
}

function introduce({ name, productName, version, desktopName }) {
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setDesktopName?.(desktopName ?? `${app.getName()}.desktop`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
