import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { type Folders, findLibrary, movedLibrary, readPlace, startStet } from './library-folders.ts';

/** Everything that a start of Stet shows of a library. */
export interface LibraryView {
  /** Everything that is shown, as text that is equal for equal libraries. */
  shown: string;
  /** Messages about damage, and the log. */
  messages: string[];
  isWritable: boolean;
  /** How many changes its histories hold. */
  changes: number;
  /** Names of files that no library should keep, relative to its folder. */
  leftovers: string[];
}

/** Starts Stet anew on a library, as after a crash, and looks at everything in it. */
export async function viewLibrary(given: Folders): Promise<LibraryView> {
  const { library: folders, place: location } = await findLibrary(given);
  const stet = startStet(folders, 'view', { location });
  let view: LibraryView;
  try {
    const { shown, messages } = await showLibrary(stet);
    const { kind } = await stet.call('library.access', null);
    const backups = await showBackups(stet);
    view = {
      shown: [shown, ...backups.shown, ...(await listRestored(given))].join('\n'),
      messages: [...messages, ...stet.logs],
      isWritable: kind === 'writable',
      changes: await countChanges(folders),
      leftovers: backups.leftovers,
    };
    await waitUntilSettled(folders);
  } finally {
    await stet.core.close();
  }
  // Not while Stet runs: it clears up after a move beside the work, and stores settings in temporary files first.
  const leftovers = [
    ...view.leftovers,
    ...(await listLeftovers(folders)),
    ...(await listOutside(given, folders)),
  ];
  return { ...view, leftovers };
}

const settleTimeoutMs = 20_000;

/** Waits until Stet has cleared up after a move, which it does beside the work and ends when it is closed. */
async function waitUntilSettled(folders: Folders): Promise<void> {
  for (const end = Date.now() + settleTimeoutMs; Date.now() < end; await sleep(20)) {
    const record = await readPlace(folders);
    if (record === null || (record.moving === null && record.leaving === null)) return;
  }
}

/** The articles that can be restored from each backup. Then backups are turned off, because this look makes none of its own. */
async function showBackups({ call }: TestCore): Promise<{ shown: string[]; leftovers: string[] }> {
  const { folder } = await call('backup.state', null);
  if (folder === null) return { shown: [], leftovers: [] };
  const shown: string[] = [];
  for (const { libraryId, name, takenAt } of await call('backup.list', null)) {
    const articles = await call('backup.articles', { libraryId, name });
    shown.push(withoutCounts(JSON.stringify({ takenAt, articles })));
  }
  const checked = await call('check.run', { taskId: 'check' });
  const damaged = checked?.findings.filter(({ kind }) => kind === 'damage') ?? [];
  await call('backup.setFolder', { choice: 'off' });
  return { shown, leftovers: damaged.map(({ file, problem }) => `damage in ${file}: ${problem}`) };
}

/** The libraries that were restored, with their files. */
async function listRestored({ base }: Folders): Promise<string[]> {
  const names = await readdir(join(base, 'restored'), { recursive: true }).catch(() => []);
  return names.filter((name) => !name.startsWith('.restoring-')).sort();
}

/** Files that should be gone outside of the library: unfinished folders, and the folder of a library that was moved. */
async function listOutside(given: Folders, { library }: Folders): Promise<string[]> {
  const restored = await readdir(join(given.base, 'restored')).catch(() => []);
  const libraries = [given.library, movedLibrary(given)].filter((folder) => folder !== library);
  const names = await Promise.all(libraries.map((folder) => readdir(folder).catch(() => [])));
  return [...restored.filter((name) => name.startsWith('.')), ...names.flat()].filter(
    (name) => name !== 'lost+found',
  );
}

/** Everything that a running Stet shows, and what it says about damage. */
async function showLibrary({ call }: TestCore): Promise<{ shown: string; messages: string[] }> {
  const { articles: listed, problems } = await call('library.list', null);
  const messages = [...problems];
  // Opening an article may add copies of it to the list.
  for (const { id: articleId } of listed) {
    messages.push(...(await call('review.open', { articleId })).problems);
    await call('review.close', { articleId });
  }
  const { articles } = await call('library.list', null);
  const reviews = [];
  for (const { id: articleId } of articles) {
    const opened = await call('review.open', { articleId });
    const { review, problems: damage, ...more } = opened;
    messages.push(...damage);
    const tables: Record<string, readonly unknown[]> = { ...review };
    const rows = Object.entries(tables).map(([table, all]) => [table, sortRows(all)]);
    const drafts = [];
    for (const { id } of review.drafts) drafts.push(await call('draft.read', { articleId, draftId: id }));
    const files = await call('vault.verify', { taskId: 'verify', articleId });
    reviews.push({ ...more, rows, drafts: sortRows(drafts), files: sortRows(files ?? []) });
    await call('review.close', { articleId });
  }
  const settings = await call('settings.get', null);
  const parts = { settings, articles: sortRows(articles), reviews: sortRows(reviews) };
  return { shown: withoutCounts(JSON.stringify(parts, null, 1)), messages };
}

/** Everything that a start of Stet shows of each article, also when some can't be opened. */
export interface ArticlesView {
  /** Each article by its id, as text; null when it can't be opened. */
  articles: ReadonlyMap<string, string | null>;
  /** All of it, with the list and the settings. */
  all: string;
  messages: string[];
  changes: number;
}

/** Starts Stet anew on a library that may be damaged, and looks at everything that can be opened. */
export async function viewArticles(
  folders: Folders,
  prepare: (stet: TestCore) => Promise<void> = async () => undefined,
): Promise<ArticlesView> {
  const stet = startStet(folders, 'view');
  const { call } = stet;
  const articles = new Map<string, string | null>();
  const messages: string[] = [];
  try {
    await prepare(stet);
    const { articles: listed, problems } = await call('library.list', null);
    messages.push(...problems);
    for (const { id: articleId } of listed)
      try {
        // A repair that stands for lost changes can't be undone.
        const { problems: damage, review, draft, readOnly } = await call('review.open', { articleId });
        const files = (await call('vault.verify', { taskId: 'verify', articleId })) ?? [];
        messages.push(
          ...damage,
          ...files.filter(({ state }) => state !== 'unchanged').map(({ state }) => `a file is ${state}`),
        );
        const rows = Object.entries(review).map(([table, all]) => [table, sortRows(all as unknown[])]);
        articles.set(articleId, withoutCounts(JSON.stringify({ draft, readOnly, rows, files })));
        await call('review.close', { articleId });
      } catch (error) {
        messages.push(String(error));
        articles.set(articleId, null);
      }
    const sources = await call('library.sources', { articleId: 'none', query: 'ledger' });
    const all = {
      listed: listed.map(({ editedAt: _, ...row }) => row),
      sources,
      settings: await call('settings.get', null),
      articles: [...articles].sort(),
    };
    return {
      articles,
      all: withoutCounts(JSON.stringify(all)),
      messages,
      changes: await countChanges(folders),
    };
  } finally {
    await stet.core.close();
  }
}

const sortRows = (rows: readonly unknown[]) => rows.map((row) => withoutCounts(JSON.stringify(row))).sort();

/** Ids of a try count up, and those of a second try are others than those of the first. Each try has folders of its own. */
const withoutCounts = (text: string) =>
  text.replaceAll(/\b(worker|view)-\d+/g, 'new').replaceAll(/"[^"]*\/backups"/g, '"backups"');

async function countChanges({ library }: Folders): Promise<number> {
  const names = await readdir(library, { recursive: true });
  const histories = names.filter((name) => basename(name) === 'history.jsonl');
  const texts = await Promise.all(histories.map((name) => readFile(join(library, name), 'utf8')));
  return texts.join('').split('\n').length - 1;
}

const leftoverName = /\.tmp$|^\.(making|removing)-|\.damaged-|\.found-/;

/** Names of temporary files and unfinished folders in a library and beside the settings. */
async function listLeftovers({ library, userData }: Folders): Promise<string[]> {
  const names = await Promise.all([library, userData].map((folder) => readdir(folder, { recursive: true })));
  return names.flat().filter((name) => leftoverName.test(basename(name)));
}
