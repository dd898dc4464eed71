import type { Page } from '@playwright/test';

declare global {
  /**
   * Makes the attempts one after another, and resolves to the directive of the page's policy that blocked each of them.
   * Defined in a page after `installPolicyProbe`.
   */
  var findBlockingDirectives: (attempts: Record<string, () => unknown>) => Promise<Record<string, string>>;
  /** Hostile code of the tests sets this variable if it runs. */
  var pwned: unknown;
}

/** The error in the console after a blocked attempt, for `Guard.allow`. */
export const policyErrorPattern = /^console error: .*Content Security Policy/;

/** Defines `findBlockingDirectives` in the page. */
export async function installPolicyProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const findBlockingDirective = (attempt: () => unknown) =>
      new Promise<string>((resolve) => {
        const listener = (event: SecurityPolicyViolationEvent) => {
          clearTimeout(timeout);
          resolve(event.effectiveDirective);
        };
        document.addEventListener('securitypolicyviolation', listener, { once: true });
        const timeout = setTimeout(() => {
          document.removeEventListener('securitypolicyviolation', listener);
          resolve('nothing was blocked');
        }, 2_000);
        // Runs as a task of the page, because the policy is not fully enforced for code that a debugger evaluates.
        setTimeout(async () => {
          try {
            await attempt();
          } catch {
            // An exception alone does not prove that the policy blocked the attempt.
          }
        });
      });

    globalThis.findBlockingDirectives = async (attempts) => {
      const directives: Record<string, string> = {};
      for (const [name, attempt] of Object.entries(attempts))
        directives[name] = await findBlockingDirective(attempt);
      return directives;
    };
  });
}
