import { stanceLabels } from '../domain/evidence';
import { type Review, referringTo } from '../domain/review';
import { type Standing, standingLooks } from '../domain/verdict';
import { sourceInWords } from './source-in-words';

/**
 * A claim as text for a mail or a note: its words, how it stands, its correction, and its sources with the place in them.
 * Of a confidential source it tells no more than a report does: that there is one, and its stance.
 */
export function claimInWords(review: Review, claimId: string, words: string, standing: Standing): string {
  const correction = review.claims.get(claimId)?.correction ?? null;
  const sources = referringTo(review, `claims/${claimId}`, 'evidence').flatMap((evidence) => {
    const source = review.sources.get(evidence.sourceId);
    if (!source) return [];
    const stance = stanceLabels[evidence.stance];
    if (source.confidential) return [`${stance}: confidential source`];
    const place = evidence.locator === null ? '' : ` (${evidence.locator})`;
    const quote = evidence.quote === null ? '' : ` “${evidence.quote}”`;
    return [`${stance}: ${sourceInWords(source)}${place}${quote}`];
  });
  return [
    `“${words}”`,
    standingLooks[standing].label,
    ...(correction === null ? [] : [`Change to: “${correction}”`]),
    ...sources,
  ].join('\n');
}
