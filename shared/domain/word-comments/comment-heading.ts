import { type ClaimStatus, claimStatuses, statusLooks } from '../verdict';

/** The facts in the first line of our comment in a Word file. */
export interface CommentHeading {
  status: ClaimStatus;
  /** The number of the claim; null for a claim without a place. */
  number: number | null;
}

/** Describes the status in the last comment on the same claim in the file. */
function describeFormer(status: ClaimStatus, former: ClaimStatus): string {
  return former === status ? 'still' : `was ${statusLooks[former].inSentence}`;
}

/**
 * The first line of our comment in a Word file, as `Disputed · claim 12`. A file that comes back is recognised by it. `former` is the status
 * in an earlier comment on the claim in the same file, which does not count any more: `Verified (was disputed) · claim 12`.
 */
export function formatCommentHeading(
  { status, number }: CommentHeading,
  former: ClaimStatus | null = null,
): string {
  const { label } = statusLooks[status];
  const verdict = former === null ? label : `${label} (${describeFormer(status, former)})`;
  return `${verdict} · ${number === null ? 'claim without a place' : `claim ${number}`}`;
}

/** Reads the first line of a comment; null when it is none of ours. */
export function parseCommentHeading(text: string): CommentHeading | null {
  const [line = ''] = text.split('\n');
  const parts = /^(.+?)(?: \((?:still|was .+)\))? · claim (?:([1-9]\d{0,8})|without a place)\s*$/u.exec(line);
  const status = claimStatuses.find((one) => statusLooks[one].label === parts?.[1]);
  if (!parts || !status) return null;
  return { status, number: parts[2] === undefined ? null : Number(parts[2]) };
}
