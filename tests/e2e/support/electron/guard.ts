import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrowserContext,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test';

/** What the page may load: its own files, and what it made itself. */
const ours = /^(?:app:|data:|blob:|devtools:)/;

/** Collects what goes wrong without anybody asking for it. */
export class Guard {
  readonly #found = new Set<string>();
  readonly #allowed: RegExp[] = [];

  constructor(private readonly userData: string) {}

  /** For a spec that provokes something: what matches is no failure. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** Everything found so far, allowed or not. */
  get found(): readonly string[] {
    return [...this.#found];
  }

  /** Listens from now on; the function returned ends it. */
  watch(context: BrowserContext): () => void {
    const onError = (error: WebError) => this.#add(`page error: ${error.error().message}`);
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === 'error') this.#add(`console error: ${message.text()}`);
    };
    const onRequest = (request: Request) => {
      if (!ours.test(request.url())) this.#add(`request: ${request.url()}`);
    };
    context.on('weberror', onError).on('console', onConsole).on('request', onRequest);
    return () => context.off('weberror', onError).off('console', onConsole).off('request', onRequest);
  }

  /** What was said before anybody could listen. */
  async sweep(page: Page): Promise<void> {
    for (const message of await page.consoleMessages())
      if (message.type() === 'error') this.#add(`console error: ${message.text()}`);
    for (const error of await page.pageErrors()) this.#add(`page error: ${error.message}`);
  }

  /** Fails when something went wrong that no spec expected. */
  check(): void {
    const log = join(this.userData, 'logs', 'main.log');
    if (existsSync(log)) this.#add(`main's log: ${readFileSync(log, 'utf8').trim()}`);
    const unexpected = this.found.filter((found) => !this.#allowed.some((pattern) => pattern.test(found)));
    expect(unexpected, 'nothing goes wrong unasked').toEqual([]);
  }

  #add(what: string): void {
    this.#found.add(what);
  }
}
