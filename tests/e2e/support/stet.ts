import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { Screens } from '../pages/screens';
import type { Guard } from './guard';
import { projectRoot } from './runtime';

export interface Start {
  executable: string;
  userData: string;
  guard: Guard;
  args?: string[];
  env?: Record<string, string>;
  /** Whether the pages' policies are lifted, to see that they are only the second lock. */
  bypassCSP?: boolean;
}

/** The running app: its process, its window, and what a person sees in it. */
export class Stet extends Screens {
  #app: ElectronApplication;
  #page: Page;
  #running = true;

  private constructor(
    private readonly start: Start,
    app: ElectronApplication,
    page: Page,
  ) {
    super(() => this.#page);
    this.#app = app;
    this.#page = page;
  }

  static async start(start: Start): Promise<Stet> {
    const { app, page } = await launch(start);
    const stet = new Stet(start, app, page);
    await stet.ready();
    return stet;
  }

  get app(): ElectronApplication {
    return this.#app;
  }

  get page(): Page {
    return this.#page;
  }

  /** Waits until the first screen is there. */
  async ready(): Promise<void> {
    await expect(this.page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
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

  /** Quits as a person does, and waits until the process is gone. */
  async close(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    await this.app.close();
  }

  /** Ends the process and all its children on the spot, as a crash or a power cut would. */
  async kill(): Promise<void> {
    this.#running = false;
    const gone = new Promise<void>((resolve) => this.app.once('close', () => resolve()));
    const { pid } = this.app.process();
    // Playwright starts Electron as the leader of a process group of its own.
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    await gone;
  }

  /** Starts again on the same folder, after `close` or `kill`. */
  async relaunch(more: Pick<Start, 'args' | 'env'> = {}): Promise<void> {
    const { app, page } = await launch({ ...this.start, ...more });
    this.#app = app;
    this.#page = page;
    this.#running = true;
    await this.ready();
  }

  async restart(more: Pick<Start, 'args' | 'env'> = {}): Promise<void> {
    await this.close();
    await this.relaunch(more);
  }
}

async function launch({ executable, userData, guard, args = [], env = {}, bypassCSP = false }: Start) {
  const { electronEnvironment, sandboxFlags } = await import('../../../build/launch.mjs');
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      projectRoot,
      ...sandboxFlags({ root: process.getuid?.() === 0 }),
      `--user-data-dir=${userData}`,
      ...args,
    ],
    env: { ...definedOnly(electronEnvironment(process.env)), ...env },
    // Playwright would otherwise force the light theme on the page.
    colorScheme: null,
    bypassCSP,
  });
  guard.watch(app.context());
  const page = await app.firstWindow();
  // A person would have given up by then; well below the time of a whole test, so that the failure names what is missing.
  page.setDefaultTimeout(7_000);
  await guard.sweep(page);
  return { app, page };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
