import { findBaseDraft } from '../../../shared/domain/draft/base-draft';
import type { Draft } from '../../../shared/domain/draft/draft';
import { createKnownReport } from '../../../shared/drafts/returned/create-known-report';
import { countReturned } from '../../../shared/drafts/returned/read-returned';
import type { KnownReport } from '../../../shared/import/annotations/known-report';
import type { ReadResult } from '../../../shared/import/proposal';
import { ClosingError } from '../errors/closing-error';
import type { ImportedFile, Log, Platform } from '../platform';
import type { Library } from '../storage/library/library';
import type { OpenReviews } from '../storage/review/open/open-reviews';
import type { ReviewStore } from '../storage/review/review-store';
import type { SettingsStore } from '../storage/settings/settings-store';
import type { Task } from '../tasks/task';
import { findReturnedArticle } from './find-returned-article';

/** Storage is opened only for a file that may have come back. */
interface ReadingContext {
  platform: Pick<Platform, 'readDraft' | 'log'>;
  settings(): Promise<SettingsStore>;
  library(): Promise<Library>;
  reviews(): Promise<OpenReviews>;
}

async function readKnownReport(store: ReviewStore, reviewer: string | null, log: Log): Promise<KnownReport> {
  const { newest, row } = await store.read((review, draft) => ({
    newest: draft,
    row: findBaseDraft([...review.drafts.values()], draft.id),
  }));
  let base: Draft | null = null;
  try {
    base = row && (await store.readDraft(row.id));
  } catch (error) {
    // The words of the newest draft are known without it.
    log.error('the draft that was imported could not be read', error);
  }
  return store.readWithChanges((review, changes) =>
    createKnownReport(review, { newest, base }, changes, reviewer),
  );
}

/**
 * Reads a file as a draft, and with what is known of the reports on an article: that whose next draft it is to be, else the one to which
 * its comments belong, for which it is read again. Rejects as `Platform.readDraft`.
 */
export async function readDraft(
  file: ImportedFile,
  draftOf: string | null,
  task: Task,
  { platform, settings, library, reviews }: ReadingContext,
): Promise<ReadResult> {
  const { log } = platform;
  const readFor = async (articleId: string) => {
    let known: KnownReport | undefined;
    try {
      const { reviewer } = (await settings()).current();
      known = await (await reviews()).use(articleId, (store) => readKnownReport(store, reviewer, log));
    } catch (error) {
      if (error instanceof ClosingError) throw error;
      log.error(`the reports on ${articleId} are not known`, error);
    }
    return platform.readDraft(known ? { ...file, known } : file, task);
  };
  if (draftOf !== null) return readFor(draftOf);
  const result = await platform.readDraft(file, task);
  if (!result.ok || countReturned(result.proposal) === 0) return result;
  const context = { library: await library(), reviews: await reviews(), log };
  const article = await findReturnedArticle(result.proposal, context);
  return article ? readFor(article.articleId) : result;
}
