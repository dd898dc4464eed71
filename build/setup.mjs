// Prepares a fresh machine that has only Node and npm. It imports only what comes with Node, and packages after installing
// them.

import { isProgram, main, Refusal } from './command.mjs';
import { installPackages } from './machine/packages.mjs';
import { installSystemPackages } from './machine/system.mjs';
import { describeRuntime, findRuntime } from './runtime/runtime.mjs';

const oldest = [20, 19];

/**
 * Installs what is missing. Resolves to the Electron runtime, or to null when none is wanted.
 * `browser` also installs Chromium, which only tests need.
 */
export async function setUp({ print = console.log, runtime = true, browser = false } = {}) {
  assertNode(process.versions.node);
  installPackages({ print });
  const found = runtime ? await findRuntime({ print }) : null;
  if (runtime || browser) installSystemPackages({ print, browser, executable: found?.executable });
  return found;
}

export function assertNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Refusal(`Stet needs Node ${oldest.join('.')} or newer, and this is Node ${version}.`);
}

if (isProgram(import.meta.url)) {
  await main(async () => {
    console.log(`Ready: ${describeRuntime(await setUp({ browser: true }))}.`);
  });
}
