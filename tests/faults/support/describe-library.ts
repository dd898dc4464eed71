import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TestCore } from '../../unit/main/support/start-core';
import { type Folders, startStet } from './library-folders';

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
export async function viewLibrary(folders: Folders): Promise<LibraryView> {
  const stet = startStet(folders, 'view');
  try {
    const { shown, messages } = await showLibrary(stet);
    const { kind } = await stet.call('library.access', null);
    return {
      shown,
      messages: [...messages, ...stet.logs],
      isWritable: kind === 'writable',
      changes: await countChanges(folders),
      leftovers: await listLeftovers(folders),
    };
  } finally {
    await stet.core.close();
  }
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
export async function viewArticles(folders: Folders): Promise<ArticlesView> {
  const stet = startStet(folders, 'view');
  const { call } = stet;
  const articles = new Map<string, string | null>();
  const messages: string[] = [];
  try {
    const { articles: listed, problems } = await call('library.list', null);
    messages.push(...problems);
    for (const { id: articleId } of listed)
      try {
        const { problems: damage, ...shown } = await call('review.open', { articleId });
        const files = (await call('vault.verify', { taskId: 'verify', articleId })) ?? [];
        messages.push(
          ...damage,
          ...files.filter(({ state }) => state !== 'unchanged').map(({ state }) => `a file is ${state}`),
        );
        articles.set(articleId, JSON.stringify({ shown, files }));
        await call('review.close', { articleId });
      } catch (error) {
        messages.push(String(error));
        articles.set(articleId, null);
      }
    const sources = await call('library.sources', { articleId: 'none', query: 'ledger' });
    const all = {
      listed,
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

/** Ids of a try count up, and those of a second try are others than those of the first. */
const withoutCounts = (text: string) => text.replaceAll(/\b(worker|view)-\d+/g, 'new');

async function countChanges({ library }: Folders): Promise<number> {
  const names = await readdir(library, { recursive: true });
  const histories = names.filter((name) => basename(name) === 'history.jsonl');
  const texts = await Promise.all(histories.map((name) => readFile(join(library, name), 'utf8')));
  return texts.join('').split('\n').length - 1;
}

const leftoverName = /\.tmp$|^\.(making|removing)-|\.damaged-|\.found-/;

/** Names of temporary files and unfinished folders in a library and beside the settings. */
export async function listLeftovers({ library, userData }: Folders): Promise<string[]> {
  const names = await Promise.all([library, userData].map((folder) => readdir(folder, { recursive: true })));
  return names.flat().filter((name) => leftoverName.test(basename(name)));
}
