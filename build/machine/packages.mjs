import { existsSync, readFileSync } from 'node:fs';
import { Refusal } from '../command.mjs';
import { fromRoot } from '../root.mjs';
import { npm } from './npm.mjs';

/** Installs the locked packages when they are missing or not those of the lock file. */
export function installPackages({ print }) {
  const locked = readPackages(fromRoot('package-lock.json'));
  const installed = readPackages(fromRoot('node_modules/.package-lock.json'));
  if (installed && isCurrent(locked, installed)) return;

  print(
    installed
      ? 'The locked packages have changed; installing them ...'
      : 'Installing the locked packages ...',
  );
  // The lock file pins every package, so cached ones are not requested again.
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const install = npm(args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (install.status !== 0) {
    throw new Refusal(
      `npm could not install the locked packages:\n${install.stderr ?? install.error?.message}`,
    );
  }
}

// npm writes a lock file of what it really installed, last of all: after a killed install it is missing or old. Comparing
// with it also works after a manual `npm install`.
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** Whether all locked packages are installed in their versions. Optional ones may be missing on other systems. */
export function isCurrent(locked, installed) {
  return Object.entries(locked).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional);
  });
}
