import { hasImportedNote } from '../../domain/annotation';
import type { Claim } from '../../domain/claim';
import type { Review } from '../../domain/review/review';
import { getAnnotationKey } from '../../import/annotations/annotation';
import type { WordBase } from './word-base';
import type { PlanComment } from './word-plan';

type RepliedComment = NonNullable<PlanComment['repliesTo']>;

/** The words of a comment, from the text of its annotation: without the name, and without our own remarks. */
function createComment(by: string | null, at: string | null, text: string): RepliedComment {
  const words = getAnnotationKey(text);
  const start = `${by}: `;
  return {
    by: by ?? '',
    at,
    text: by !== null && words.startsWith(start) ? words.slice(start.length) : words,
  };
}

/** The comment of which a claim has the words as its note. A claim has the time of its comment, or of the import if that has none. */
function readNote(
  { note, createdBy, createdAt }: Claim,
  importTimes: ReadonlySet<string>,
): RepliedComment | null {
  if (note === null) return null;
  const by = createdBy !== null && note.startsWith(`${createdBy}:`) ? createdBy : null;
  return createComment(by, importTimes.has(createdAt) ? null : createdAt, note);
}

/**
 * Lists the comments of imported files that made claims, by the ids of the claims, as far as they are known: an author's comment is
 * kept with what it proposes as evidence, an editor's is the note of its claim, which the reviewer may have changed. The writer of a
 * Word report looks for them in the file.
 */
export function listRepliedComments(
  review: Pick<Review, 'claims' | 'drafts' | 'proposedEvidence'>,
): WordBase['comments'] {
  const comments = new Map<string, RepliedComment>();
  const importTimes = new Set(Array.from(review.drafts.values(), ({ importedAt }) => importedAt));
  for (const { claimId, annotation, index } of review.proposedEvidence.values()) {
    const { by, at, text } = annotation;
    // The author's notes are no comments, and have neither a name nor a time.
    if (index === 0 && (by !== null || at !== null)) comments.set(claimId, createComment(by, at, text));
  }
  for (const claim of review.claims.values()) {
    const comment = comments.has(claim.id) || !hasImportedNote(claim) ? null : readNote(claim, importTimes);
    if (comment) comments.set(claim.id, comment);
  }
  return comments;
}
