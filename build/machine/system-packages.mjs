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

const elsewhere = {
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
  const manager = Object.keys(elsewhere).find(hasProgram);
  return manager ? `${elsewhere[manager]}${browser ? ' chromium' : ''}` : null;
}
