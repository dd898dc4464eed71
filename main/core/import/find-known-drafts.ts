import { join } from 'node:path';
import { type KnownDraft, maxKnownDrafts } from '../../../shared/contract/commands/import-commands';
import type { DraftRow } from '../../../shared/domain/draft/draft';
import { getKeptOriginal } from '../../../shared/domain/draft/draft-origin';
import { getNewestDraft } from '../../../shared/domain/review/review';
import type { DraftProposal } from '../../../shared/import/proposal';
import { ClosingError } from '../errors/closing-error';
import type { Log } from '../platform';
import { stat } from '../storage/files/disk';
import type { Library } from '../storage/library/library';
import { articleFolder, articlePaths } from '../storage/paths';
import { hashText } from '../storage/review/draft-files';
import type { OpenReviews } from '../storage/review/open/open-reviews';
import { findReturnedArticle } from './find-returned-article';

interface KnownDraftsContext {
  library: Library;
  reviews: OpenReviews;
  libraryFolder: string;
  log: Log;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Finds the drafts in the library, without the bin, that have the text of a proposal or were read from the same file, and the one that it
 * answers (`find-returned-article.ts`). Drafts and
 * kept files are named after their SHA-256, so only articles that have one of that name are read. An article that can't be
 * read is left out. Rejects only with a `ClosingError`.
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
    const { drafts, vault } = articlePaths(articleFolder(libraryFolder, articleId));
    const hasName =
      (await exists(join(drafts, `${textSum}.json`))) || (fileSum && (await exists(join(vault, fileSum))));
    if (binnedAt !== null || !hasName) continue;
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
  // The same text is stronger evidence than the same file, from which other parts may have been left out.
  const sorted = known.toSorted((a, b) => (a.same < b.same ? 1 : a.same > b.same ? -1 : 0));
  const answered = await findReturnedArticle(proposal, context);
  return [...(answered ? [answered] : []), ...sorted].slice(0, maxKnownDrafts);
}
