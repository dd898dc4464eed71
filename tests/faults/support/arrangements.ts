import { appendFile, cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleFolder, articlePaths, libraryPaths } from '#main/storage/disk/paths.ts';
import { copyFolders, type Folders, movedLibrary } from './library-folders.ts';
import { binnedId, mark, millId, otherId, start } from './test-library.ts';

/** The paths of an article's files. */
export function pathsOf({ library }: Folders, articleId: string) {
  return articlePaths(articleFolder(library, articleId));
}

const temp = 'writing.0123456789ab.tmp';

/** Leaves a library as a process that died at the worst moments would. */
export async function leaveCrash(folders: Folders): Promise<void> {
  await leaveLock(folders);
  const { history, drafts, vault } = pathsOf(folders, millId);
  await appendFile(history, '{"seq":9,"prev":"00');
  for (const folder of [folders.library, join(history, '..'), drafts, vault])
    await writeFile(join(folder, temp), 'te');
  await writeFile(join(vault, 'unswept'), '');
  await writeFile(join(vault, 'a'.repeat(64)), 'never attached');
  const { articles } = libraryPaths(folders.library);
  await mkdir(join(articles, '.making-new', 'drafts'), { recursive: true });
  await writeFile(join(articles, '.making-new', 'drafts', temp), 'te');
  await rename(join(articles, binnedId), join(articles, `.removing-${binnedId}`));
}

/** Leaves the lock of a Stet of another installation, which is stale. */
export async function leaveForeignLock(folders: Folders): Promise<void> {
  await leaveLock(folders, { ...folders, userData: join(`${folders.base}-elsewhere`, 'user-data') });
}

/** Flips a bit in the history of an article. */
export async function flipBit(folders: Folders): Promise<void> {
  const { history } = pathsOf(folders, millId);
  const bytes = await readFile(history);
  const at = bytes.length - 200;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(history, bytes);
}

/** Overwrites a part of a line in the history of an article. */
export async function destroyLine(folders: Folders): Promise<void> {
  const { history } = pathsOf(folders, millId);
  const lines = (await readFile(history, 'utf8')).split('\n');
  lines[1] = `${lines[1]?.slice(0, 250)}${'x'.repeat(60)}${lines[1]?.slice(310)}`;
  await writeFile(history, lines.join('\n'));
}

/** Puts a folder of the system where a library is moved to, as on the root of a disk: it has to be copied there. */
export async function fillTarget(folders: Folders): Promise<void> {
  await mkdir(join(movedLibrary(folders), 'lost+found'), { recursive: true });
}

/** Leaves the lock of a process that died, and changes that no snapshot contains. `by` are the folders of that process. */
export async function leaveLock(folders: Folders, by = folders): Promise<void> {
  const stet = start(by, 'died');
  await mark(stet, otherId, 'last', 26);
  const { lock } = libraryPaths(folders.library);
  const content = await readFile(lock);
  // Closed, so that no file stays open. The lock is put back after that.
  const { history, snapshot } = pathsOf(folders, otherId);
  const before = { history: await readFile(history), snapshot: await readFile(snapshot) };
  await stet.core.close();
  await writeFile(history, before.history);
  await writeFile(snapshot, before.snapshot);
  await writeFile(lock, content);
}

/** Edits an article, and in a copy of the library as well. Resolves to the copy. */
async function editInTwoPlaces(folders: Folders): Promise<Folders> {
  const elsewhere = await copyFolders(folders, `${folders.base}-elsewhere`);
  const places = [
    { place: elsewhere, word: 'there', start: 26 },
    { place: folders, word: 'here', start: 30 },
  ];
  for (const { place, word, start: offset } of places) {
    const stet = start(place, word);
    await mark(stet, millId, word, offset);
    await stet.core.close();
  }
  return elsewhere;
}

/** Leaves a line behind the end of a history, written by a process that had been paused and does not know the last change. */
export async function leaveStrayLine(folders: Folders): Promise<void> {
  const elsewhere = await editInTwoPlaces(folders);
  const written = await readFile(pathsOf(elsewhere, millId).history, 'utf8');
  await appendFile(pathsOf(folders, millId).history, `${written.trimEnd().split('\n').at(-1)}\n`);
}

/** Leaves the history of another computer beside the article's own; both went on. */
export async function leaveConflict(folders: Folders): Promise<void> {
  const elsewhere = await editInTwoPlaces(folders);
  const { folder } = pathsOf(folders, millId);
  await cp(pathsOf(elsewhere, millId).history, join(folder, 'history (conflicted copy).jsonl'));
}
