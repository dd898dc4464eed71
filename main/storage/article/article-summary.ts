import { basename } from 'node:path';
import { z } from 'zod';
import type { Draft } from '#shared/domain/base/draft.ts';
import { sourceSchema } from '#shared/domain/base/source.ts';
import { getClaimStatus } from '#shared/domain/claims/recheck.ts';
import { findUnplacedClaims } from '#shared/domain/claims/review-queue.ts';
import { type LibraryEntry, libraryEntrySchema } from '#shared/domain/library/library-entry.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';
import { getArticle, getNewestDraft, type Review } from '#shared/domain/review/review.ts';
import { countAttachments } from '#shared/domain/sources/evidence-edits.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { type FilePlatform, openStore } from '../disk/open-store.ts';
import { articlePaths } from '../disk/paths.ts';
import { countingRules } from './stored-list.ts';

type ReviewSummary = Omit<LibraryEntry, 'binnedAt'>;

/**
 * Makes the library's summary of a review. `id` is the article's id in the library, which is not the one in the review when
 * the folder holds a copy of another article. `editedAt` is the timestamp of its last change.
 */
export function summarizeReview(id: string, review: Review, draft: Draft, editedAt: string): ReviewSummary {
  const { id: ownId, title, byline, deadline, createdAt } = getArticle(review);
  const drafts = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const placedClaims = listPlacedClaims(review, draft.id);
  // A claim without a placement is open unless it was retired.
  const claims = [
    ...placedClaims,
    ...findUnplacedClaims(review, draft.id).map(({ claim }) => ({ claim, span: null })),
  ];
  return {
    id,
    title,
    byline,
    draft: draft.number,
    // A draft of corrections is based on the file before it.
    file: drafts.find(({ origin }) => origin.kind !== 'corrections')?.origin.name ?? null,
    words: getNewestDraft(review).words,
    copyOf: ownId === id ? null : ownId,
    progress: countByStatus(claims.map(({ claim, span }) => getClaimStatus(review, draft, claim, span))),
    reading: null,
    deadline,
    createdAt,
    editedAt,
  };
}

const summarySchema = storedObject({
  countingRules: z.int(),
  /** Size of the history in bytes when the summary was made. When it differs, the summary is outdated. */
  historyBytes: z.int().nonnegative(),
  entry: libraryEntrySchema.omit({ binnedAt: true }),
  sources: z.array(storedObject({ source: sourceSchema, files: z.int().nonnegative() })),
});

/**
 * The library's entry of an article, and its sources, so that they can be added to other articles. It is cached in the article's
 * folder, so that an edit does not have to write the list of all articles.
 */
export type ArticleSummary = z.infer<typeof summarySchema>;

export const summaryFormat = { format: 'stet-summary', version: 1, schema: summarySchema };

/**
 * Summarizes the review of the article in the folder `articleId`, with a history of `historyBytes` bytes that ends with
 * `lastChange`.
 */
export function summarizeArticle(
  articleId: string,
  historyBytes: number,
  review: Review,
  draft: Draft,
  lastChange: Change | undefined,
): ArticleSummary {
  const files = countAttachments(review);
  return {
    countingRules,
    historyBytes,
    entry: summarizeReview(articleId, review, draft, lastChange?.at ?? draft.importedAt),
    sources: Array.from(review.sources.values(), (source) => ({ source, files: files.get(source.id) ?? 0 })),
  };
}

/** Reads the summary in a folder; null unless it is intact, is of this history and follows today's rules. Never rejects. */
export async function readSummary(
  folder: string,
  historyBytes: number,
  platform: FilePlatform,
): Promise<ArticleSummary | null> {
  const summary = await openSummary(folder, platform).peek();
  const fits =
    summary?.historyBytes === historyBytes &&
    summary.countingRules === countingRules &&
    summary.entry.id === basename(folder);
  return fits ? summary : null;
}

/** Resolves once the summary would survive a power cut. Rejects as `JsonStore.save` does. */
export function writeSummary(folder: string, summary: ArticleSummary, platform: FilePlatform): Promise<void> {
  return openSummary(folder, platform).save(summary);
}

function openSummary(folder: string, platform: FilePlatform) {
  return openStore(articlePaths(folder).summary, summaryFormat, platform);
}
