import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { Screens } from '../../pages/screens';
import type { Host, More } from './own-process';

/** How long the window may take to open or close, in milliseconds; below the time of a whole test, so that the failure says so. */
const patience = 20_000;

const opened = (host: Host, more?: More) =>
  test.step('the window opens', () => host.open(more), { timeout: patience });

/** The running app: its process, its window, and what a person sees in it. */
export class Stet extends Screens {
  #running = true;

  private constructor(private readonly host: Host) {
    super(() => host.page);
  }

  static async start(host: Host): Promise<Stet> {
    await opened(host);
    const stet = new Stet(host);
    await stet.ready();
    return stet;
  }

  get app(): ElectronApplication {
    return this.host.app;
  }

  get page(): Page {
    return this.host.page;
  }

  /** Waits until the first screen is there. */
  async ready(): Promise<void> {
    await expect(this.page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
  }

  /** The window’s accessibility tree as text, or the reason why the page gives none. */
  async accessibilityTree(): Promise<string> {
    try {
      return await this.page.locator('body').ariaSnapshot();
    } catch (error) {
      return String(error);
    }
  }

  /** Chooses an entry of the menu bar by its path of labels, for example `menu('Help', 'About Stet')`. */
  async menu(...labels: string[]): Promise<void> {
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

  /** Gives the window another size, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await expect.poll(() => this.page.evaluate(() => innerWidth)).toBe(width);
  }

  /** Closes as a person does, and waits until it is done. */
  async close(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    await test.step('the window closes', () => this.host.close(), { timeout: patience });
  }

  /** Ends the process and all its children on the spot, as a crash or a power cut would. */
  async kill(): Promise<void> {
    this.#running = false;
    await this.host.kill();
  }

  /** Starts again on the same folder, after `close` or `kill`. */
  async relaunch(more?: More): Promise<void> {
    await opened(this.host, more);
    this.#running = true;
    await this.ready();
  }

  async restart(more?: More): Promise<void> {
    await this.close();
    await this.relaunch(more);
  }
}
