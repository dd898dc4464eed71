import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page, test } from '@playwright/test';
import type { Guard } from './guard';
import { projectRoot } from './runtime';

export interface Start {
  userData: string;
  guard: Guard;
  args?: string[];
  env?: Record<string, string>;
  /** Whether the pages' policies are lifted, to see that they are only the second lock. */
  bypassCSP?: boolean;
}

/** What a spec may ask for when it starts the app again. */
export type More = Pick<Start, 'args' | 'env'>;

/** The app as it runs for one spec: an Electron, and the page of its window. */
export interface Host {
  readonly app: ElectronApplication;
  readonly page: Page;
  open(more?: More): Promise<void>;
  /** Closes as a person does, and waits until it is done. */
  close(): Promise<void>;
  /** Ends the process and all its children on the spot, as a crash or a power cut would. */
  kill(): Promise<void>;
}

/** An Electron for one spec alone. */
export class OwnProcess implements Host {
  #running: Awaited<ReturnType<typeof launch>> | null = null;

  constructor(private readonly start: Start) {}

  get app(): ElectronApplication {
    return this.#there.app;
  }

  get page(): Page {
    return this.#there.page;
  }

  async open(more: More = {}): Promise<void> {
    const start = { ...this.start, ...more };
    this.#running = await launch(start);
    start.guard.watch(this.app.context());
    await start.guard.sweep(this.page);
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  async kill(): Promise<void> {
    await killProcess(this.#there.child);
  }

  get #there() {
    if (!this.#running) throw new Error('the app was not started');
    return this.#running;
  }
}

/** How long Electron may take to start, in milliseconds; below the time of a whole test, so that the failure says so. */
const startsWithin = 20_000;

/** Starts the built app in the Electron that `startAsElectron` named, and waits for its window. */
export async function launch({ userData, args = [], env = {}, bypassCSP = false }: Omit<Start, 'guard'>) {
  const { electronEnvironment, sandboxFlags } = await import('../../../../build/machine/launch.mjs');
  const starting = _electron.launch({
    args: [
      projectRoot,
      ...sandboxFlags({ root: process.getuid?.() === 0 }),
      // Xvfb has none: Chromium would start a process for it that fails, and then another.
      '--disable-gpu',
      // No window lives long enough for optimized code to pay: compiling it took a tenth of the window's time.
      '--js-flags=--no-opt',
      `--user-data-dir=${userData}`,
      ...args,
    ],
    env: { ...definedOnly(electronEnvironment(process.env)), ...env },
    // Playwright would otherwise force the light theme on the page.
    colorScheme: null,
    bypassCSP,
    timeout: startsWithin,
  });
  const app = await test.step('Electron starts', () => starting, { timeout: startsWithin });
  const child = app.process();
  return { app, child, page: impatient(await app.firstWindow({ timeout: 15_000 })) };
}

/** A person would have given up by then; well below the time of a whole test, so that the failure names what is missing. */
export function impatient(page: Page): Page {
  page.setDefaultTimeout(7_000);
  return page;
}

/** Ends the process and its children without asking anybody. */
export async function killProcess(child: ChildProcess): Promise<void> {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  const gone = once(child, 'exit');
  // Playwright starts Electron as the leader of a process group of its own.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await gone;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
