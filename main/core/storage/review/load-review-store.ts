import { getArticle } from '../../../../shared/domain/review/review';
import type { Platform } from '../../platform';
import { ChangeJournal } from '../changes/change-journal';
import { startVerification } from '../history/earlier-changes';
import { HistoryFile } from '../history/history-file';
import type { CommonLine } from '../history/history-line';
import type { OpenHistory } from '../history/open-history';
import { resolveConflictFiles } from '../outside/conflict-files';
import { addedMessage, copiesMessage, restoredMessage } from '../outside/outside-messages';
import { articleFolder, articlePaths } from '../paths';
import { Vault } from '../vault/vault';
import type { CreateVaultFile } from '../vault/vault-writer';
import { DraftFiles } from './draft-files';
import { type ReadRepairedContext, readRepaired } from './read-repaired';
import { ReviewStore, type StoreContext } from './review-store';
import { SnapshotFile } from './snapshot-file';

export interface LoadStoreContext
  extends StoreContext,
    Omit<ReadRepairedContext, 'reportRepair'>,
    Pick<Platform, 'emit' | 'verifyLines'> {
  /** Keeps the account of a repair until the article is shown. */
  reportRepair(articleId: string, account: string): void;
  openHistory?: OpenHistory | undefined;
  createVaultFile?: CreateVaultFile | undefined;
}

/**
 * Reads an article of the library, repaired where it is damaged, and opens its store. With `part: 'end'`, a thread
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
