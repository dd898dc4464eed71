import type { Claim } from '../domain/base/claim.ts';
import { hasImportedNote } from '../domain/base/evidence.ts';
import type { Review } from '../domain/review/review.ts';
import { getAnnotationKey } from '../import/base/annotation.ts';
import { collapseWhitespace } from '../text/format/wording.ts';

/** The first comment of a thread, as the reader of its file gave it; `by` is '' when it has no author. */
export interface FirstComment {
  by: string;
  /** RFC 3339 with milliseconds; null when the file does not say. */
  at: string | null;
  text: string;
}

/** Facts about the imports: who commented, and when the drafts were imported. */
interface ImportFacts {
  names: ReadonlySet<string>;
  times: ReadonlySet<string>;
}

/** The words of the first comment of a thread, from the text of its annotation: without the names, our own remarks and replies. */
function createComment(
  by: string | null,
  at: string | null,
  text: string,
  { names }: ImportFacts,
): FirstComment {
  const [first = '', ...lines] = getAnnotationKey(text).split('\n');
  const start = `${by}: `;
  const reply = lines.findIndex((line) => names.has(/^([^:]+):(?: |$)/.exec(line)?.[1] ?? ''));
  const words = by !== null && first.startsWith(start) ? first.slice(start.length) : first;
  const own = lines.slice(0, reply === -1 ? undefined : reply);
  return { by: by ?? '', at, text: [words, ...own].join('\n') };
}

/** Whether a note is the very comment, with no more than the remarks of the import, such as that it was resolved. */
export function repeatsComment(note: string, { by, text }: FirstComment): boolean {
  const words = by === '' ? text : `${by}: ${text}`;
  return collapseWhitespace(getAnnotationKey(note)) === collapseWhitespace(words);
}

/** The comment of which a claim has the words as its note. A claim has the time of its comment, or of the import if that has none. */
function readNote({ note, createdBy, createdAt }: Claim, facts: ImportFacts): FirstComment | null {
  if (note === null) return null;
  const by = createdBy !== null && note.startsWith(`${createdBy}:`) ? createdBy : null;
  return createComment(by, facts.times.has(createdAt) ? null : createdAt, note, facts);
}

/**
 * Lists the comments of imported files that made claims, by the ids of the claims, as far as they are known: an author's comment is
 * kept with what it proposes as evidence, an editor's is the note of its claim, which the reviewer may have changed. The writer of a
 * Word report looks for them in the file.
 */
export function listFirstComments(
  review: Pick<Review, 'claims' | 'drafts' | 'proposedEvidence'>,
): Map<string, FirstComment> {
  const comments = new Map<string, FirstComment>();
  const claims = [...review.claims.values()];
  const proposed = [...review.proposedEvidence.values()];
  const authors = [
    ...claims.map(({ createdBy }) => createdBy),
    ...proposed.map(({ annotation }) => annotation.by),
  ];
  const facts = {
    names: new Set(authors.filter((name) => name !== null)),
    times: new Set(Array.from(review.drafts.values(), ({ importedAt }) => importedAt)),
  };
  for (const { claimId, annotation, index } of proposed) {
    const { by, at, text } = annotation;
    // The author's notes are no comments, and have neither a name nor a time.
    if (index === 0 && (by !== null || at !== null))
      comments.set(claimId, createComment(by, at, text, facts));
  }
  for (const claim of claims) {
    const comment = comments.has(claim.id) || !hasImportedNote(claim) ? null : readNote(claim, facts);
    if (comment) comments.set(claim.id, comment);
  }
  return comments;
}
