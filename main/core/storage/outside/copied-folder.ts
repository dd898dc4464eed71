import { basename, dirname, join } from 'node:path';
import { draftRowSchema } from '../../../../shared/domain/draft/draft';
import { idSchema } from '../../../../shared/domain/primitives';
import type { System } from '../../system';
import { readdir, readFile, stat } from '../files/disk';
import { replaceFile, syncFolder } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { findLastCommonLine } from '../history/compare-histories';
import { findArticleId, parseHistory } from '../history/read-history';
import { articleFolder, articlePaths, libraryPaths } from '../paths';
import { readCopyOrigin, writeCopyOrigin } from './copy-origin';

type Context = FilePlatform & Pick<System, 'libraryFolder' | 'newId'>;

/**
 * Gives folders an id of their own that a sync tool or a person put among the articles under a name that is none, such as
 * `<id> (conflicted copy)`. Resolves to the new ids. Rejects with the system's error or as `WriteAccess.verify`.
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
 * Names the article of which a folder that was not listed yet holds a copy, so that it opens as an article of its own. Not when
 * the texts of that article are missing: then only its history was put there, in the place of another. Rejects with the
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

/** Whether the folder has the text of every draft that the changes add. */
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
