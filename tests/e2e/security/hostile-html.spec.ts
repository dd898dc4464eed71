import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { hostileHtml } from '../../unit/renderer/importer/web/hostile-html';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';
import { openReport } from '../support/reports/open-report';

test.use({ stetOwnProcess: true });

/** Pages that the payloads are spread over: what swallows all that follows it must not hide them all. */
const count = 12;

const words =
  'The ferry, built in 1986, carried 1.2 million people across the bay, as the ledger says. '.repeat(9);

/** What the payloads call and fetch; their words may well be shown. */
const trap = '<script>ran = () => { globalThis.pwned = "ran" }</script>';

function pageOf(index: number): string {
  const payloads = hostileHtml.filter((_, at) => at % count === index);
  return `<!doctype html><title>Ferry ${index}</title>${trap}<article><p>${words}</p>${payloads.join(`<p>${words}</p>`)}</article>`;
}

async function isHarmless(stet: Stet): Promise<void> {
  for (const frame of stet.page.frames())
    expect(await frame.evaluate(() => globalThis.pwned).catch(() => undefined)).toBeUndefined();
  const alive = stet.page
    .locator('#root')
    .locator('script, img, iframe:not([title]), object, embed, form[action], a');
  await expect(alive).toHaveCount(0);
}

for (const bypassCSP of [false, true])
  test.describe(bypassCSP ? 'with every policy lifted' : 'under the policies', () => {
    test.use({ stetBypassCSP: bypassCSP });

    test('hostile pages run nothing and ask for nothing: in the preview, the reader and the report', async ({
      stet,
      files,
      guard,
      answerDialogs,
    }) => {
      test.setTimeout(90_000);
      // A page that is parsed and never shown tells of its own styles and scripts; it is the importer's policy that speaks.
      guard.allow(/^console error: Refused to (?:apply|execute|load|set)/);
      const paths = Array.from({ length: count }, (_, index) => {
        const path = join(files, `ferry-${index}.html`);
        writeFileSync(path, pageOf(index));
        return path;
      });
      await stet.page.evaluate(() => Object.assign(globalThis, { ran: () => (globalThis.pwned = 'ran') }));
      await answerDialogs({ open: paths });
      await stet.welcome.openFile.click();
      for (let index = 0; index < count; index += 1) {
        await expect(stet.preview.title).toHaveValue(`Ferry ${index}`);
        await isHarmless(stet);
        await stet.preview.openArticle.click();
        await expect(stet.article.title(`Ferry ${index}`)).toBeVisible();
        await isHarmless(stet);
      }
      const report = join(files, 'report.html');
      await answerDialogs({ save: report });
      await stet.exportDialog.open();
      await isHarmless(stet);
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
