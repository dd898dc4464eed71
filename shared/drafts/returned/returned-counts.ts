import { z } from 'zod';
import { formatCount, formatNumber } from '../../text/format/numbers';

const count = z.int().nonnegative();

export const returnedCountsSchema = z.strictObject({
  /** The comments of reports that came back on claims of the article. */
  comments: count,
  /** Those of no claim of the article, which are added as other comments are. */
  unknown: count,
  /** Those that the author deleted, as far as that is certain. */
  deleted: count,
  /** The claims with new replies. */
  answered: count,
  /** The claims whose comment was resolved without one. */
  resolved: count,
  /** The claims by what became of their correction. */
  accepted: count,
  rejected: count,
  undecided: count,
  reworded: count,
});

/** The counts of a Word report that came back. */
export type ReturnedCounts = z.infer<typeof returnedCountsSchema>;

/** Says what came back with a Word report. The items have no full stop. Empty when nothing did. */
export function describeReturned(counts: ReturnedCounts): string[] {
  const { comments, unknown, deleted, answered, resolved, accepted, rejected, undecided, reworded } = counts;
  const parts = [
    answered > 0 && `${formatNumber(answered)} with ${answered === 1 ? 'an answer' : 'answers'}`,
    resolved > 0 && `${formatNumber(resolved)} resolved without an answer`,
    accepted > 0 && `${formatCount(accepted, 'correction', 'corrections')} accepted`,
    rejected > 0 && `${formatNumber(rejected)} not accepted`,
    undecided > 0 && `${formatNumber(undecided)} not decided`,
    reworded > 0 && `${formatNumber(reworded)} reworded by the author`,
  ].filter((part) => part !== false);
  const details = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  // Comments may be deleted, and footnotes stand in their place.
  const subject =
    comments > 0 ? `${formatCount(comments, 'comment', 'comments')} of a Stet report` : 'A Stet report';
  return [
    ...(comments > 0 || parts.length > 0 ? [`${subject} came back${details}`] : []),
    ...(deleted > 0
      ? [
          `${formatCount(deleted, 'comment', 'comments')} of the report ${deleted === 1 ? 'was' : 'were'} deleted`,
        ]
      : []),
    ...(unknown > 0
      ? [
          `${formatCount(unknown, 'comment', 'comments')} of a Stet report on no claim of this article, treated as ${unknown === 1 ? 'any other comment' : 'any other comments'}`,
        ]
      : []),
  ];
}
