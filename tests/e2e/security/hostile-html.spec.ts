import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { hostileHtml } from '#tests/unit/renderer/documents/read/web/hostile-html.ts';
import { test } from '../fixtures.ts';
import type { Stet } from '../support/electron/stet.ts';
import { openReport } from '../support/reports/open-report.ts';

test.use({ stetOwnProcess: true });

/** The payloads are spread over this many pages, because one that swallows the rest of its page would hide the others. */
const pageCount = 12;

const words =
  'The ferry, built in 1986, carried 1.2 million people across the bay, as the ledger says. '.repeat(9);

/** Defines the function that the payloads call. Their text may be shown, but must not run. */
const trap = '<script>ran = () => { globalThis.pwned = "ran" }</script>';

function makePage(index: number): string {
  const payloads = hostileHtml.filter((_, payloadIndex) => payloadIndex % pageCount === index);
  return `<!doctype html><title>Ferry ${index}</title>${trap}<article><p>${words}</p>${payloads.join(`<p>${words}</p>`)}</article>`;
}

/** Checks that no payload ran, and that none became an element of the page. */
async function expectHarmless(stet: Stet): Promise<void> {
  for (const frame of stet.page.frames())
    expect(await frame.evaluate(() => globalThis.pwned).catch(() => undefined)).toBeUndefined();
  const activeElements = stet.page
    .locator('#root')
    .locator('script, img, iframe:not([title]), object, embed, form[action], a');
  await expect(activeElements).toHaveCount(0);
}

for (const bypassCSP of [false, true])
  test.describe(bypassCSP ? 'with every policy lifted' : 'under the policies', () => {
    test.use({ stetBypassCSP: bypassCSP });

    test('hostile pages run no script and make no request in the preview, the article and the report', async ({
      stet,
      files,
      guard,
      answerDialogs,
    }) => {
      // The importer parses a page without showing it, and its policy reports the page's styles and scripts.
      guard.allow(/^console error: Refused to (?:apply|execute|load|set)/);
      const paths = Array.from({ length: pageCount }, (_, index) => {
        const path = join(files, `ferry-${index}.html`);
        writeFileSync(path, makePage(index));
        return path;
      });
      await stet.page.evaluate(() => Object.assign(globalThis, { ran: () => (globalThis.pwned = 'ran') }));
      await answerDialogs({ open: paths });
      await stet.welcome.openFile.click();
      for (let index = 0; index < pageCount; index += 1) {
        await expect(stet.preview.title).toHaveValue(`Ferry ${index}`);
        await expectHarmless(stet);
        await stet.preview.openArticle.click();
        await expect(stet.article.title(`Ferry ${index}`)).toBeVisible();
        await expectHarmless(stet);
      }
      const report = join(files, 'report.html');
      await answerDialogs({ save: report });
      await stet.exportDialog.open();
      await expectHarmless(stet);
      await stet.exportDialog.saveAndClose();
      const unlocked = join(files, 'unlocked.html');
      writeFileSync(
        unlocked,
        readFileSync(report, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, trap),
      );
      for (const file of bypassCSP ? [unlocked] : [report]) {
        const { page, requests, close } = await openReport(file);
        expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined();
        expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
        await close();
      }
    });
  });
