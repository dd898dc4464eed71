import { basename, join } from 'node:path';
import { createGiveWay, type Task } from '#main/base/tasks.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { libraryIdFile, readLibraryId } from '../access/library-id.ts';
import { getRemovedArticleId, isCreationFolder } from '../article/article-folder.ts';
import type { BackupSet } from '../backup/backup-set.ts';
import { listContents, type ManifestName, manifestFormat } from '../backup/manifest.ts';
import { verifyFolder } from '../backup/pool.ts';
import { parseJsonFile } from '../disk/checksummed-json.ts';
import { isLink, measureFolder, readdir, readdirWithLinks, readFile } from '../disk/disk.ts';
import { describeReadFailure } from '../disk/disk-messages.ts';
import { articleFolder, articlePaths, libraryPaths } from '../disk/paths.ts';
import { readingOnly } from '../disk/write-access.ts';
import { libraryListFormat } from '../library/library-file.ts';
import { checkArticle, isEntryOf } from './check-article.ts';
import {
  type CheckContext,
  type CheckedArticle,
  type CheckReport,
  type CheckWork,
  Findings,
  type Repair,
  readFileForCheck,
  type Where,
} from './check-work.ts';
import { removeDamagedCopy, setCacheAside } from './repairs.ts';

/** Checks the manifests of all backups, and that the pool has every file that they name intact. */
async function checkBackups(set: BackupSet, work: CheckWork): Promise<void> {
  const { found } = work;
  const where = (...path: string[]) => ({ title: null, file: [basename(set.folder), ...path].join('/') });
  let names: ManifestName[];
  try {
    names = await set.list();
  } catch (error) {
    return found.unchecked(where(), `The backups can’t be read: ${describeReadFailure(error)}.`);
  }
  /** The files that the backups need, with the number of backups that need each. */
  const needed = new Map<string, number>();
  for (const { name } of names) {
    found.counts.backups += 1;
    for (const content of await listNeeded(set, name, where('backups', name), work))
      needed.set(content, (needed.get(content) ?? 0) + 1);
    await work.giveWay();
  }
  const onBytes = (bytes: number) => work.onBytes('', bytes);
  const contents = verifyFolder(set.pool, needed.keys(), { ...work, onBytes });
  for await (const { sha256, state, bytes } of contents) {
    if (state === 'unchanged') {
      found.counts.backupFiles += 1;
      found.counts.backupBytes += bytes;
      continue;
    }
    const path = join(set.pool, sha256);
    const count = needed.get(sha256) ?? 0;
    const users = count === 1 ? 'one backup needs' : `${count} backups need`;
    const problem = `A content that ${users} is ${state === 'missing' ? 'missing' : 'damaged'}.`;
    found[count === 0 ? 'note' : 'damage'](where('files', sha256), problem, {
      remedy: 'Back up now: the library still has most contents, and they are copied again.',
      repair: state === 'altered' && !(await isLink(path)) ? removeDamagedCopy(path) : null,
    });
  }
}

/** Lists the files that a backup names. If its manifest can't be used, adds a finding and returns none. */
async function listNeeded(
  set: BackupSet,
  name: string,
  where: Where,
  { found, onBytes }: CheckWork,
): Promise<Set<string>> {
  try {
    const bytes = await readFile(join(set.manifests, name));
    onBytes('', bytes.length);
    const parsed = parseJsonFile(bytes, manifestFormat);
    if (parsed.state === 'read') return new Set(listContents(parsed.data));
    if (parsed.state === 'newer') found.unchecked(where, 'This backup was made by a newer Stet.');
    else
      found.damage(where, `The list of this backup is damaged: ${parsed.reason}.`, {
        remedy: 'The other backups are not touched by it. Back up now to have another one.',
      });
  } catch (error) {
    found.unchecked(where, `The file can’t be read: ${describeReadFailure(error)}.`);
  }
  return new Set();
}

/**
 * Reports every link in the library and in its backups. Stet neither follows nor removes links, so their targets were not checked.
 * The roots may be links. Never rejects, because the other checks report unreadable folders.
 */
async function checkLinks({ libraryFolder, backups, found }: CheckWork): Promise<void> {
  const files = await listLinks(libraryFolder, '');
  if (backups) {
    const name = basename(backups.folder);
    if (await isLink(backups.folder)) files.push(name);
    else files.push(...(await listLinks(backups.folder, name)));
  }
  for (const file of files)
    found.unchecked(
      { title: null, file },
      'This is a link to another place, and not a part of the library. Stet does not follow it, and leaves it and what it leads to as they are.',
      {
        remedy:
          'If something is missing, put the file or folder itself in its place. Otherwise delete the link.',
      },
    );
}

/** Lists the links in a folder and its subfolders, by paths that begin with `shown`. */
async function listLinks(folder: string, shown: string): Promise<string[]> {
  const links: string[] = [];
  for (const entry of await readdirWithLinks(folder).catch(() => [])) {
    const file = join(shown, entry.name);
    if (entry.isSymbolicLink()) links.push(file);
    else if (entry.isDirectory()) links.push(...(await listLinks(join(folder, entry.name), file)));
  }
  return links;
}

/**
 * Checks the files in the library's folder: their checksums, and whether the list of articles agrees with the histories. A list that
 * is older than a history is no finding, because the next start updates it.
 */
async function checkLists(articles: readonly CheckedArticle[], work: CheckWork): Promise<void> {
  const { libraryFolder } = work;
  for (const name of await readdir(libraryFolder)) {
    // Stet rewrites the lock in place while it runs, and the lock holds none of the library's content.
    if (!name.endsWith('.json') || name === 'lock.json') continue;
    const path = join(libraryFolder, name);
    const way = name === 'library.json' ? { repair: setCacheAside(path, work) } : {};
    const where = { title: null, file: name };
    const bytes = await readFileForCheck(path, where, work, way);
    if (bytes && name === 'library.json') checkArticleList(bytes, articles, work, way);
    if (bytes && path === libraryIdFile(libraryFolder) && (await readLibraryId(libraryFolder)) === null)
      work.found.damage(where, 'The file does not hold the id of a library.', {
        remedy:
          'The next backups begin anew. Those made before can still be restored from the backup folder.',
      });
  }
}

function checkArticleList(
  bytes: Buffer,
  articles: readonly CheckedArticle[],
  { found }: CheckWork,
  way: { repair?: Repair },
): void {
  const where = { title: null, file: 'library.json' };
  const parsed = parseJsonFile(bytes, libraryListFormat);
  if (parsed.state === 'newer') found.unchecked(where, 'The list was written by a newer Stet.');
  if (parsed.state === 'damaged')
    found.damage(where, `The list of articles is damaged: ${parsed.reason}.`, way);
  if (parsed.state !== 'read') return;
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const { entry, historyBytes } of parsed.data.articles) {
    const article = byId.get(entry.id);
    if (!article)
      found.damage(
        { title: entry.title, file: `articles/${entry.id}` },
        'The folder of this article is gone from the library.',
        { remedy: 'Put the folder back, or restore the article from a backup.' },
      );
    else if (article.isWhole && historyBytes === article.historyBytes && !isEntryOf(entry, article))
      found.damage(
        { ...where, title: article.title },
        'The list of articles does not say what this article’s history says.',
        way,
      );
  }
}

const remedy = 'The next start of Stet removes it.';
const removalRemedy = `${remedy} Links in it stay, with the folders that hold them; they can be removed by hand.`;

/** Reports leftovers of killed processes and copies of damaged files. They do no harm. */
async function checkUnfinished(
  articleNames: readonly string[],
  { found, libraryFolder }: CheckWork,
): Promise<void> {
  const note = (file: string, problem: string, way: string | null) =>
    found.note({ title: null, file }, problem, { remedy: way });
  const noteFiles = async (folder: string, shown: string) => {
    for (const name of await readdir(folder).catch(() => [])) {
      if (name.endsWith('.tmp')) note(join(shown, name), 'An unfinished file was left here.', remedy);
      if (name.includes('.damaged-'))
        note(join(shown, name), 'This is what was found damaged once, and was kept.', null);
    }
  };
  for (const name of articleNames) {
    const file = join('articles', name);
    if (isCreationFolder(name)) note(file, 'An article was never finished here.', remedy);
    if (getRemovedArticleId(name) !== null)
      note(file, 'The rest of an article that was deleted for good is here.', removalRemedy);
    if (!idSchema.safeParse(name).success) continue;
    const paths = articlePaths(articleFolder(libraryFolder, name));
    await noteFiles(paths.folder, file);
    await noteFiles(paths.drafts, join(file, 'drafts'));
    await noteFiles(paths.vault, join(file, 'vault'));
  }
  await noteFiles(libraryFolder, '');
  await noteFiles(libraryPaths(libraryFolder).articles, 'articles');
}

/**
 * Reads the whole library and its backups, and verifies every checksum. Changes nothing. Rejects with the system's error when
 * the library itself can't be read, or with the signal's reason.
 */
export async function checkLibrary(
  context: CheckContext,
  { signal, reportProgress }: Task,
): Promise<CheckReport> {
  const { libraryFolder, backups } = context;
  const { articles: articlesFolder } = libraryPaths(libraryFolder);
  const isElsewhere = await isLink(articlesFolder);
  const names = isElsewhere ? [] : (await readdir(articlesFolder)).sort();
  const total = (await measureFolder(articlesFolder)) + (backups ? await measureFolder(backups.folder) : 0);
  let done = 0;
  const found = new Findings();
  const work: CheckWork = {
    ...context,
    found,
    signal,
    giveWay: createGiveWay(),
    access: readingOnly('A check writes nothing.'),
    onBytes(name, bytes) {
      done += bytes;
      // Files may grow during the check.
      reportProgress(name, Math.min(done, total), total);
    },
  };
  const articles: CheckedArticle[] = [];
  for (const id of names.filter((name) => idSchema.safeParse(name).success)) {
    signal.throwIfAborted();
    articles.push(await checkArticle(articleFolder(libraryFolder, id), work));
    await work.giveWay();
  }
  if (!isElsewhere) await checkLists(articles, work);
  await checkUnfinished(names, work);
  if (backups) await checkBackups(backups, work);
  await checkLinks(work);
  signal.throwIfAborted();
  return { counts: found.counts, findings: found.list };
}
