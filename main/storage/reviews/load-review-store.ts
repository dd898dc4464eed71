import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import type { EventSink } from '#main/base/system.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { resolveConflictFiles, takeOutStrayLines } from '../article/conflict-files.ts';
import { DraftFiles } from '../article/draft-files.ts';
import { type ArticleContent, readArticle } from '../article/read-article.ts';
import { articleFolder, articlePaths } from '../disk/paths.ts';
import { HistoryFile, type OpenHistory } from '../history/history-file.ts';
import type { CommonLine } from '../history/history-format.ts';
import { type HistoryVerifier, startVerification } from '../history/long-history.ts';
import { SnapshotFile } from '../history/snapshot-file.ts';
import {
  type RepairContext,
  type RestoreDraftContext,
  repairArticle,
  restoreDraft,
} from '../repair/repair-article.ts';
import { Vault } from '../vault/vault.ts';
import type { CreateVaultFile } from '../vault/vault-writer.ts';
import { ChangeJournal } from './change-journal.ts';
import { addedMessage, copiesMessage, restoredMessage } from './disk-follower.ts';
import { ReviewStore, type StoreContext } from './review-store.ts';

interface ReadRepairedContext extends RepairContext, RestoreDraftContext {
  /** Keeps another continuation of an article's history as an article of its own. Rejects with the system's error. */
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
  /** Keeps the account of a repair until the article is shown. */
  reportRepair(account: string): void;
}

interface RepairedArticle {
  content: ArticleContent;
  /** How many other continuations were taken out of the history. */
  separated: number;
}

/** Reads an article, and repairs it first where it is damaged. Rejects as `readArticle` does. */
async function readRepaired(
  folder: string,
  part: 'whole' | 'end',
  context: ReadRepairedContext,
): Promise<RepairedArticle> {
  const read = await readArticle(folder, context, part).catch((error) => ({ error }));
  if ('review' in read && !read.isDamaged)
    return { content: await restoreDrafts(folder, read, context), separated: 0 };
  if ('error' in read && read.error instanceof StetError && read.error.code === 'notFound') throw read.error;
  const separated = await findStrayLines(folder, context);
  // A repair would cut off lines that the next try can still take out.
  if (separated === 'failed') {
    if ('error' in read) throw read.error;
    return { content: read, separated: 0 };
  }
  if (separated !== null) return { ...(await readRepaired(folder, 'whole', context)), separated };
  const { isRepaired, account } = await repairArticle(folder, context);
  if (account !== null) context.reportRepair(account);
  if (!isRepaired && 'error' in read) throw read.error;
  const content = isRepaired || 'error' in read ? await readArticle(folder, context) : read;
  return { content: await restoreDrafts(folder, content, context), separated: 0 };
}

/** Takes other continuations out of the history; null when that is not what is wrong with it. Never rejects. */
async function findStrayLines(
  folder: string,
  context: ReadRepairedContext,
): Promise<number | 'failed' | null> {
  if (context.access.refusal !== null) return null;
  try {
    return await takeOutStrayLines(folder, context);
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return null;
    context.log.error('lines behind the end of a history could not be taken out', error);
    return 'failed';
  }
}

/** Restores the texts that can't be read and can be found somewhere else; then the article is read again. */
async function restoreDrafts(
  folder: string,
  content: ArticleContent,
  context: ReadRepairedContext,
): Promise<ArticleContent> {
  let isRestored = false;
  for (const row of content.lostDrafts) {
    const account = await restoreDraft(folder, row, context);
    if (account !== null) context.reportRepair(account);
    isRestored ||= account !== null;
  }
  return isRestored ? readArticle(folder, context) : content;
}

export interface LoadStoreContext
  extends StoreContext,
    Omit<ReadRepairedContext, 'reportRepair'>,
    EventSink,
    HistoryVerifier {
  /** Keeps the account of a repair until the article is shown. */
  reportRepair(articleId: string, account: string): void;
  openHistory?: OpenHistory | undefined;
  createVaultFile?: CreateVaultFile | undefined;
}

/**
 * Reads an article of the library, repaired where it is damaged, and opens its store. With `part: 'end'`, a worker
 * may still be verifying the beginning of a long history then. Rejects as `readArticle` does.
 */
export async function loadReviewStore(
  articleId: string,
  part: 'whole' | 'end',
  context: LoadStoreContext,
): Promise<ReviewStore> {
  const folder = articleFolder(context.libraryFolder, articleId);
  const paths = articlePaths(folder);
  const copies = await findCopies(folder, context);
  const { content, separated } = await readRepaired(folder, part, {
    ...context,
    reportRepair: (account) => context.reportRepair(articleId, account),
  });
  if (separated > 0) copies.push(copiesMessage(separated));
  const { access, openHistory, emit, verifyLines } = context;
  const { unverified } = content;
  const closing = new AbortController();
  const earlier =
    unverified &&
    startVerification(unverified, {
      articleId: getArticle(content.review).id,
      verifyLines,
      signal: closing.signal,
    });
  const files = {
    history: new HistoryFile({
      path: paths.history,
      ...content.history,
      earlier: earlier?.bytes ?? null,
      access,
      openHistory,
    }),
    snapshot: new SnapshotFile(paths.snapshot, content.snapshot, content.savedSeq, context),
    drafts: new DraftFiles(paths.drafts, context),
    vault: new Vault(paths.vault, context, context.createVaultFile),
  };
  const outside = {
    handleSeparated: (count: number) => emit({ type: 'problem', message: copiesMessage(count) }),
    handleRestored: () => emit({ type: 'problem', message: restoredMessage }),
    handleAdded: (count: number) => emit({ type: 'reviewChanged', articleId, message: addedMessage(count) }),
    keepCopy: (history: Buffer, common: CommonLine) => context.keepCopy(articleId, history, common),
  };
  return new ReviewStore(
    new ChangeJournal(content, earlier, files, outside),
    files,
    {
      messages: [...copies, ...content.problems],
      lostDrafts: content.lostDrafts,
      isDamaged: content.isDamaged,
    },
    context,
    () => closing.abort(),
  );
}

/** Messages about other versions of the history that a sync tool had left beside it. Never rejects. */
async function findCopies(folder: string, context: LoadStoreContext): Promise<string[]> {
  if (context.access.refusal !== null) return [];
  try {
    const copies = await resolveConflictFiles(folder, context);
    return copies === 0 ? [] : [copiesMessage(copies)];
  } catch (error) {
    // Without a history there is nothing to compare; reading the article says so.
    context.log.error('other versions of a history could not be resolved', error);
    return [];
  }
}
