import type { ElectronApplication, Page } from '@playwright/test';
import type { Guard } from './guard.ts';
import { killProcess, type LaunchedApp, type LaunchOptions, launch } from './launch.ts';

/** Options that a spec may change when it starts the app again. */
export interface RelaunchOptions {
  args?: string[];
  env?: Record<string, string>;
}

/** The app as it runs for one spec: an Electron process and the page of its window. */
export interface AppProcess {
  readonly app: ElectronApplication;
  readonly page: Page;
  open(options?: RelaunchOptions): Promise<void>;
  /** Closes the window as a user does, and waits until it is gone. */
  close(): Promise<void>;
  /** Kills the process and all its children at once, as a crash or a power cut would. */
  kill(): Promise<void>;
}

/** An Electron process for one spec alone. */
export class OwnProcess implements AppProcess {
  #launched: LaunchedApp | null = null;

  constructor(private readonly options: LaunchOptions & { guard: Guard }) {}

  get app(): ElectronApplication {
    return this.#current.app;
  }

  get page(): Page {
    return this.#current.page;
  }

  async open(changed: RelaunchOptions = {}): Promise<void> {
    const { guard, ...options } = this.options;
    this.#launched = await launch({ ...options, ...changed });
    guard.watch(this.app.context());
    await guard.addEarlierErrors(this.page);
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  async kill(): Promise<void> {
    await killProcess(this.#current.child);
  }

  get #current(): LaunchedApp {
    if (!this.#launched) throw new Error('the app was not started');
    return this.#launched;
  }
}
