import { z } from 'zod';
import type { StoredAnnotation } from '../../domain/evidence';
import { lineSchema, maxLineLength, maxProseLength, timestampSchema } from '../../domain/primitives';
import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import { findGraphemeStart } from '../../text/segmenter/graphemes';
import { type ReturnedComment, returnedCommentSchema } from './returned-comment';

const commentSchema = z.strictObject({
  /** Who wrote it; null when the file does not say. */
  by: lineSchema,
  /** When it was written; null when the file does not say. */
  at: timestampSchema.nullable(),
  /** As it was written; '' when it has no words. */
  text: z.string().max(maxProseLength),
});

/** A comment of an imported file with the replies to it, in order. */
export const annotationSchema = z.strictObject({
  comments: z.array(commentSchema).min(1),
  isResolved: z.boolean(),
  /** Our own words about it, such as that the words it is on were deleted; absent when there is nothing to say. */
  remark: z.string().max(1_000).optional(),
  /** Present when a report of ours made the first comment, and the others answer it. */
  returned: returnedCommentSchema.optional(),
});

export type Annotation = z.infer<typeof annotationSchema>;

/** A comment as an importer reads it: with names and texts of any length. */
interface ReadComment {
  by: string;
  at: string | null;
  text: string;
}

/** Shortens a text to a number of UTF-16 code units without splitting a grapheme. */
function limitLength(text: string, maxLength: number): string {
  return text.length > maxLength ? text.slice(0, findGraphemeStart(text, maxLength)) : text;
}

/** Creates an annotation from the comments of a thread, the first one first. Too long names and texts are shortened. */
export function createAnnotation(
  comments: readonly ReadComment[],
  isResolved: boolean,
  returned?: ReturnedComment,
): Annotation {
  return {
    comments: comments.map(({ by, at, text }) => ({
      by: limitLength(collapseWhitespace(by), maxLineLength).trim() || null,
      at: timestampSchema.safeParse(at).data ?? null,
      text: limitLength(text, maxProseLength),
    })),
    isResolved,
    ...(returned && { returned }),
  };
}

/** The annotation as it is stored; null when there is nothing in it. */
export function toStoredAnnotation(annotation: Annotation): StoredAnnotation | null {
  const text = formatAnnotation(annotation);
  const first = annotation.comments[0];
  return text === null ? null : { by: first?.by ?? null, at: first?.at ?? null, text };
}

/** The remark about an annotation at a point of the text, which was put on the nearest word. */
export const pointRemark = '(the comment is on no words of this draft, so the nearest word is marked)';

/** The remark about an annotation on words that the draft does not have. */
export function createRemovedWordsRemark(words: string, areDeleted: boolean): string {
  return `(on ${areDeleted ? 'deleted words' : 'words that were left out'}: “${words}”)`;
}

/** How `formatAnnotation` says that the comment was resolved, at the end of its first comment. */
const resolvedRemark = / ?\(resolved\)$/m;

const removedWordsRemark = /(?:^|\n)\(on (?:deleted words|words that were left out): “[\s\S]*”\)$/;

/**
 * Identifies an annotation that comes again with the next draft, by the text that `formatAnnotation` made of it. It stays the
 * same when the annotation is resolved meanwhile, and without our remark: its words may be deleted meanwhile.
 */
export function getAnnotationKey(text: string): string {
  const own = text.endsWith(pointRemark) ? text.slice(0, -pointRemark.length).trimEnd() : text;
  return own.replace(removedWordsRemark, '').replace(resolvedRemark, '');
}

/** Whether an annotation was resolved, by the text that `formatAnnotation` made of it. */
export function isResolvedText(text: string): boolean {
  return resolvedRemark.test(text);
}

/**
 * Formats an annotation as text for the note of a claim: one line for each comment, and one for the remark. Null when there is
 * nothing in it.
 */
export function formatAnnotation({ comments, isResolved, remark }: Annotation): string | null {
  const lines = comments.map(({ by, text }, index) =>
    [by === null ? '' : `${by}:`, text, isResolved && index === 0 ? '(resolved)' : '']
      .filter((part) => part !== '')
      .join(' '),
  );
  const all = remark === undefined ? lines : [...lines.filter((line) => line !== ''), remark];
  return limitLength(all.join('\n'), maxProseLength) || null;
}
