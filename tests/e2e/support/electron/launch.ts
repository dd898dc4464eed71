import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page, test } from '@playwright/test';

/** The header in which a WebSocket client offers extensions, such as compression (RFC 6455). */
const extensionsHeader = 'Sec-WebSocket-Extensions';

/**
 * Turns off compression of the messages between Playwright and Electron. Both run on one machine, and compressing thousands of
 * short messages in each spec took both a twentieth of their time.
 */
export function disableCompression(): void {
  const { request } = http;
  http.request = (...args: unknown[]) => {
    for (const arg of args) removeExtensionsHeader(arg);
    return Reflect.apply(request, http, args);
  };
}

function removeExtensionsHeader(options: unknown): void {
  if (typeof options !== 'object' || options === null || !('headers' in options)) return;
  const { headers } = options;
  if (typeof headers === 'object' && headers !== null) Reflect.deleteProperty(headers, extensionsHeader);
}

/** The project's folder, which Electron runs as an app. */
export const projectRoot = resolve(__dirname, '../../../..');

/** Finds the Electron under test: the one that `npm test` names, or else the one that `npm start` would run. */
export async function findElectron(): Promise<string> {
  const named = process.env.STET_ELECTRON;
  if (named) return named;
  const { findRuntime } = await import('#build/runtime/runtime.mjs');
  const { executable } = await findRuntime({ print: () => undefined });
  return executable;
}

/**
 * Makes Playwright start this Electron as if it were the one of the package `electron`, which Playwright finds by itself. Only
 * that one waits until Playwright is attached before it emits `ready`. An Electron named by its path opens its window
 * meanwhile, and on a busy machine both then wait for each other.
 */
export function setPlaywrightElectron(executable: string): void {
  const isBundle = process.platform === 'darwin';
  process.env.ELECTRON_OVERRIDE_DIST_PATH = isBundle
    ? resolve(executable, '../../../..')
    : dirname(executable);
  // The package reads the variable once, when it is loaded. Processes that the app starts must not read it.
  createRequire(__filename)('electron');
  delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
}

export interface LaunchOptions {
  userData: string;
  args?: string[];
  env?: Record<string, string>;
  /** Whether the pages' Content-Security-Policy is lifted, which proves that it is only the second line of defence. */
  bypassCSP?: boolean;
}

export interface LaunchedApp {
  app: ElectronApplication;
  child: ChildProcess;
  page: Page;
}

/** How long Electron may take to start in a test, in milliseconds. Below the timeout of a test, so that the failure names the start. */
const startTimeoutMs = 40_000;

/** Starts the built app in the Electron that `setPlaywrightElectron` chose, and waits for its window. */
export const launch = (options: LaunchOptions): Promise<LaunchedApp> =>
  test.step('Electron starts', () => startElectron(options, startTimeoutMs), { timeout: startTimeoutMs });

/** The same outside of a test. */
export async function startElectron(options: LaunchOptions, timeoutMs: number): Promise<LaunchedApp> {
  const { userData, args = [], env = {}, bypassCSP = false } = options;
  const { electronEnvironment, sandboxFlags } = await import('#build/machine/launch.mjs');
  const app = await _electron.launch({
    args: [
      projectRoot,
      ...sandboxFlags({ root: process.getuid?.() === 0 }),
      // Xvfb has no GPU: Chromium would start a GPU process that fails, and then another one.
      '--disable-gpu',
      // A window closes before optimized code pays off: compiling it took a tenth of the window's time.
      '--js-flags=--no-opt',
      `--user-data-dir=${userData}`,
      ...args,
    ],
    env: { ...dropUndefined(electronEnvironment(process.env)), ...env },
    // Playwright would otherwise force the light theme on the page.
    colorScheme: null,
    bypassCSP,
    timeout: timeoutMs,
  });
  const page = setActionTimeout(await app.firstWindow({ timeout: timeoutMs }));
  return { app, child: app.process(), page };
}

/** Limits each action to 20 seconds. This is well below the timeout of a test, so that the failure names what is missing. */
export function setActionTimeout(page: Page): Page {
  page.setDefaultTimeout(20_000);
  return page;
}

/** Kills the process and its children at once. */
export async function killProcess(child: ChildProcess): Promise<void> {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  const exited = once(child, 'exit');
  // Playwright starts Electron as the leader of a process group of its own.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await exited;
}

function dropUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
