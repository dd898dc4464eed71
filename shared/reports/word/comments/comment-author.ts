import { toAuthorName, unnamedReviewer } from '../../../domain/word-comments';
import { findGraphemeEnd } from '../../../text/segmenter/graphemes';
import type { ClaimDetails } from '../../model/report-claim';
import type { Report } from '../../model/report-model';
import { writeTime } from '../../origin/own-values';
import { type OwnText, own, type ReportText, reshape } from '../../origin/report-text';

/** Word's limit for the initials of an author ([MS-OI29500]: 17.13.4.2), in UTF-16 code units. */
const maxInitialsLength = 9;

/** The initials of a name: the first letters of its words, in capitals where the script has them. */
export function getInitials(name: string): string {
  let initials = '';
  for (const part of name.split(/\s+/)) {
    const start = part.search(/[\p{L}\p{N}]/u);
    if (start === -1) continue;
    const letter = part.slice(start, findGraphemeEnd(part, start + 1)).toUpperCase();
    if (initials.length + letter.length > maxInitialsLength) break;
    initials += letter;
  }
  return initials || unnamedReviewer.charAt(0);
}

/** A time to the second, as the dates of comments are written: RFC 3339 in UTC. */
export function toSecond(at: string): OwnText {
  return writeTime(new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'));
}

/** The name of the reviewer who writes what is no verdict. */
export function getReviewer({ reviewer }: Pick<Report, 'reviewer'>): ReportText {
  return reviewer === null ? own(unnamedReviewer) : reshape(reviewer, toAuthorName);
}

/**
 * Who the comment on a claim is by, and when it was written. A verdict that carries no name is signed by nobody, whoever makes the report.
 * For the public, all comments were written when the report was made.
 */
export function getCommentSignature(
  { judged, verdict, createdAt }: Pick<ClaimDetails, 'judged' | 'verdict' | 'createdAt'>,
  report: Report,
) {
  const name = verdict === 'unchecked' ? report.reviewer : (judged?.by ?? null);
  const author = getReviewer({ reviewer: name });
  const at = report.options.reader === 'public' ? report.madeAt : (judged?.at ?? createdAt);
  return { author, initials: reshape(author, getInitials), at: toSecond(at) };
}
