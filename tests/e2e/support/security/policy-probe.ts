import type { Page } from '@playwright/test';

declare global {
  /**
   * Tries one thing after the other and resolves to the directive of the page's policy that refused it. There once
   * `teachRefusals` was called.
   */
  var refusalsOf: (attempts: Record<string, () => unknown>) => Promise<Record<string, string>>;
  /** What hostile code sets where it comes to run. */
  var pwned: unknown;
}

/** What the browser says of a refused attempt, for the guard. */
export const refusalWords = /^console error: .*Content Security Policy/;

/** Gives the page `refusalsOf`. */
export async function teachRefusals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const refusalOf = (attempt: () => unknown) =>
      new Promise<string>((resolve) => {
        const listener = (event: SecurityPolicyViolationEvent) => {
          clearTimeout(patience);
          resolve(event.effectiveDirective);
        };
        document.addEventListener('securitypolicyviolation', listener, { once: true });
        const patience = setTimeout(() => {
          document.removeEventListener('securitypolicyviolation', listener);
          resolve('nothing was refused');
        }, 2_000);
        // In a task of the page's own: while a debugger evaluates, the policy counts for less.
        setTimeout(async () => {
          try {
            await attempt();
          } catch {
            // That it threw is no proof of who refused it.
          }
        });
      });

    globalThis.refusalsOf = async (attempts) => {
      const refusals: Record<string, string> = {};
      for (const [name, attempt] of Object.entries(attempts)) refusals[name] = await refusalOf(attempt);
      return refusals;
    };
  });
}
