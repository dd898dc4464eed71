import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openBlankPage } from '../../import/app/built-app';
import { createAnnotatedArticles } from '../../import/word/annotated/annotated-article';
import { AnnotatedDocx } from '../../import/word/annotated/write-annotated-docx';
import { type Print, reportAtLeast } from '../../support/report-metrics';
import { checkWordReport, reviewer, type WordFile } from './check-word-report';
import { Office } from './office';
import { WordApp } from './word-app';

/** The Word documents of a folder and of the folders in it; none when there is no such folder. */
function readFolder(folder: string): WordFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .map((name) => ({ name: name.replaceAll('/', '-'), bytes: readFileSync(join(folder, name)) }));
}

/** The same documents as LibreOffice saves them. */
async function saveByOffice(office: Office, folder: string, files: readonly WordFile[]): Promise<WordFile[]> {
  const saved: WordFile[] = [];
  for (const { name, bytes } of files) {
    const file = join(folder, name);
    const saveAs = join(folder, `office-${name}`);
    writeFileSync(file, bytes);
    if (await office.open({ file, saveAs }))
      saved.push({ name: `office-${name}`, bytes: readFileSync(saveAs) });
  }
  return saved;
}

/**
 * Exports the findings on real Word files into these files, and lets other programs say what is in them: LibreOffice, which accepts
 * and rejects all tracked changes, and pandoc. Then each report comes back as the next draft. Skips, and says so, where
 * LibreOffice or pandoc is missing.
 */
export async function measureWordReports(
  { app, page }: { app: ElectronApplication; page: Page },
  corpora: string | undefined,
  print: Print,
): Promise<void> {
  const missing = Office.whyMissing();
  if (missing !== null) {
    print(`Skipped: Word reports in other programs; ${missing}.`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-'));
  const office = new Office();
  try {
    const own = [
      ...readFolder('tests/fixtures'),
      ...createAnnotatedArticles()
        .slice(0, 6)
        .map((article) => ({ name: `${article.name}.docx`, bytes: new AnnotatedDocx(article).write() })),
    ];
    const real = corpora ? readFolder(join(corpora, 'word')) : [];
    const files = [
      ...own,
      ...real,
      ...(await saveByOffice(office, folder, [...own.slice(0, 6), ...real.slice(0, 8)])),
    ];
    const tools = { app: new WordApp(app, page), blankPage: await openBlankPage(app), office, folder };
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
    for (const [what, { done, of }] of totals) reportAtLeast(print, { what, value: done, bound: of });
    await tools.blankPage.close();
  } finally {
    await office.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
