import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { join } from 'node:path';
import type { System } from '../../system';
import { copyFile, isThere, open, readdirEntries, readFile } from '../files/disk';
import { createFolder, syncFolder, writeFileDurably, writeVerified } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import type { CommonLine } from '../history/history-line';
import { findArticleId, parseHistory } from '../history/read-history';
import { createWholeFolder } from '../library/whole-folder';
import { articleFolder, articlePaths } from '../paths';
import { writeCopyOrigin } from './copy-origin';

/** The content that another program put in the place of an article's history. */
export interface FoundHistory {
  articleId: string;
  history: Buffer;
  /** The last line that it has in common with the article's own history. */
  common: CommonLine;
}

type CopyContext = FilePlatform & Pick<System, 'libraryFolder' | 'newId'>;

/**
 * Keeps another continuation of an article's history as an article of its own, with copies of the drafts and attached files
 * that are there. One that can't be read from its first line on is only put aside. The same content is kept once, also when a
 * kill came before it was taken from where it was found. Resolves to the id of the new article, or null. Rejects with the
 * system's error or as `WriteAccess.verify`, and then nothing was kept.
 */
export async function keepCopy(
  { articleId, history, common }: FoundHistory,
  context: CopyContext,
): Promise<string | null> {
  const from = articlePaths(articleFolder(context.libraryFolder, articleId));
  const written = findArticleId(parseHistory(history).changes);
  if (written === null) {
    const time = context.now().toISOString().replaceAll(/[:.]/g, '-');
    await writeVerified(`${from.history}.found-${time}`, history, context.access);
    return null;
  }
  const ownId = createHash('sha256').update(history).digest('base64url');
  const existing = articleFolder(context.libraryFolder, ownId);
  if (await startsWith(articlePaths(existing).history, history)) return ownId;
  const id = (await isThere(existing)) ? context.newId() : ownId;
  const fill = async (folder: string) => {
    const to = articlePaths(folder);
    await copyFiles(from.drafts, to.drafts);
    await copyFiles(from.vault, to.vault);
    const origin = { articleId: written, seq: common?.seq ?? 0, sum: common?.sha256 ?? null };
    await writeCopyOrigin(folder, origin, context);
    await writeFileDurably(to.history, history);
  };
  await createWholeFolder(id, fill, context);
  return id;
}

async function startsWith(path: string, beginning: Buffer): Promise<boolean> {
  const content = await readFile(path).catch(() => null);
  return content?.subarray(0, beginning.length).equals(beginning) ?? false;
}

/** Copies the files of a folder, without its folders, so that the copies survive a power cut. */
async function copyFiles(from: string, to: string): Promise<void> {
  await createFolder(to);
  const entries = await readdirEntries(from).catch(() => []);
  for (const { name } of entries.filter((entry) => entry.isFile())) {
    await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE);
    const copy = await open(join(to, name), 'r+');
    await copy.datasync().finally(() => copy.close());
  }
  await syncFolder(to);
}
