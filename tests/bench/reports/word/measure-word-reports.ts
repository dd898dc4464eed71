import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openBlankPage } from '../../import/app/built-app';
import { bundleForPage } from '../../import/web/articles/bundle-for-page';
import { createAnnotatedArticles } from '../../import/word/annotated/annotated-article';
import { AnnotatedDocx } from '../../import/word/annotated/write-annotated-docx';
import { type Print, reportAtLeast } from '../../support/report-metrics';
import { checkWordReport, reviewer } from './check-word-report';
import type { Office } from './office';
import { WordApp } from './word-app';
import { listWordFiles, saveByOffice } from './word-files';

/** LibreOffice shows formulas as objects. Pandoc moves titles, authors and dates to the start, and reads no comments and changes in code. */
const shares: Record<string, number> = {
  'other comments on their exact words in LibreOffice': 0.98,
  'other comments on their exact words in pandoc': 0.97,
  'other corrections tracked in pandoc': 0.97,
};

/**
 * Exports the findings on real Word files into these files, and lets other programs say what is in them: LibreOffice, which accepts
 * and rejects all tracked changes, and pandoc. Then each report comes back as the next draft.
 */
export async function measureWordReports(
  { app, page, office }: { app: ElectronApplication; page: Page; office: Office },
  corpora: string | undefined,
  print: Print,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-'));
  try {
    const own = [
      ...listWordFiles('tests/fixtures'),
      ...createAnnotatedArticles()
        .slice(0, 6)
        .map((article) => ({ name: `${article.name}.docx`, bytes: new AnnotatedDocx(article).write() })),
    ];
    const real = corpora ? listWordFiles(join(corpora, 'word')) : [];
    const files = [
      ...own,
      ...real,
      ...(await saveByOffice(office, folder, [...own.slice(0, 6), ...real.slice(0, 8)])),
    ];
    const tools = { app: new WordApp(app, page), blankPage: await openBlankPage(app), office, folder };
    await tools.blankPage.addScriptTag({
      content: await bundleForPage('tests/bench/reports/word/page/compare-content.ts'),
    });
    await tools.app.call('settings.change', { reviewer });
    const totals = new Map<string, { done: number; of: number }>();
    for (const file of files) {
      const checks = await checkWordReport(tools, file);
      for (const [name, { done, of, detail }] of Object.entries(checks)) {
        const total = totals.get(name) ?? { done: 0, of: 0 };
        totals.set(name, { done: total.done + done, of: total.of + of });
        if (done < of) print(`    ${file.name}: ${name} ${done} of ${of}${detail ? `; ${detail}` : ''}`);
      }
    }
    print(
      `Word reports on ${files.length} files${corpora ? '' : ', without real files: STET_CORPORA names no folder'}`,
    );
    for (const [what, { done, of }] of totals)
      reportAtLeast(print, { what, value: done, bound: Math.ceil((shares[what] ?? 1) * of) });
    await tools.blankPage.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
