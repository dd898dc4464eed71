import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { formatFileSize } from '#shared/text/format/numbers.ts';
import { callMain } from '../e2e/support/page/call-main.ts';
import { emptySource } from '../libraries/sources.ts';
import { openTestLibrary } from '../libraries/test-library.ts';
import { refusingDialogs } from '../unit/main/support/plain-platform.ts';
import { generateArticle } from './support/generate-article.ts';
import { median, type Print } from './support/report-metrics.ts';
import { timeKey } from './support/time-in-page.ts';

const articles = 40;
const filesPerArticle = 2;
const fileBytes = 2_400_000;
const keys = 150;

function measureFolder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? measureFolder(path) : statSync(path).size;
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** How long reading all files of a folder and computing their SHA-256 takes, in milliseconds. */
function timeReading(folder: string): number {
  const start = performance.now();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest();
  return performance.now() - start;
}

/** Fills a library of about 200 MB: attached files, which no program can compress, and histories. Resolves to the articles' ids. */
async function fillLibrary(root: string): Promise<string[]> {
  const picked: string[] = [];
  const library = openTestLibrary(join(root, 'library'), {
    userDataFolder: root,
    documentsFolder: join(root, 'documents'),
    dialogs: { ...refusingDialogs, attachFiles: async () => picked },
  });
  const ids: string[] = [];
  for (let index = 0; index < articles; index += 1) {
    const { articleId } = await library.createArticle(generateArticle(1_500, 60));
    ids.push(articleId);
    await library.call('review.open', { articleId });
    const source = { id: 'source', ...emptySource, title: 'Ledger', primary: true, ...goodStanding };
    const apply = async (edits: ProposedChange['edits']) => {
      const change = { id: library.platform.newId(), action: 'evidence.attach' as const, edits };
      await library.call('review.apply', { articleId, change });
    };
    await apply([{ table: 'sources', id: 'source', create: source }]);
    for (let file = 0; file < filesPerArticle; file += 1) {
      const path = join(root, `file-${file}.bin`);
      writeFileSync(path, randomBytes(fileBytes));
      picked.splice(0, picked.length, path);
      const stored = await library.call('vault.pick', { taskId: library.platform.newId(), articleId });
      for (const one of stored?.files ?? []) {
        const id = library.platform.newId();
        await apply([
          {
            table: 'attachments',
            id,
            create: { ...one, id, sourceId: 'source', addedAt: '2026-01-01T00:00:00.000Z' },
          },
        ]);
      }
    }
    await library.call('review.close', { articleId });
  }
  await library.call('settings.change', { reviewer: 'Bench' });
  await library.call('backup.setFolder', { choice: 'proposed' });
  await library.core.close();
  return ids;
}

/** Presses keys in the window until the work is done, or a number of times. Resolves to the milliseconds until each is painted. */
async function typeWhile(page: Page, work: Promise<unknown> | null): Promise<number[]> {
  let isDone = false;
  void work?.then(() => {
    isDone = true;
  });
  const times: number[] = [];
  while (work ? !isDone : times.length < keys) {
    const start = performance.now();
    // Through the browser process, as a key of the keyboard comes.
    await page.keyboard.press('a');
    times.push(performance.now() - start);
    await page.waitForTimeout(8);
  }
  return times;
}

function summarize(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${median(times).toFixed(1)} ms, 95 % below ${at(0.95)} ms, slowest ${at(1)} ms (${times.length} keys)`;
}

/** Measures a first and a following backup of about 200 MB in the built app, and typing meanwhile. */
export async function run(print: Print): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const documents = join(root, 'documents');
  mkdirSync(documents);
  const ids = await fillLibrary(root);
  const library = join(root, 'library');
  print(`A library of ${articles} articles, ${formatFileSize(measureFolder(library))}`);
  const copyStart = performance.now();
  cpSync(library, join(root, 'plain-copy'), { recursive: true });
  print(`Plain copy, neither synced nor read back: ${(performance.now() - copyStart).toFixed(0)} ms`);
  const launch = () =>
    _electron.launch({
      executablePath: process.env.STET_ELECTRON ?? '',
      args: [process.cwd(), '--no-sandbox', `--user-data-dir=${root}`],
    });
  let app = await launch();
  try {
    const page = await app.firstWindow();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    const [articleId = ''] = ids;
    await callMain(page, 'review.open', { articleId });
    await page.getByRole('searchbox').click();
    await typeWhile(page, null);
    const quiet = await typeWhile(page, null);

    const backUp = async (what: string, taskId: string) => {
      const before = measureFolder(documents);
      const start = performance.now();
      let durationMs = 0;
      const running = callMain(page, 'backup.run', { taskId }).then(() => {
        durationMs = performance.now() - start;
      });
      const times = await typeWhile(page, running);
      const bytes = measureFolder(documents) - before;
      print(`${what}: ${durationMs.toFixed(0)} ms, ${formatFileSize(Math.max(0, bytes))} written`);
      return times;
    };
    const first = await backUp('First backup', 'first');
    const title = { before: { title: generateArticle(1_500, 60).title }, after: { title: 'Changed' } };
    const change = {
      id: 'changed',
      action: 'article.edit' as const,
      edits: [{ table: 'article' as const, id: articleId, update: title }],
    };
    await callMain(page, 'review.apply', { articleId, change });
    const next = await backUp('Following backup, one article changed', 'next');
    await backUp('Nothing changed', 'same');
    const quietAgain = await typeWhile(page, null);
    print(`A key without a backup: ${summarize([...quiet, ...quietAgain])}`);
    print(`A key during the first: ${summarize(first)}`);
    print(`A key during the next: ${summarize(next)}`);
    print(`Frame of a key in the window: ${(await page.evaluate(timeKey, 'a')).toFixed(1)} ms`);
    print(`The backups: ${formatFileSize(measureFolder(documents))}`);
    await app.close();

    const readMs = timeReading(documents);
    app = await launch();
    const started = await app.firstWindow();
    await started.getByRole('main').getByRole('listitem').first().waitFor();
    const start = performance.now();
    await callMain(started, 'backup.run', { taskId: 'read-back' });
    const readBackMs = performance.now() - start;
    print(
      `First backup after a start, which reads all of them back: ${readBackMs.toFixed(0)} ms, ${(readBackMs / readMs).toFixed(1)} times as long as plainly reading and hashing the same files (${readMs.toFixed(0)} ms)`,
    );
  } finally {
    await app.close();
    rmSync(root, { recursive: true, force: true });
  }
}
