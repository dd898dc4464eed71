import type { ReportOptions } from '../../domain/report-options';
import type { Review } from '../../domain/review/review';
import type { ClaimInDraft, DraftClaims } from './draft-claims';

/** The review, claims and options that a report is built from. */
interface ReportBasis {
  review: Review;
  claims: DraftClaims;
  options: ReportOptions;
}

function keepRows<T>(rows: ReadonlyMap<string, T>, isKept: (row: T) => boolean): Map<string, T> {
  return new Map(Array.from(rows).filter(([, row]) => isKept(row)));
}

/** A review as if it had no confidential source: neither these, nor their evidence and files, are there to be counted. */
function leaveOutConfidential(review: Review): Review {
  const isPublic = (id: string) => review.sources.get(id)?.confidential !== true;
  return {
    // References to what is left out lead nowhere, as those to deleted rows do.
    ...review,
    sources: keepRows(review.sources, ({ id }) => isPublic(id)),
    evidence: keepRows(review.evidence, ({ sourceId }) => isPublic(sourceId)),
    attachments: keepRows(review.attachments, ({ sourceId }) => isPublic(sourceId)),
  };
}

function leaveOutReviewer(entry: ClaimInDraft): ClaimInDraft {
  const { claim } = entry;
  return claim.judged === null
    ? entry
    : { ...entry, claim: { ...claim, judged: { ...claim.judged, by: null } } };
}

/**
 * Limits what a report is built from to what its reader may learn:
 *
 * - the public: the claims of the article as it stands, with public sources. No notes, no words that were cut or changed, no
 *   reviewer unless that was chosen, and never the minute of a verdict (`claim-details.ts`);
 * - an editor: everything, of which `numbered-sources.ts` leaves the fields of confidential sources out;
 * - lawyers: everything, always with notes.
 *
 * A claim that has to be checked again keeps that status for every reader: a report may keep silent about a source, but not print
 * a verdict that no longer counts.
 */
export function limitToReader({ review, claims, options }: ReportBasis): ReportBasis {
  switch (options.reader) {
    case 'public': {
      const placed = claims.placed.map((entry) => ({ ...entry, changes: [] }));
      return {
        review: leaveOutConfidential(review),
        claims: { placed: options.reviewers ? placed : placed.map(leaveOutReviewer), unplaced: [] },
        options: { ...options, notes: false },
      };
    }
    case 'editor':
      return { review, claims, options };
    case 'legal':
      return { review, claims, options: { ...options, notes: true } };
  }
}
