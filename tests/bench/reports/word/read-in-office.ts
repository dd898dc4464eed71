import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { bundleForPage } from '../../import/web/articles/bundle-for-page';
import type { Office } from './office';
import type { OpenDocumentContent } from './page/read-open-document';

declare global {
  interface Window {
    readOpenDocument?(xml: string, author: string): OpenDocumentContent;
  }
}

/** The comments and tracked changes of an author that LibreOffice finds in a Word file; null when it can't open it. */
export async function readInOffice(
  { page, office }: { page: Page; office: Office },
  file: string,
  author: string,
): Promise<OpenDocumentContent | null> {
  const saveAs = file.replace(/\.docx$/, '.fodt');
  if (!(await office.open({ file, saveAs }))) return null;
  if (!(await page.evaluate(() => window.readOpenDocument !== undefined)))
    await page.addScriptTag({
      content: await bundleForPage('tests/bench/reports/word/page/read-open-document.ts'),
    });
  const xml = readFileSync(saveAs, 'utf8');
  return page.evaluate(([text, by]) => window.readOpenDocument?.(text, by) ?? null, [xml, author] as const);
}
