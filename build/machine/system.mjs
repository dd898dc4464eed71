import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { isRoot, onPath } from './processes.mjs';
import { chooseNames, commandElsewhere, missingNeeds, neededPackages } from './system-packages.mjs';

const read = (program, args) => spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';

// Another set-up or a system update may hold the lock for a while.
const waitForLock = ['-o', 'DPkg::Lock::Timeout=120'];

/** Installs missing shared libraries, Xvfb and Chromium on Linux, or prints the command for it. */
export function installSystemPackages({ print, browser, executable }) {
  if (process.platform !== 'linux') return warnWithoutChromium({ print, browser });
  if (onPath('dpkg-query') && onPath('apt-get')) onDebian({ print, browser });
  else elsewhere({ print, browser, executable });
  warnWithoutChromium({ print, browser });
}

function onDebian({ print, browser }) {
  const needs = neededPackages({ browser: browser && !findChromium() });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own placeholders.
  const dpkg = read('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\n', ...needs.flat()]);
  const missing = missingNeeds(needs, dpkg);
  if (missing.length === 0) return;

  if (!isRoot()) {
    const names = chooseNames(missing, read('apt-cache', ['policy', ...missing.flat()]));
    print(
      `Missing on this machine; install it with:\n  sudo apt-get update && sudo apt-get install ${names.join(' ')}`,
    );
    return;
  }
  print('Installing what the system lacks ...');
  apt(['update', '-qq']);
  const names = chooseNames(missing, read('apt-cache', ['policy', ...missing.flat()]));
  print(`  ${names.join(' ')}`);
  const failure = apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (failure) print(`apt-get could not install all of it:\n${failure}`);
}

function apt(args) {
  const done = spawnSync('apt-get', [...waitForLock, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0 ? null : done.stderr.trim();
}

function elsewhere({ print, browser, executable }) {
  const absent = executable ? read('ldd', [executable]).includes('not found') : false;
  if (!absent && onPath('Xvfb') && (!browser || findChromium())) return;
  const command = commandElsewhere(onPath, { browser });
  print(
    command
      ? `Shared libraries, Xvfb or Chromium are missing on this machine; install them with:\n  ${command}`
      : 'Shared libraries, Xvfb or Chromium are missing on this machine; install GTK 3, NSS, Xvfb and Chromium.',
  );
}

function warnWithoutChromium({ print, browser }) {
  if (browser && !findChromium()) {
    print('No Chromium or Chrome was found for the browser tests; install one, or name it in STET_CHROMIUM.');
  }
}
