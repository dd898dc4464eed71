import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { type ClaimStatus, claimStatuses, statusLooks } from './verdict.ts';

/**
 * The bookmark around the appendix of a Word report, which is hidden as its name begins with `_`. The appendix is no text of the article
 * when the file comes back. A further one in the same file has a number after the name.
 */
export const appendixBookmark = '_StetAppendix';

/**
 * Word's limit for the author of a comment or a change ([MS-OI29500]: 17.13.4.2), in UTF-16 code units. It refuses files
 * with longer ones.
 */
const maxAuthorLength = 255;

/** The author of comments and changes when nobody is named. */
export const unnamedReviewer = 'Reviewer';

/** The name of a reviewer as the author of comments and changes in a Word file, and as it is read again from there. */
export function toAuthorName(name: string): string {
  const author = collapseWhitespace(name);
  if (author.length <= maxAuthorLength) return author;
  return author.slice(0, findGraphemeStart(author, maxAuthorLength)).trim();
}

/** FNV-1a of the code units of an id, which are ASCII: 32 bits. */
function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (const unit of id) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/**
 * The durable id of the comment that a Word report makes of a claim ([MS-DOCX] 2.5.4.5, `w16cid:durableId`): eight upper-case
 * hexadecimal digits, below 7FFFFFFF and never zero. The same claim has the same id in each report, so that its comment is recognised
 * when the file comes back; nothing has to be stored for that.
 */
export function getDurableId(claimId: string): string {
  const value = (hashId(claimId) % 0x7ffffffe) + 1;
  return value.toString(16).toUpperCase().padStart(8, '0');
}

/** The second of an RFC 3339 time in UTC, as its first characters: Word files have no parts of seconds. */
export const getSecond = (at: string) => at.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);

/** Says in the comment on a claim that the author did not take its correction before. */
export const untrackedAsRefused = 'Not tracked again: the author did not take it.';

/** Whether a comment or footnote, on one line, asks the author about its correction: not about one that they did not take before. */
export function asksAboutCorrection(text: string): boolean {
  return !text.includes(untrackedAsRefused);
}

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
 * The first line of our comment in a Word file, as `Disputed · claim 12`. A file that comes back is recognised by it.
 * `former` is the status in an earlier comment on the claim in the same file, which does not count any more: `Verified (was
 * disputed) · claim 12`.
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
