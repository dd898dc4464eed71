import { z } from 'zod';
import type { StoredAnnotation } from '#shared/domain/base/evidence.ts';
import {
  idSchema,
  lineSchema,
  maxLineLength,
  maxProseLength,
  timestampSchema,
} from '#shared/domain/base/primitives.ts';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';

export const annotationChoiceSchema = z.strictObject({
  /** The names of those whose comments are the author's; null stands for comments without a name. */
  authors: z.array(lineSchema).max(10_000),
  /** Whether the footnotes and endnotes are the author's sources. */
  areNotesSources: z.boolean(),
});

/** The reviewer's answer to the question whose comments and notes are the author's. */
export type AnnotationChoice = z.infer<typeof annotationChoiceSchema>;

/** Every comment is an editor's, and the notes are part of the article. */
export const noAuthors: AnnotationChoice = { authors: [], areNotesSources: false };

/**
 * The facts of a comment that a Word report made of a claim, in a file that came back. A comment is taken for one by its first line
 * (`shared/domain/base/word-comments.ts`), and by what is known of the claims (`KnownReport`) if the author wrote something else there: then
 * its text answers the claim. Replies to it do in any case.
 */
const returnedCommentSchema = z.strictObject({
  /** Eight upper-case hexadecimal digits; null when the program that saved the file dropped it. */
  durableId: z
    .string()
    .regex(/^[0-9A-F]{8}$/)
    .nullable(),
  /** The status of the claim when the report was made, from the first line; null when the author rewrote it. */
  status: z.enum(claimStatuses).nullable(),
  /** Its number then; null for a claim without a place, and when the author rewrote the line. */
  number: z.int().positive().nullable(),
  /** Whether a tracked change of the same report is at its words, which nobody accepted or rejected. It was read as not made. */
  hasUndecidedChange: z.boolean(),
});

export type ReturnedComment = z.infer<typeof returnedCommentSchema>;

/** The parts of a report that came back, beside its comments. */
export const returnedReportSchema = z.strictObject({
  /** The texts of the footnotes that it had in place of comments. */
  notes: z.array(z.string().max(maxProseLength)),
  /** The ids of the claims with a tracked change that nobody accepted or rejected. It was read as not made. */
  undecided: z.array(idSchema),
});

export type ReturnedReport = z.infer<typeof returnedReportSchema>;

/** Who signed a comment and a tracked change in a report, and when. */
export interface ReportSignature {
  /** Null where any reviewer may have, who made the report. */
  by: string | null;
  /** The start of an RFC 3339 time in UTC, to the second. */
  second: string;
}

/** Facts about one claim in the reports that went out. */
export interface ReportedClaim {
  claimId: string;
  /** The durable id of its comment (`getDurableId` in `shared/domain/base/word-comments.ts`). */
  durableId: string;
  /** The signatures that its comment and its tracked change may have: it may have been judged again since. */
  signatures: readonly ReportSignature[];
  /** The words that a correction of it may replace: in the draft that was imported, in the newest one, and those that were ever judged. */
  before: readonly string[];
  /** The words that may replace them. */
  after: readonly string[];
}

/**
 * Facts about the reports on an article. The reader of Word files recognises by it what programs and people leave of our comments and
 * tracked changes. Nothing of it is stored: it is
 * derived from the claims and their history.
 */
export interface KnownReport {
  claims: readonly ReportedClaim[];
  /** The names that reviewers of the article have as authors in a Word file. */
  reviewers: readonly string[];
}

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
