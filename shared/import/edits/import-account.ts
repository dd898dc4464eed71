import { unplacedCommentStart } from '#shared/domain/base/evidence.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { shorten } from '#shared/text/format/wording.ts';
import { type Annotation, formatAnnotation } from '../base/annotation.ts';
import { describeNotice, describeNoticeInPreview, type ImportNotice } from '../base/notices.ts';
import type { DraftProposal, ProposedClaim } from '../base/proposal.ts';
import type { LeftOut } from './apply-block-edits.ts';
import { describeLeftOut } from './describe-left-out.ts';

/** Longer comments on no words are shortened; in UTF-16 code units. */
const maxCommentLength = 10_000;

/** At most this many comments on no words are kept, each with its replies. The others are counted. */
const maxComments = 200;

/** Counts the comments of annotations, replies included. */
function countComments(annotations: readonly Annotation[]): number {
  return annotations.reduce((count, { comments }) => count + comments.length, 0);
}

function listAnnotations(claims: readonly ProposedClaim[]): Annotation[] {
  return claims.flatMap(({ annotation }) => annotation ?? []);
}

/**
 * Says how many claims the comments and notes of an import made. `added` are the claims that are new to the article; null while that
 * is not known. The items have no full stop.
 */
function describeClaims(claims: readonly ProposedClaim[], added: readonly ProposedClaim[] | null): string[] {
  // Before they are compared with the claims of the article, comments of a report that came back are described by that comparison.
  const annotations = listAnnotations(claims).filter(({ returned }) => added !== null || !returned);
  const ofNotes = (added ?? []).filter(
    ({ annotation, proposedEvidence }) => !annotation && proposedEvidence.length > 0,
  ).length;
  return [
    ...(annotations.length > 0 ? [describeComments(annotations, added && listAnnotations(added))] : []),
    ...(ofNotes > 0
      ? [`${formatCount(ofNotes, 'claim')} added from notes, which are the author’s sources`]
      : []),
  ];
}

function describeComments(all: readonly Annotation[], added: readonly Annotation[] | null): string {
  const count = countComments(all);
  const comments = formatCount(count, 'comment');
  if (added === null)
    return count === 1
      ? `${comments} on words of the article: it becomes a claim unless it came with an earlier draft`
      : `${comments} on words of the article: those that did not come with an earlier draft become claims`;
  if (added.length === 0)
    return `${comments} came with an earlier draft, and ${count === 1 ? 'was' : 'were'} not added again`;
  const made = formatCount(added.length, 'claim');
  if (added.length < all.length)
    return `${comments}: ${made} added from those that are new; the others came with an earlier draft`;
  if (added.length < count) return `${comments} added as ${made}, replies with the comment that they answer`;
  return `${comments} added as ${count === 1 ? 'a claim' : 'claims'}`;
}

/** Counts and lists the comments on no words of the article, each with its replies. The items have no full stop. */
function describeUnplacedComments(annotations: readonly Annotation[]): string[] {
  if (annotations.length === 0) return [];
  const count = countComments(annotations);
  const kept = annotations.slice(0, maxComments);
  const more = countComments(annotations.slice(maxComments));
  const words = kept.flatMap((annotation) => formatAnnotation(annotation) ?? []);
  return [
    `${formatCount(count, 'comment')} on no words of the article: no claim made`,
    ...words.map((text) => {
      const shown = text.length > maxCommentLength ? shorten(text, maxCommentLength) : text;
      return `${unplacedCommentStart}“${shown}”`;
    }),
    ...(more > 0
      ? [
          `${formatCount(more, 'more comment', 'more comments')} on no words of the article not kept: see the file`,
        ]
      : []),
  ];
}

/** The longest words by which a left-out block is recognized, in UTF-16 code units. */
const maxExcerptLength = 80;

/** At most this many left-out blocks are quoted. They are counted as well. */
const maxExcerpts = 50;

interface Import {
  notices: readonly ImportNotice[];
  proposal: Pick<DraftProposal, 'claims' | 'annotationsWithoutWords'>;
  /** The blocks that the reviewer left out in the preview; null when there are none. */
  leftOut: LeftOut | null;
}

/**
 * Says in plain words what an import left out, guessed or could not read, in the order in which it happened: the importer's
 * notices, what became of the comments, and what the reviewer left out. `added` are the claims that are new to the article; null
 * while that is not known, before a next draft is added. Each part is an item of a list: no full stop, and none occurs twice.
 */
export function createImportAccount(
  { notices, proposal, leftOut }: Import,
  added: readonly ProposedClaim[] | null,
): string[] {
  return createAccount({ notices: notices.map(describeNotice), proposal, leftOut }, added);
}

/** The same for the preview, before anything is left out in it, with what the preview can do about it. */
export function createPreviewAccount(
  { notices, proposal }: Pick<Import, 'notices' | 'proposal'>,
  added: readonly ProposedClaim[] | null,
): string[] {
  return createAccount({ notices: notices.map(describeNoticeInPreview), proposal, leftOut: null }, added);
}

function createAccount(
  { notices, proposal, leftOut }: Omit<Import, 'notices'> & { notices: readonly string[] },
  added: readonly ProposedClaim[] | null,
): string[] {
  return [
    ...new Set([
      ...notices,
      ...describeClaims(proposal.claims, added),
      ...describeUnplacedComments(proposal.annotationsWithoutWords),
      ...(leftOut ? describeLeftOutBlocks(leftOut) : []),
    ]),
  ];
}

function describeLeftOutBlocks(leftOut: LeftOut): string[] {
  const excerpts = leftOut.texts
    .slice(0, maxExcerpts)
    .map((text) => `left out in the preview: “${shorten(text, maxExcerptLength)}”`);
  return [...describeLeftOut(leftOut, ' in the preview'), ...excerpts];
}
