import { join } from 'node:path';
import { toSafeFileName } from '#main/base/safe-file-name.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import { reviewFromData, reviewToData } from '#shared/domain/review/review-data.ts';
import { noteLastWriter, type Writer } from '../access/library-id.ts';
import { removeTree, rm } from '../disk/disk.ts';
import { notSavedError } from '../disk/disk-messages.ts';
import {
  createFolder,
  makePrivateFolder,
  nameFolder,
  syncFolder,
  writeFileDurably,
} from '../disk/durable-file.ts';
import { articleFolder, articlePaths } from '../disk/paths.ts';
import { alwaysWritable } from '../disk/write-access.ts';
import { formatHistoryLine, type HistoryEnd } from '../history/history-format.ts';
import type { Vault } from '../vault/vault.ts';
import { DraftFiles } from './draft-files.ts';

/** An open article, from memory, and where its drafts and files are. */
interface OpenArticle {
  review: Review;
  draft: Draft;
  history: Buffer;
  end: HistoryEnd;
  /** The files that its sources and drafts name. */
  files: readonly StoredFile[];
  drafts: DraftFiles;
  vault: Vault;
}

export interface SaveCopyContext extends Pick<System, 'now' | 'log' | 'newId'> {
  /** The folder in which the copy gets a folder of its own. */
  parent: string;
  /** Who saves it, so that it is nobody else's wherever it is opened. */
  writer: Writer;
}

export interface SavedCopy {
  folder: string;
  /** How many drafts and attached files could not be read. */
  lostFiles: number;
  /** How many of the changes that wait do not fit. */
  leftOut: number;
}

/**
 * Writes an open article into a new folder, with the changes that wait to be saved: a library of its own, which can be opened as
 * any other. The article itself is only read, and what can't be read on its disk is written from memory as far as it is there.
 * The folder appears whole or not at all. Rejects with `notSaved`, or with the signal's reason; then nothing is left behind.
 */
export async function saveArticleCopy(
  article: OpenArticle,
  waiting: readonly Change[],
  { parent, writer, ...platform }: SaveCopyContext,
  task: Task,
): Promise<SavedCopy> {
  const { id, title } = getArticle(article.review);
  const unfinished = join(parent, `.saving-${platform.newId()}`);
  const paths = articlePaths(articleFolder(unfinished, id));
  try {
    await createFolder(unfinished);
    await makePrivateFolder(unfinished);
    await createFolder(paths.drafts);
    await createFolder(paths.vault);
    const lostDrafts = await copyDrafts(
      article,
      new DraftFiles(paths.drafts, { ...platform, access: alwaysWritable }),
    );
    const lostFiles = await copyVault(article, paths.vault, task);
    const lines = formatWaiting(article, waiting);
    await writeFileDurably(paths.history, Buffer.concat([article.history, ...lines]));
    for (const folder of [paths.vault, paths.drafts, paths.folder]) await syncFolder(folder);
    await noteLastWriter({ ...platform, libraryFolder: unfinished }, writer, alwaysWritable);
    task.signal.throwIfAborted();
    const folder = await nameFolder(
      unfinished,
      join(parent, `Copy of ${toSafeFileName(title, 'an article')}`),
    );
    return { folder, lostFiles: lostDrafts + lostFiles, leftOut: waiting.length - lines.length };
  } catch (error) {
    await removeTree(unfinished).catch(() => undefined);
    if (task.signal.aborted) throw error;
    throw notSavedError(error, 'No copy was saved. Your edits are kept in this window.');
  }
}

/** The lines of the changes that wait, up to the first that does not fit. */
function formatWaiting({ review, end }: OpenArticle, waiting: readonly Change[]): Buffer[] {
  const copy = reviewFromData(reviewToData(review));
  const lines: Buffer[] = [];
  let last = { seq: end.seq, sha256: end.sha256 };
  for (const change of waiting) {
    if (!applyEdits(copy, change.edits).ok) break;
    const { line, sha256 } = formatHistoryLine(last.seq + 1, last.sha256, change);
    lines.push(Buffer.from(`${line}\n`));
    last = { seq: last.seq + 1, sha256 };
  }
  return lines;
}

async function copyDrafts({ review, draft, drafts }: OpenArticle, copies: DraftFiles): Promise<number> {
  let lost = 0;
  for (const row of review.drafts.values()) {
    const read = row.id === draft.id ? draft : await drafts.peek(row);
    if (read) await copies.write(read, await drafts.peekMap(row));
    else lost += 1;
  }
  return lost;
}

async function copyVault(
  { files, vault }: OpenArticle,
  folder: string,
  { signal, reportProgress }: Task,
): Promise<number> {
  const unique = new Map(files.map((file) => [file.sha256, file]));
  const total = [...unique.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  let [done, lost] = [0, 0];
  for (const file of unique.values()) {
    signal.throwIfAborted();
    const onChunk = ({ length }: Buffer) => {
      done += length;
      reportProgress(file.name, Math.min(done, total), total);
    };
    const path = join(folder, file.sha256);
    await vault.copyTo(file, path, onChunk, { mode: 0o600, explain: notCopied }).catch(async (error) => {
      if (!(error instanceof StetError) || error.code === 'notSaved') throw error;
      lost += 1;
      await rm(path, { force: true });
    });
  }
  return lost;
}

const notCopied = (_name: string, error: unknown) => notSavedError(error, 'No copy was saved.');
