import { join } from 'node:path';
import type { ImportedFile } from '#main/base/document-reader.ts';
import { ClosingError } from '#main/base/stet-error.ts';
import type { Log } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import { hashText } from '#main/storage/article/draft-files.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import { isThere } from '#main/storage/disk/disk.ts';
import { articleFolder, articlePaths } from '#main/storage/disk/paths.ts';
import type { Library } from '#main/storage/library/library.ts';
import type { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import type { ReviewStore } from '#main/storage/reviews/review-store.ts';
import { type KnownDraft, maxKnownDrafts } from '#shared/contract/commands/import-commands.ts';
import { type Draft, type DraftRow, findBaseDraft, getKeptOriginal } from '#shared/domain/base/draft.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { getNewestDraft } from '#shared/domain/review/review.ts';
import type { KnownReport } from '#shared/import/base/annotation.ts';
import type { DraftProposal, ReadResult } from '#shared/import/base/proposal.ts';
import { createKnownReport } from '../drafts/create-known-report.ts';
import { countReturned } from '../drafts/read-returned.ts';
import type { Platform } from '../ports/platform.ts';

/** At most this many articles are read to look for the claims of a file. A summary does not name the claims. */
const maxReadArticles = 20;

/** For sorting the largest value first. */
function compareDescending<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

/** The articles to look at, the most likely first: those with the title of the file, then those that were edited last. */
function listCandidates(entries: readonly LibraryEntry[], title: string): LibraryEntry[] {
  return entries
    .filter(({ binnedAt }) => binnedAt === null)
    .toSorted(
      (a, b) =>
        compareDescending(Number(a.title === title), Number(b.title === title)) ||
        compareDescending(a.editedAt, b.editedAt),
    )
    .slice(0, maxReadArticles);
}

/**
 * Finds the article to which a Word report belongs that comes back, by the comments of its claims: the one with most of them. Null for
 * another file, and when the article is not among those that were edited last. An article that can't be read is left out.
 * Rejects only with a `ClosingError`.
 */
async function findReturnedArticle(
  proposal: DraftProposal,
  { library, reviews, log }: { library: Library; reviews: OpenReviews; log: Log },
): Promise<KnownDraft | null> {
  const all = countReturned(proposal);
  let found: (KnownDraft & { comments: number }) | null = null;
  if (all === 0) return null;
  for (const { id: articleId, title } of listCandidates(library.list(), proposal.title)) {
    try {
      const { comments, number } = await reviews.peek(articleId, 'end', ({ review, draft }) => ({
        comments: countReturned(proposal, { review, newest: draft }),
        number: getNewestDraft(review).number,
      }));
      if (comments > (found?.comments ?? 0))
        found = { articleId, title, draftId: null, number, same: 'claims', comments };
      if (comments === all) break;
    } catch (error) {
      if (error instanceof ClosingError) throw error;
      log.error(`the claims of ${articleId} could not be compared with an import`, error);
    }
  }
  return found;
}

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
export async function readWithKnownReport(
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

/** How strongly it says that a draft is the imported one: the same file may have been read without some of its parts. */
const sameRanks = { claims: 2, text: 1, file: 0 } as const satisfies Record<KnownDraft['same'], number>;

interface KnownDraftsContext {
  library: Library;
  reviews: OpenReviews;
  libraryFolder: string;
  log: Log;
}

/**
 * Finds the drafts in the library, without the bin, that have the text of a proposal or were read from the same file, and the one that it
 * answers. Drafts and kept files are named after their SHA-256, so only articles that have one of that name are read. An article
 * that can't be read is left out. Rejects only with a `ClosingError`.
 */
export async function findKnownDrafts(
  proposal: DraftProposal,
  context: KnownDraftsContext,
): Promise<KnownDraft[]> {
  const { text, origin } = proposal;
  const { library, reviews, libraryFolder, log } = context;
  const textSum = hashText(text);
  const fileSum = getKeptOriginal(origin)?.sha256 ?? null;
  const findSame = (row: DraftRow): KnownDraft['same'] | null => {
    if (row.sha256 === textSum) return 'text';
    return fileSum !== null && getKeptOriginal(row.origin)?.sha256 === fileSum ? 'file' : null;
  };
  const known: KnownDraft[] = [];
  for (const { id: articleId, title, binnedAt } of library.list()) {
    if (known.length >= maxKnownDrafts) break;
    if (binnedAt !== null) continue;
    const { drafts, vault } = articlePaths(articleFolder(libraryFolder, articleId));
    const hasName =
      (await isThere(join(drafts, `${textSum}.json`))) ||
      (fileSum !== null && (await isThere(join(vault, fileSum))));
    if (!hasName) continue;
    try {
      const found = await reviews.peek(articleId, 'end', ({ review }) => {
        const newest = getNewestDraft(review);
        return [...review.drafts.values()].flatMap((row) => {
          const same = findSame(row);
          const draftId = row.id === newest.id ? null : row.id;
          return same === null ? [] : [{ articleId, title, draftId, number: row.number, same }];
        });
      });
      known.push(...found);
    } catch (error) {
      if (error instanceof ClosingError) throw error;
      log.error(`the drafts of ${articleId} could not be compared with an import`, error);
    }
  }
  const answered = await findReturnedArticle(proposal, context);
  if (answered) known.push(answered);
  return known
    .toSorted((a, b) => compareDescending(sameRanks[a.same], sameRanks[b.same]))
    .slice(0, maxKnownDrafts);
}
