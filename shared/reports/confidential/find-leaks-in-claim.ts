import type { Draft } from '#shared/domain/base/draft.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { listClaimLines } from '#shared/references/claim-as-text.ts';
import type { Leak } from '../base/leak.ts';
import { findInArticle, type ShownDraft } from '../base/report-text.ts';
import { SearchedTexts, type TextPlace } from '../base/searched-texts.ts';
import { splitNames } from '../csl-item.ts';
import { joinParagraphs, leaveOutAuthorNotes } from '../shown-draft.ts';
import { findLeaksInTexts } from './find-leaks-in-texts.ts';

/** The text of the article that a claim quotes: its paragraphs, or its former words and their sentence. */
function getContext(
  review: Review,
  shown: ShownDraft,
  claimId: string,
  words: string,
): Pick<TextPlace, 'context' | 'article'> {
  const span = listPlacedClaims(review, shown.id).find(({ claim }) => claim.id === claimId)?.span;
  if (span) return { context: () => joinParagraphs(shown, span) };
  const sentence = review.claims.get(claimId)?.judged?.sentence ?? '';
  return { context: () => `${words}\n${sentence}`, article: 'needed' };
}

/** Adds the texts of a copied claim about sources that may be named: each typed field, and each line as it is copied. */
function addSources(
  texts: SearchedTexts,
  review: Review,
  claimId: string,
  lines: ReadonlyMap<string, string>,
) {
  for (const [index, evidence] of findReferrers(review, `claims/${claimId}`, 'evidence').entries()) {
    const source = review.sources.get(evidence.sourceId);
    if (!source || source.confidential) continue;
    const owner = `source ${index + 1} of the claim`;
    const ofSource: TextPlace = { row: `sources/${source.id}`, owner, claimId };
    const ofEvidence: TextPlace = { row: `evidence/${evidence.id}`, owner, claimId };
    const fields = [
      ['sourceTitle', source.title],
      ...splitNames(source.author).map((name) => ['author', name] as const),
      ['publisher', source.publisher],
      ['url', source.url],
    ] as const;
    const ofQuote = [
      ['locator', evidence.locator],
      ['quote', evidence.quote],
    ] as const;
    for (const [field, value] of fields) if (value !== null) texts.add(field, ofSource, value);
    for (const [field, value] of ofQuote) if (value !== null) texts.add(field, ofEvidence, value);
    const context = () => [...fields, ...ofQuote].map(([, value]) => value ?? '').join('\n');
    texts.add('citation', { ...ofSource, context }, lines.get(owner) ?? '');
  }
}

/**
 * Finds certain and possible leaks in the text of a claim that is copied (`formatClaimAsText`), by the rules of a report: words of
 * the article or of a public source may be copied. Empty when the text may be copied.
 */
export function findLeaksInClaim(
  review: Review,
  draft: Draft,
  claimId: string,
  words: string,
  status: ClaimStatus,
): Leak[] {
  const shown = leaveOutAuthorNotes(review, draft);
  const texts = new SearchedTexts();
  const place: TextPlace = {
    row: `claims/${claimId}`,
    owner: 'the claim',
    claimId,
    ...getContext(review, shown, claimId, words),
  };
  if (findInArticle(shown, words) === null) texts.add('formerWords', place, words);
  texts.add('correction', place, review.claims.get(claimId)?.correction ?? '');
  const lines = listClaimLines(review, claimId, words, status);
  addSources(texts, review, claimId, new Map(lines.map(({ name, text }) => [name, text])));
  return findLeaksInTexts({ review, draft, shown, entries: texts.entries }).leaks;
}
