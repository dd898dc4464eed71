import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { Screens } from '#tests/e2e/pages/screens.ts';
import type { AppProcess, RelaunchOptions } from './own-process.ts';

/** How long the window may take to open or close, in milliseconds. Below the timeout of a test, so that the failure names it. */
const windowTimeoutMs = 40_000;

const openWindow = (appProcess: AppProcess, options?: RelaunchOptions) =>
  test.step('the window opens', () => appProcess.open(options), { timeout: windowTimeoutMs });

/** The running app: its process, its window, and the screens in it. */
export class Stet extends Screens {
  #isRunning = true;

  private constructor(private readonly appProcess: AppProcess) {
    super(() => appProcess.page);
  }

  static async start(appProcess: AppProcess): Promise<Stet> {
    await openWindow(appProcess);
    const stet = new Stet(appProcess);
    await stet.waitUntilReady();
    return stet;
  }

  get app(): ElectronApplication {
    return this.appProcess.app;
  }

  get page(): Page {
    return this.appProcess.page;
  }

  /** Waits until the first screen is shown. */
  async waitUntilReady(): Promise<void> {
    await expect(this.page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
  }

  /** The window’s accessibility tree as text, or the reason why the page gives none. */
  async readAccessibilityTree(): Promise<string> {
    try {
      return await this.page.locator('body').ariaSnapshot();
    } catch (error) {
      return String(error);
    }
  }

  /** Chooses an item of the menu bar by the labels on the way to it, for example `chooseMenuItem('Help', 'About Stet')`. */
  async chooseMenuItem(...labels: string[]): Promise<void> {
    await this.app.evaluate(({ Menu }, path) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      for (const [index, label] of path.entries()) {
        const item = items.find((candidate) => candidate.label.replace('&', '') === label);
        if (!item) throw new Error(`the menu has no ${path.slice(0, index + 1).join(' > ')}`);
        if (index === path.length - 1) item.click();
        items = item.submenu?.items ?? [];
      }
    }, labels);
  }

  /** Resizes the content of the window, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()
          .find((each) => each.webContents.getURL().endsWith('bundle/index.html'))
          ?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await expect.poll(() => this.page.evaluate(() => innerWidth)).toBe(width);
  }

  /** Zooms the window; 2 is 200 %. */
  async zoom(factor: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, to) =>
        BrowserWindow.getAllWindows()
          .find((each) => each.webContents.getURL().endsWith('bundle/index.html'))
          ?.webContents.setZoomFactor(to),
      factor,
    );
  }

  /** Presses the window's close button. It closes in a later task: main could quit before it answers this call. */
  async pressClose(): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('bundle/index.html'),
      );
      setTimeout(() => window?.close());
    });
  }

  /** Closes the window as a user does, and waits until it is gone. */
  async close(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    await test.step('the window closes', () => this.appProcess.close(), { timeout: windowTimeoutMs });
  }

  /** Kills the process and all its children at once, as a crash or a power cut would. */
  async kill(): Promise<void> {
    this.#isRunning = false;
    await this.appProcess.kill();
  }

  /** Starts the app again with the same data, after `close` or `kill`. */
  async relaunch(options?: RelaunchOptions): Promise<void> {
    await openWindow(this.appProcess, options);
    this.#isRunning = true;
    await this.waitUntilReady();
  }

  async restart(options?: RelaunchOptions): Promise<void> {
    await this.close();
    await this.relaunch(options);
  }
}
