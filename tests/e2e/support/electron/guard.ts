import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrowserContext,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test';

interface NavigationAttempt {
  url: string;
  prevented: boolean;
}

declare global {
  var stetNavigations: NavigationAttempt[] | undefined;
}

/**
 * Records every attempt to navigate the window to another page, and whether Stet prevented it. The returned function reads
 * the attempts.
 */
export async function watchNavigation(app: ElectronApplication): Promise<() => Promise<NavigationAttempt[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const attempts: NavigationAttempt[] = [];
    globalThis.stetNavigations = attempts;
    // Called after Stet's own listeners, which were added first.
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-frame-navigate', ({ url, defaultPrevented }) =>
        attempts.push({ url, prevented: defaultPrevented }),
      );
  });
  return () => app.evaluate(() => globalThis.stetNavigations ?? []);
}

/** Addresses that a page may load: the app's own files, and data that the page created. */
const ownUrl = /^(?:app:|data:|blob:|devtools:)/;

/** Collects errors and requests that a spec does not check itself, and fails the test if it did not expect them. */
export class Guard {
  readonly #errors = new Set<string>();
  readonly #allowed: RegExp[] = [];

  constructor(private readonly userData: string) {}

  /** Allows errors that match, for a spec that provokes them. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** All errors so far, allowed or not. */
  get errors(): readonly string[] {
    return [...this.#errors];
  }

  /** Starts listening. The returned function stops it. */
  watch(context: BrowserContext): () => void {
    const onError = (error: WebError) => this.#add(`page error: ${error.error().message}`);
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === 'error') this.#add(`console error: ${message.text()}`);
    };
    const onRequest = (request: Request) => {
      if (!ownUrl.test(request.url())) this.#add(`request: ${request.url()}`);
    };
    context.on('weberror', onError).on('console', onConsole).on('request', onRequest);
    return () => context.off('weberror', onError).off('console', onConsole).off('request', onRequest);
  }

  /** Adds the errors that the page reported before `watch` could listen. */
  async addEarlierErrors(page: Page): Promise<void> {
    for (const message of await page.consoleMessages())
      if (message.type() === 'error') this.#add(`console error: ${message.text()}`);
    for (const error of await page.pageErrors()) this.#add(`page error: ${error.message}`);
  }

  /** Fails if there was an error that the spec did not allow. Lines of main's log count as errors. */
  expectNoErrors(): void {
    const log = join(this.userData, 'logs', 'main.log');
    if (existsSync(log)) this.#add(`main's log: ${readFileSync(log, 'utf8').trim()}`);
    const unexpected = this.errors.filter((error) => !this.#allowed.some((pattern) => pattern.test(error)));
    expect(unexpected, 'no unexpected error').toEqual([]);
  }

  #add(error: string): void {
    this.#errors.add(error);
  }
}
