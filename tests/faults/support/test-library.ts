import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleFolder, articlePaths } from '#main/storage/disk/paths.ts';
import type { Attachment } from '#shared/domain/base/attachment.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { millSources } from '#tests/libraries/sources.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import type { StartOptions, TestCore } from '#tests/unit/main/support/start-core.ts';
import { type Folders, now, startStet } from './library-folders.ts';

const at = '2026-01-02T00:00:00.000Z';

/** A change that marks words as a claim, which has the change's id as well. */
export function createMark(draft: Draft, id: string, start = 0): ProposedChange {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${id}.${ids}`.replace('.', '-');
  };
  return { id, ...markClaim(draft, { start, end: start + 8 }, 'verified', { by: null, at, newId }).step };
}

/**
 * Marks words of an article as a claim. Doing so again with the same id changes nothing. Resolves to the problems that are
 * reported when the article is opened.
 */
export async function mark({ call }: TestCore, articleId: string, id: string, start = 0): Promise<string[]> {
  const { draft, problems } = await call('review.open', { articleId });
  await call('review.apply', { articleId, change: createMark(draft, id, start) });
  return problems;
}

/** Adds a source to an article. */
export async function addSource({ call }: TestCore, articleId: string, id: string): Promise<void> {
  const create = { id, ...millSources.ledger, ...goodStanding };
  const edits: ProposedChange['edits'] = [{ table: 'sources', id, create }];
  await call('review.apply', { articleId, change: { id: `add-${id}`, action: 'evidence.attach', edits } });
}

/** Attaches the file that the dialog picks to a source. */
export async function attach(
  { call }: TestCore,
  articleId: string,
  sourceId: string,
  id: string,
): Promise<void> {
  const picked = await call('vault.pick', { taskId: id, articleId });
  const [file] = picked?.files ?? [];
  if (!file) throw new Error(picked?.problems.join(' ') ?? 'no file was picked');
  const attachment: Attachment = { ...file, id, sourceId, addedAt: at };
  const edits: ProposedChange['edits'] = [{ table: 'attachments', id, create: attachment }];
  await call('review.apply', { articleId, change: { id: `change-${id}`, action: 'evidence.attach', edits } });
}

/** The ids of the articles: the second that is created with each word, after that of the proposal. */
export const millId = 'mill-2';
export const otherId = 'other-2';
export const binnedId = 'binned-2';

/** Starts Stet with a reviewer who picks one file in every dialog, and agrees to take a library over. */
export function start(folders: Folders, word: string, options: StartOptions = {}): TestCore {
  const attachFiles = async () => [join(folders.base, 'ledger.txt')];
  const chooseFolder = async ({ title }: { title: string }) =>
    join(folders.base, title.startsWith('Restore') ? 'restored' : 'backups');
  const dialogs = { ...refusingDialogs, attachFiles, chooseFolder, confirmTakeOver: async () => true };
  return startStet(folders, word, { dialogs, ...options });
}

/** Creates the library that faults happen to: an article with a claim, a source and a file, another, and one in the bin. */
export async function createLibrary(folders: Folders): Promise<void> {
  await mkdir(folders.userData, { recursive: true });
  await writeFile(join(folders.base, 'ledger.txt'), 'ledger');
  // The first start gives the library its id.
  const first = start(folders, 'first');
  await first.call('library.list', null);
  await first.core.close();
  for (const [id, word] of [
    [millId, 'mill'],
    [otherId, 'other'],
    [binnedId, 'binned'],
  ] as const) {
    const stet = start(folders, word);
    const { articleId } = await stet.createArticle(sampleProposal(`The ${word}`));
    if (articleId !== id) throw new Error(`the article has the id ${articleId} instead of ${id}`);
    await stet.core.close();
  }
  const stet = start(folders, 'library');
  await stet.call('settings.change', { reviewer: 'Ann' });
  await mark(stet, millId, 'first');
  await addSource(stet, millId, 'source');
  await attach(stet, millId, 'source', 'file');
  await mark(stet, otherId, 'first');
  await addSource(stet, otherId, 'source');
  await writeFile(join(folders.base, 'ledger.txt'), 'the other ledger');
  await attach(stet, otherId, 'source', 'file');
  await writeFile(join(folders.base, 'ledger.txt'), 'a third ledger');
  await stet.call('library.bin', { articleId: binnedId });
  // The clock of this library stands still, and the time of the file says when it was moved to the bin, too.
  await utimes(articlePaths(articleFolder(folders.library, binnedId)).bin, now, now);
  await stet.call('library.sources', { articleId: otherId, query: 'ledger' });
  await stet.call('library.list', null);
  await stet.core.close();
}
