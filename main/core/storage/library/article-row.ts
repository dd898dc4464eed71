import { basename } from 'node:path';
import { keepUnknownFields } from '../../../../shared/text/stored-object';
import { StetError } from '../../errors/stet-error';
import type { SerialQueue } from '../../serial-queue';
import { readdir, stat } from '../files/disk';
import type { FilePlatform } from '../files/durable-json-file';
import { removeTempFiles } from '../files/temp-files';
import { nameCopiedFolder } from '../outside/copied-folder';
import { articlePaths } from '../paths';
import { readArticle } from '../review/read-article';
import { needsSweep, sweepVault } from '../vault/sweep-vault';
import { type ArticleSummary, readSummary, summarizeArticle, writeSummary } from './article-summary';
import { readBinMark } from './bin-mark';
import type { LibraryRow } from './library-file';

export interface RowContext extends FilePlatform {
  /** Reads whole articles one at a time, because each may need much memory. */
  readInTurn: SerialQueue;
}

interface RowResult {
  row: LibraryRow | undefined;
  problems: string[];
}

/**
 * Brings the row of an article in line with its folder: it is taken from the summary there when the list's is outdated, or else
 * from the whole article. Removes what a killed process left, as far as anything may be written. Never rejects.
 */
export async function updateRow(
  folder: string,
  row: LibraryRow | undefined,
  context: RowContext,
): Promise<RowResult> {
  const paths = articlePaths(folder);
  // The folder's names first: asking for a file that is not there costs far more.
  const [historyBytes, names] = await Promise.all([
    // When the size is not known, the article is read, which reports what is wrong.
    stat(paths.history).then(
      ({ size }) => size,
      () => null,
    ),
    readdir(folder).catch(() => null),
  ]);
  const has = (path: string) => names === null || names.includes(basename(path));
  const isUnswept = context.access.refusal === null && has(paths.vault) && (await needsSweep(paths.vault));
  const binnedAt = has(paths.bin) ? await findBinnedAt(folder, row, context) : null;
  const before = row && (row.entry.binnedAt === binnedAt ? row : addBin(row, binnedAt));
  if (historyBytes !== null && !isUnswept) {
    if (before?.historyBytes === historyBytes) return { row: before, problems: [] };
    const summary = await readSummary(folder, historyBytes, context);
    if (summary) return { row: keepUnknownFields(before, addBin(summary, binnedAt)), problems: [] };
  }
  return context.readInTurn(async () => {
    await removeTempFilesOf(folder, context);
    return readRow(folder, before ?? null, binnedAt, context);
  });
}

/** When the article was moved to the bin, by its folder; by the list if the folder can't be read. */
async function findBinnedAt(
  folder: string,
  row: LibraryRow | undefined,
  context: RowContext,
): Promise<string | null> {
  try {
    return await readBinMark(folder);
  } catch (error) {
    context.log.error(`whether ${basename(folder)} is in the bin could not be read`, error);
    return row?.entry.binnedAt ?? null;
  }
}

function addBin(
  { entry, historyBytes }: Pick<ArticleSummary, 'entry' | 'historyBytes'>,
  binnedAt: string | null,
): LibraryRow {
  return { entry: { ...entry, binnedAt }, historyBytes };
}

/** Removes temporary files that a killed process left in an article's folder, if anything may be written. */
export async function removeTempFilesOf(folder: string, { access }: FilePlatform): Promise<void> {
  if (access.refusal !== null) return;
  await access.verify();
  await removeTempFiles(folder);
  await removeTempFiles(articlePaths(folder).drafts);
  await removeTempFiles(articlePaths(folder).vault);
}

/**
 * Makes the row of an article from its folder, and its summary there. An article that can't be read keeps its previous row, if
 * it had one.
 */
export async function readRow(
  folder: string,
  before: LibraryRow | null,
  binnedAt: string | null,
  context: FilePlatform,
): Promise<RowResult> {
  const { log } = context;
  try {
    if (before === null) await nameCopiedFolder(folder, context);
    const content = await readArticle(folder, context);
    const { review, draft, changes, history } = content;
    // Opening a damaged article repairs it, or asks how to, and says so.
    const problems = content.isDamaged ? [] : content.problems;
    const summary = summarizeArticle(basename(folder), history.end.bytes, review, draft, changes.at(-1));
    if (content.readOnlyReason === null) {
      await sweepVault(articlePaths(folder).vault, changes, context).catch((error) =>
        log.error(`the vault of ${basename(folder)} could not be swept`, error),
      );
      await writeSummary(folder, summary, context).catch((error) =>
        log.error(`the summary of ${basename(folder)} could not be written`, error),
      );
    }
    return {
      // The summary of an older text would say too little.
      row:
        content.lostDrafts.length > 0 && before
          ? before
          : keepUnknownFields(before, addBin(summary, binnedAt)),
      problems: problems.map((problem) => `“${summary.entry.title}”: ${problem}`),
    };
  } catch (error) {
    log.error(`${basename(folder)} could not be read`, error);
    const name = before ? `“${before.entry.title}”` : `The article in the folder ${folder}`;
    const message =
      error instanceof StetError ? error.message : 'It can’t be read. Its folder is kept as it is.';
    return { row: before ?? undefined, problems: [`${name}: ${message}`] };
  }
}
