import type { ElectronApplication, Page } from '@playwright/test';

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
