import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { System } from '#main/base/system.ts';
import { draftRowSchema } from '#shared/domain/base/draft.ts';
import { idSchema, sha256Schema } from '#shared/domain/base/primitives.ts';
import { copyFile, isThere, open, readdir, readdirEntries, readFile, stat } from '../disk/disk.ts';
import {
  createFolder,
  replaceFile,
  syncFolder,
  writeFileDurably,
  writeVerified,
} from '../disk/durable-file.ts';
import { type FilePlatform, openStore } from '../disk/open-store.ts';
import { articleFolder, articlePaths, libraryPaths } from '../disk/paths.ts';
import { findLastCommonLine } from '../history/compare-histories.ts';
import { type CommonLine, findArticleId, parseHistory } from '../history/history-format.ts';
import { createWholeFolder } from './article-folder.ts';

const copyOriginSchema = z.looseObject({
  /** The id of the article, which the lines of the history name as well. */
  articleId: idSchema,
  /** The number and the checksum of the last common line; null when there is none. */
  seq: z.int().nonnegative(),
  sum: sha256Schema.nullable(),
});

/**
 * The article of which a folder holds another continuation, and the line that it continues. Such a folder has an id of its own,
 * because two folders can't share one, but its history has the original lines.
 */
type CopyOrigin = z.infer<typeof copyOriginSchema>;

const format = { format: 'stet-copy', version: 1, schema: copyOriginSchema };

/** The origin of the copy in a folder; null when the folder holds an article of its own. Never rejects. */
export function readCopyOrigin(folder: string, platform: FilePlatform): Promise<CopyOrigin | null> {
  return openStore(articlePaths(folder).copyOrigin, format, platform).peek();
}

/** The id that the history in a folder must have: that of the origin for a copy, otherwise the folder's name. */
export async function readArticleId(folder: string, platform: FilePlatform): Promise<string> {
  return (await readCopyOrigin(folder, platform))?.articleId ?? basename(folder);
}

/** Resolves once the origin would survive a power cut. Rejects as `JsonStore.save` does. */
export function writeCopyOrigin(folder: string, origin: CopyOrigin, platform: FilePlatform): Promise<void> {
  return openStore(articlePaths(folder).copyOrigin, format, platform).save(origin);
}

type Context = FilePlatform & Pick<System, 'libraryFolder' | 'newId'>;

/**
 * Gives an id to folders that a sync tool or a person put among the articles under another name, such as `<id> (conflicted copy)`.
 * Resolves to the new ids. Rejects with the system's error or as `WriteAccess.verify`.
 */
export async function renameForeignFolders(names: readonly string[], context: Context): Promise<string[]> {
  const ids: string[] = [];
  const { articles } = libraryPaths(context.libraryFolder);
  for (const name of names) {
    if (name.startsWith('.') || idSchema.safeParse(name).success) continue;
    const folder = join(articles, name);
    if (!(await hasHistory(folder))) continue;
    const id = context.newId();
    await context.access.verify();
    await replaceFile(folder, articleFolder(context.libraryFolder, id));
    await syncFolder(dirname(folder));
    ids.push(id);
  }
  return ids;
}

async function hasHistory(folder: string): Promise<boolean> {
  return stat(articlePaths(folder).history).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/**
 * Writes the origin of a new folder that holds a copy of an article, so that it opens as an article of its own. Does nothing when the
 * texts of that article are missing, because then somebody only replaced the history of another article. Rejects with the
 * system's error or as `WriteAccess.verify`.
 */
export async function nameCopiedFolder(folder: string, context: FilePlatform): Promise<void> {
  if (context.access.refusal !== null) return;
  const paths = articlePaths(folder);
  const history = await readFile(paths.history).catch(() => null);
  const { changes } = parseHistory(history?.subarray(0, history.indexOf('\n') + 1) ?? Buffer.alloc(0));
  const articleId = findArticleId(changes);
  if (!history || articleId === null || articleId === basename(folder)) return;
  if (!(await hasTexts(paths.drafts, changes)) || (await readCopyOrigin(folder, context))) return;
  const original = articlePaths(join(dirname(folder), articleId)).history;
  const common = findLastCommonLine(await readFile(original).catch(() => Buffer.alloc(0)), history);
  await writeCopyOrigin(folder, { articleId, seq: common?.seq ?? 0, sum: common?.sha256 ?? null }, context);
}

async function hasTexts(
  drafts: string,
  changes: ReturnType<typeof parseHistory>['changes'],
): Promise<boolean> {
  const names = await readdir(drafts).catch(() => []);
  const rows = changes.flatMap(({ edits }) =>
    edits.flatMap((edit) => (edit.table === 'drafts' && 'create' in edit ? [edit.create] : [])),
  );
  return rows.every((row) => {
    const { success, data } = draftRowSchema.safeParse(row);
    return success && names.some((name) => name.startsWith(data.sha256));
  });
}

/** The content that another program put in the place of an article's history. */
interface FoundHistory {
  articleId: string;
  history: Buffer;
  /** The last line that it has in common with the article's own history. */
  common: CommonLine;
}

type CopyContext = FilePlatform & Pick<System, 'libraryFolder' | 'newId'>;

/**
 * Keeps another continuation of an article's history as an article of its own, with copies of the drafts and attached files
 * that are there. A continuation whose first line is unreadable is only set aside. The same content is kept once, even if the process
 * was killed before it removed the original. Resolves to the id of the new article, or null. Rejects with the
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
