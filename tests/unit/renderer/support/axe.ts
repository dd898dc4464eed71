import axe from 'axe-core';
import { expect } from 'vitest';
import { chooseExamples } from '#tests/unit/effort.ts';
import { emulateMedia } from '#tests/unit/main/worker/reports/html/opened-report.ts';
import { waitForLayout } from './rows.ts';

/** Rules about the page around the window, which is that of the test runner. */
const pageRules = ['html-has-lang', 'document-title', 'page-has-heading-one', 'landmark-one-main', 'bypass'];

/** The themes differ only in colours. */
const rulesByTheme = {
  light: { rules: Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }])) },
  dark: { runOnly: { type: 'rule' as const, values: ['color-contrast'] } },
};

/** Checks that axe finds no violation in what is shown, in the light theme, and in `npm run test:all` in the dark one. */
export async function expectNoViolations(screen: string): Promise<void> {
  for (const theme of chooseExamples(['light', 'dark'] as const, 1)) {
    await emulateMedia({ theme });
    await waitForLayout();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rulesByTheme[theme] });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
    expect.soft(found, `${screen}, ${theme}`).toEqual([]);
  }
}
