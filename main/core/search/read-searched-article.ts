import type { FilePlatform } from '#main/storage/disk/open-store.ts';
import type { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import { type PeekedArticle, peekArticle } from '#main/storage/reviews/peek-article.ts';
import type { SearchedArticle, SearchedText } from '#main/worker/search/stored-articles.ts';
import type { SearchedKind } from '#shared/contract/commands/library-commands.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { listSourceTexts } from '#shared/domain/base/source-fields.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import { countFound, createTermSearch } from '#shared/reports/confidential/search/term-search.ts';
import { collectConfidentialTerms } from '#shared/reports/confidential/terms/confidential-terms.ts';

/** The claims that have evidence, accepted or only proposed, of a confidential source: what is written about them may name it. */
function findConfidentialClaimIds(review: Review): Set<string> {
  const ids = new Set<string>();
  for (const { claimId, sourceId } of review.evidence.values())
    if (review.sources.get(sourceId)?.confidential) ids.add(claimId);
  for (const { claimId, source } of review.proposedEvidence.values())
    if (source?.confidential) ids.add(claimId);
  return ids;
}

/** The remarks of the reviewers about claims and sources that are not confidential themselves. */
function listRemarks(review: Review, confidentialIds: ReadonlySet<string>): string[] {
  const remarks = [
    ...Array.from(review.claims.values()).flatMap(({ id, claimant, note, correction }) =>
      confidentialIds.has(id) ? [] : [claimant, note, correction],
    ),
    ...Array.from(review.sources.values(), ({ standingReason }) => standingReason),
    ...Array.from(review.evidence.values(), ({ note }) => note),
  ];
  return [...new Set(remarks.filter((remark) => remark !== null))];
}

/** Finds the remarks that name a confidential source of the article. All are searched at once, because each search takes a while. */
function findConfidentialRemarks(
  review: Review,
  draft: Draft,
  confidentialIds: ReadonlySet<string>,
): Set<string> {
  if (!Array.from(review.sources.values()).some(({ confidential }) => confidential)) return new Set();
  const terms = collectConfidentialTerms(review, draft).filter(({ level }) => level === 'certain');
  const remarks = listRemarks(review, confidentialIds);
  const counts = countFound(
    createTermSearch(terms),
    remarks.map((text, index) => ({ name: String(index), text })),
  );
  const found = Array.from(counts.values()).flatMap((byName) => [...byName.keys()]);
  return new Set(found.flatMap((name) => remarks[Number(name)] ?? []));
}

/**
 * Lists what is searched of an article: the text of its newest draft, its title, and what is written about its claims and sources.
 * Left out are confidential sources with all that is evidence of them, the annotations of the author, contacts, everything about a
 * claim that has evidence of a confidential source, and every other remark that names one.
 */
function listArticleTexts(review: Review, draft: Draft): SearchedText[] {
  const texts: SearchedText[] = [];
  const add = (kind: SearchedKind, refId: string | null, ...parts: (string | null)[]) => {
    const text = parts.filter((part) => part !== null).join('\n');
    if (text !== '') texts.push({ kind, refId, text });
  };
  add('title', null, getArticle(review).title);
  add('text', null, draft.text);
  const confidentialIds = findConfidentialClaimIds(review);
  const confidentialRemarks = findConfidentialRemarks(review, draft, confidentialIds);
  const keepPublic = (text: string | null) => (text === null || confidentialRemarks.has(text) ? null : text);
  for (const { id, claimant, note, correction } of review.claims.values()) {
    if (confidentialIds.has(id)) continue;
    add('claimant', id, keepPublic(claimant));
    add('note', id, keepPublic(note));
    add('correction', id, keepPublic(correction));
  }
  for (const source of review.sources.values())
    if (!source.confidential)
      add('source', source.id, ...listSourceTexts(source, 'library'), keepPublic(source.standingReason));
  for (const { claimId, sourceId, quote, note, locator } of review.evidence.values())
    if (review.sources.get(sourceId)?.confidential === false && !confidentialIds.has(claimId))
      add('evidence', claimId, quote, locator, keepPublic(note));
  return texts;
}

interface ReadContext extends FilePlatform {
  libraryFolder: string;
  reviews: OpenReviews | null;
}

/**
 * Reads what is searched of an article, and changes nothing in its folder. Null when it is damaged: its review may lack something,
 * such as that a source became confidential. Rejects as `readArticle` does.
 */
export async function readSearchedArticle(
  articleId: string,
  { reviews, ...context }: ReadContext,
): Promise<SearchedArticle | null> {
  const read = ({ review, draft, historyBytes, isDamaged }: PeekedArticle) =>
    isDamaged ? null : { articleId, historyBytes, texts: listArticleTexts(review, draft) };
  return reviews
    ? reviews.peek(articleId, 'end', read)
    : peekArticle(articleId, 'end', read, { ...context, store: null });
}
