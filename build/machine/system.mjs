import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { isRoot, onPath } from './processes.mjs';
import { chooseNames, commandElsewhere, missingNeeds, neededPackages } from './system-packages.mjs';

const read = (program, args) => spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';

// Another set-up, or the system's own updates, may hold the lock for a while.
const waitForLock = ['-o', 'DPkg::Lock::Timeout=120'];

/** Installs the shared libraries, Xvfb and Chromium that Linux lacks, or prints the command that does. */
export function installSystemPackages({ say, browser, executable }) {
  if (process.platform !== 'linux') return sayIfNoChromium({ say, browser });
  if (onPath('dpkg-query') && onPath('apt-get')) onDebian({ say, browser });
  else elsewhere({ say, browser, executable });
  sayIfNoChromium({ say, browser });
}

function onDebian({ say, browser }) {
  const needs = neededPackages({ browser: browser && !findChromium() });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own placeholders.
  const dpkg = read('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\n', ...needs.flat()]);
  const missing = missingNeeds(needs, dpkg);
  if (missing.length === 0) return;

  if (!isRoot()) {
    const names = chooseNames(missing, read('apt-cache', ['policy', ...missing.flat()]));
    say(
      `Missing on this machine; install it with:\n  sudo apt-get update && sudo apt-get install ${names.join(' ')}`,
    );
    return;
  }
  say('Installing what the system lacks ...');
  apt(['update', '-qq']);
  const names = chooseNames(missing, read('apt-cache', ['policy', ...missing.flat()]));
  say(`  ${names.join(' ')}`);
  const failure = apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (failure) say(`apt-get could not install all of it:\n${failure}`);
}

function apt(args) {
  const done = spawnSync('apt-get', [...waitForLock, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0 ? null : done.stderr.trim();
}

function elsewhere({ say, browser, executable }) {
  const absent = executable ? read('ldd', [executable]).includes('not found') : false;
  if (!absent && onPath('Xvfb') && (!browser || findChromium())) return;
  const command = commandElsewhere(onPath, { browser });
  say(
    command
      ? `Shared libraries, Xvfb or Chromium are missing on this machine; install them with:\n  ${command}`
      : 'Shared libraries, Xvfb or Chromium are missing on this machine; install GTK 3, NSS, Xvfb and Chromium.',
  );
}

function sayIfNoChromium({ say, browser }) {
  if (browser && !findChromium()) {
    say('No Chromium or Chrome was found for the browser tests; install one, or name it in STET_CHROMIUM.');
  }
}
