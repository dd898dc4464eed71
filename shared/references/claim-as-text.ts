import { stanceLabels } from '../domain/base/evidence.ts';
import type { Source } from '../domain/base/source.ts';
import { type ClaimStatus, statusLooks } from '../domain/base/verdict.ts';
import { findReferrers, type Review } from '../domain/review/review.ts';
import { formatDate } from '../text/format/format-dates.ts';

type DescribedSource = Pick<Source, 'title' | 'author' | 'publisher' | 'publishedAt' | 'url'>;

/** Formats a source for a mail or a note: `Morhaven, Edda: Harbour statistics. Port office, 24 Nov 2026. https://…` */
export function formatSourceAsText({ title, author, publisher, publishedAt, url }: DescribedSource): string {
  const work = author === null ? title : `${author}: ${title}`;
  const publication = [publisher, publishedAt && formatDate(publishedAt)].filter(Boolean).join(', ');
  const sentences = [work, publication]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
  return url === null ? sentences : `${sentences} ${url}`;
}

/** A line of a claim's text. `name` says which part of the claim it is: `the verdict`. */
interface ClaimLine {
  name: string;
  text: string;
}

/**
 * Lists the lines of a claim's text for a mail or a note: its words, status, correction, and its sources with locator and
 * quote. As in a report, a confidential source is mentioned by the stance of its evidence alone.
 */
export function listClaimLines(
  review: Review,
  claimId: string,
  words: string,
  status: ClaimStatus,
): ClaimLine[] {
  const correction = review.claims.get(claimId)?.correction ?? null;
  const sourceLines = findReferrers(review, `claims/${claimId}`, 'evidence').flatMap((evidence, index) => {
    const source = review.sources.get(evidence.sourceId);
    if (!source) return [];
    const name = `source ${index + 1} of the claim`;
    const stance = stanceLabels[evidence.stance];
    if (source.confidential) return [{ name, text: `${stance}: confidential source` }];
    const locator = evidence.locator === null ? '' : ` (${evidence.locator})`;
    const quote = evidence.quote === null ? '' : ` “${evidence.quote}”`;
    return [{ name, text: `${stance}: ${formatSourceAsText(source)}${locator}${quote}` }];
  });
  return [
    { name: 'the words of the claim', text: `“${words}”` },
    { name: 'the verdict', text: statusLooks[status].label },
    ...(correction === null ? [] : [{ name: 'the correction', text: `Change to: “${correction}”` }]),
    ...sourceLines,
  ];
}

/** Formats a claim as text for a mail or a note. */
export function formatClaimAsText(...claim: Parameters<typeof listClaimLines>): string {
  return listClaimLines(...claim)
    .map(({ text }) => text)
    .join('\n');
}
