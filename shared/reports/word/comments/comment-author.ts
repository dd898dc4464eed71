import { findGraphemeEnd } from '../../../text/segmenter/graphemes';
import type { ClaimDetails } from '../../model/report-claim';
import type { Report } from '../../model/report-model';

/** The author of comments when nobody is named. */
const unnamedReviewer = 'Reviewer';

/** Word's own limit for the initials of an author (ECMA-376, part 1: 17.13.4.2), in characters. */
const maxInitials = 9;

/** The initials of a name: the first letter of each word, in capitals where the script has them. */
export function getInitials(name: string): string {
  const letters = name.split(/\s+/).flatMap((part) => {
    const start = part.search(/[\p{L}\p{N}]/u);
    return start === -1 ? [] : part.slice(start, findGraphemeEnd(part, start + 1)).toUpperCase();
  });
  return letters.slice(0, maxInitials).join('') || unnamedReviewer.charAt(0);
}

/** A time to the second, as the dates of comments are written: RFC 3339 in UTC. */
export function toSecond(at: string): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The name of the reviewer who writes what no verdict signs. */
export function getReviewer({ reviewer }: Pick<Report, 'reviewer'>): string {
  return reviewer ?? unnamedReviewer;
}

/** Who the comment on a claim is by, and when it was written. */
export function getCommentSignature(
  { judged, createdAt }: Pick<ClaimDetails, 'judged' | 'createdAt'>,
  report: Report,
) {
  const author = judged?.by ?? getReviewer(report);
  return { author, initials: getInitials(author), at: toSecond(judged?.at ?? createdAt) };
}
