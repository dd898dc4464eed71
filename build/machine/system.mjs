import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { isRoot, onPath } from './processes.mjs';

// Packages that a Debian or Ubuntu machine needs. Where a name changed between releases, the newer one comes first.
const forElectron = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libnotify4'],
  ['libxss1'],
  ['libxtst6'],
  ['libuuid1'],
  ['libsecret-1-0'],
  ['xdg-utils'],
  ['dbus'],
];
// poppler reads printed PDFs independently of Stet; iproute2 makes the tests' own network; unicode-data has Unicode's tests.
const forTests = [['xvfb'], ['xauth'], ['poppler-utils'], ['iproute2'], ['unicode-data']];
const forBrowserTests = [['chromium', 'chromium-browser']];

/** Packages for a kind of run; each need is a list of alternative names. */
export const neededPackages = ({ browser }) => [
  ...forElectron,
  ...forTests,
  ...(browser ? forBrowserTests : []),
];

/** Needs without an installed package. `dpkg` is the output of dpkg-query: a status and a name per line. */
export function missingNeeds(needs, dpkg) {
  const installed = new Set(
    dpkg
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length).trim()),
  );
  return needs.filter((names) => !names.some((name) => installed.has(name)));
}

/** Names to install: the first of each need that apt has. `policy` is the output of `apt-cache policy`. */
export function chooseNames(needs, policy) {
  const candidates = new Set();
  for (const [, name, candidate] of policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.*)$/gm)) {
    if (candidate !== '(none)') candidates.add(name);
  }
  return needs.map((names) => names.find((name) => candidates.has(name)) ?? names[0]);
}

const installCommands = {
  dnf:
    'sudo dnf install gtk3 nss mesa-libgbm alsa-lib at-spi2-core libnotify libXScrnSaver libXtst libuuid libsecret ' +
    'xdg-utils xorg-x11-server-Xvfb poppler-utils',
  pacman:
    'sudo pacman -S gtk3 nss mesa alsa-lib at-spi2-core libnotify libxss libxtst util-linux-libs libsecret ' +
    'xdg-utils xorg-server-xvfb poppler',
  zypper:
    'sudo zypper install libgtk-3-0 mozilla-nss libgbm1 libasound2 libatspi0 libnotify4 libXss1 libXtst6 libuuid1 ' +
    'libsecret-1-0 xdg-utils xorg-x11-server-Xvfb poppler-tools',
};

/** The install command of other Linux systems, by package manager; null for an unknown one. */
export function commandElsewhere(hasProgram, { browser }) {
  const manager = Object.keys(installCommands).find(hasProgram);
  return manager ? `${installCommands[manager]}${browser ? ' chromium' : ''}` : null;
}

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
