// Makes a fresh machine ready, with nothing but Node and npm on it: so it imports only what comes with Node, and what it
// needs of node_modules after having installed that.

import { isProgram, main, Refusal } from './command.mjs';
import { installPackages } from './machine/packages.mjs';
import { installSystemPackages } from './machine/system.mjs';
import { describeRuntime, findRuntime } from './runtime/runtime.mjs';

const oldest = [20, 19];

/**
 * Installs what is missing and resolves to the Electron runtime, or to null when none was asked for.
 * `browser` asks for Chromium, too, which only the tests need.
 */
export async function setUp({ say = console.log, runtime = true, browser = false } = {}) {
  assertNode(process.versions.node);
  installPackages({ say });
  const found = runtime ? await findRuntime({ say }) : null;
  if (runtime || browser) installSystemPackages({ say, browser, executable: found?.executable });
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
