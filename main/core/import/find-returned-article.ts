import type { KnownDraft } from '../../../shared/contract/commands/import-commands';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { getNewestDraft } from '../../../shared/domain/review/review';
import { countReturned } from '../../../shared/drafts/returned/read-returned';
import type { DraftProposal } from '../../../shared/import/proposal';
import { ClosingError } from '../errors/closing-error';
import type { Log } from '../platform';
import type { Library } from '../storage/library/library';
import type { OpenReviews } from '../storage/review/open/open-reviews';

/** At most this many articles are read to look for the claims of a file. A summary does not name the claims. */
const maxReadArticles = 20;

/** The articles to look at, the most likely first: those with the title of the file, then those that were edited last. */
function listCandidates(entries: readonly LibraryEntry[], title: string): LibraryEntry[] {
  return entries
    .filter(({ binnedAt }) => binnedAt === null)
    .toSorted(
      (a, b) =>
        Number(b.title === title) - Number(a.title === title) ||
        (a.editedAt < b.editedAt ? 1 : Number(a.editedAt > b.editedAt) * -1),
    )
    .slice(0, maxReadArticles);
}

/**
 * Finds the article to which a Word report belongs that comes back, by the comments of its claims: the one with most of them. Null for
 * another file, and when the article is not among those that were edited last. An article that can't be read is left out.
 * Rejects only with a `ClosingError`.
 */
export async function findReturnedArticle(
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
