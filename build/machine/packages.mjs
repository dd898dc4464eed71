import { existsSync, readFileSync } from 'node:fs';
import { Refusal } from '../command.mjs';
import { fromRoot } from '../root.mjs';
import { npm } from './npm.mjs';

/** Installs the locked packages when they are missing or not those of the lock file. */
export function installPackages({ say }) {
  const locked = readPackages(fromRoot('package-lock.json'));
  const installed = readPackages(fromRoot('node_modules/.package-lock.json'));
  if (installed && isCurrent(locked, installed)) return;

  say(
    installed
      ? 'The locked packages have changed; installing them ...'
      : 'Installing the locked packages ...',
  );
  // The lock file names what is right, so nothing that npm has at hand is asked for again.
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const install = npm(args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (install.status !== 0) {
    throw new Refusal(
      `npm could not install the locked packages:\n${install.stderr ?? install.error?.message}`,
    );
  }
}

// npm keeps a lock file of its own of what it has really installed, and writes it last: after a killed install it is
// missing or old. Comparing with it also holds after somebody's own `npm install`.
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** Whether everything locked is installed in that version. What is optional is left out on other systems. */
export function isCurrent(locked, installed) {
  return Object.entries(locked).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional);
  });
}
