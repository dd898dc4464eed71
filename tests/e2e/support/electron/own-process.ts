import type { ElectronApplication, Page } from '@playwright/test';
import type { AppProcess, RelaunchOptions } from './app-process';
import type { Guard } from './guard';
import { killProcess, type LaunchedApp, type LaunchOptions, launch } from './launch';

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
