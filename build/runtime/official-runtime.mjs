import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from '../root.mjs';
import { runtimeIn } from './runtime-folder.mjs';

// Long enough for the 110 MB on a slow line, short enough where a firewall swallows the request.
const patience = 120_000;

// One attempt per installed version: a closed network stays closed, and the next start should not wait for it again.
const note = fromRoot('node_modules/.stet/official-runtime.json');

/** Electron's own binaries, downloaded by its script if they are missing: { runtime } or { failure }. */
export function officialRuntime({ print }) {
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
