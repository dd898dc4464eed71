import { stanceLabels } from '../domain/evidence';
import { type Review, referringTo } from '../domain/review/review';
import { type Standing, standingLooks } from '../domain/verdict';
import { sourceInWords } from './source-as-text';

/** A line of a claim's text, and words that say which part of the claim it tells. */
export interface ClaimLine {
  where: string;
  text: string;
}

/**
 * Lines of a claim's text for a mail or a note: its words, how it stands, its correction, and its sources with the place in
 * them. A confidential source is told as in a report: that there is one, and its stance.
 */
export function claimLines(review: Review, claimId: string, words: string, standing: Standing): ClaimLine[] {
  const correction = review.claims.get(claimId)?.correction ?? null;
  const sources = referringTo(review, `claims/${claimId}`, 'evidence').flatMap((evidence, at) => {
    const source = review.sources.get(evidence.sourceId);
    if (!source) return [];
    const where = `source ${at + 1} of the claim`;
    const stance = stanceLabels[evidence.stance];
    if (source.confidential) return [{ where, text: `${stance}: confidential source` }];
    const place = evidence.locator === null ? '' : ` (${evidence.locator})`;
    const quote = evidence.quote === null ? '' : ` “${evidence.quote}”`;
    return [{ where, text: `${stance}: ${sourceInWords(source)}${place}${quote}` }];
  });
  return [
    { where: 'the words of the claim', text: `“${words}”` },
    { where: 'the verdict', text: standingLooks[standing].label },
    ...(correction === null ? [] : [{ where: 'the correction', text: `Change to: “${correction}”` }]),
    ...sources,
  ];
}

/** A claim as text for a mail or a note. */
export function claimInWords(...claim: Parameters<typeof claimLines>): string {
  return claimLines(...claim)
    .map(({ text }) => text)
    .join('\n');
}
