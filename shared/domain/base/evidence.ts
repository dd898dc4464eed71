import { z } from 'zod';
import { createRecord } from '#shared/text/sequences/records.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import type { Claim } from './claim.ts';
import type { ImportFacts } from './draft.ts';
import { idSchema, lineSchema, maxProseLength, proseSchema, timestampSchema } from './primitives.ts';
import { sourceSchema } from './source.ts';
import { type Verdict, verdicts, verdictTraits } from './verdict.ts';

export const storedAnnotationSchema = storedObject({
  /** Who wrote it; null when the file does not say. */
  by: lineSchema,
  at: timestampSchema.nullable(),
  /** With the replies to it, one line for each. */
  text: z.string().min(1).max(maxProseLength),
  /** The lines that the author wrote, when `text` has replies of others or our remark as well; absent when all of it is the author's. */
  authorText: z.string().max(maxProseLength).optional(),
});

/** A comment or note of an imported file as a whole. Its words never leave the app: it may hold telephones and addresses. */
export type StoredAnnotation = z.infer<typeof storedAnnotationSchema>;

/** The words of an annotation that are the author's. Replies of editors are the note of its claim. */
export function getAuthorText({ text, authorText = text }: StoredAnnotation): string {
  return authorText;
}

/** Whether the note of a claim came with an imported file, as an editor's comment. */
export function hasImportedNote({ note, noteFromComment }: Pick<Claim, 'note' | 'noteFromComment'>): boolean {
  return note !== null && noteFromComment === true;
}

/** How the item of a comment on no words of the article begins, in the account that is stored with a draft. */
export const unplacedCommentStart = 'comment on no words of the article: ';

/** Lists the comments on no words of the article, from the import of a draft and from those of the drafts before it. */
export function listUnplacedComments({ account, earlierComments }: ImportFacts): string[] {
  const own = (account ?? [])
    .filter((item) => item.startsWith(unplacedCommentStart))
    .map((item) => item.slice(unplacedCommentStart.length));
  return [...new Set([...earlierComments, ...own])];
}

const proposedEvidenceStates = ['unseen', 'accepted', 'declined'] as const;

/** The fields of a source that an annotation can name. A person is confidential until the checker says otherwise. */
const namedSourceSchema = storedObject({
  kind: sourceSchema.shape.kind,
  /** Null when the annotation names none. */
  title: lineSchema,
  author: sourceSchema.shape.author,
  publisher: sourceSchema.shape.publisher,
  publishedAt: sourceSchema.shape.publishedAt,
  accessedAt: sourceSchema.shape.accessedAt,
  url: sourceSchema.shape.url,
  contact: sourceSchema.shape.contact,
  confidential: sourceSchema.shape.confidential,
});

export type NamedSource = z.infer<typeof namedSourceSchema>;

/** The parts that were read from an annotation. One in which nothing can be read has no source, no locator and no quote. */
export const annotationReadingFields = {
  source: namedSourceSchema.nullable(),
  locator: lineSchema,
  quote: proseSchema,
};

export const proposedEvidenceSchema = storedObject({
  id: idSchema,
  claimId: idSchema,
  /** The author's annotation as a whole. */
  annotation: storedAnnotationSchema,
  ...annotationReadingFields,
  /** Its place among the proposed evidence of the same annotation, counted from 0. */
  index: z.int().nonnegative(),
  state: z.enum(proposedEvidenceStates),
  /** Why it was declined; null while it is not, and when no reason was given. */
  reason: proseSchema,
  /** Who accepted or declined it; null while it is unseen, and when the name was not known yet. */
  decidedBy: lineSchema,
  decidedAt: timestampSchema.nullable(),
});

/**
 * Evidence that the author's annotation names and the checker has not accepted yet. It is no source: lists, counts and reports
 * leave it out. Once it is accepted or declined it stays, so that the next draft does not bring it again.
 */
export type ProposedEvidence = z.infer<typeof proposedEvidenceSchema>;

export const stances = ['supports', 'refutes', 'context'] as const;

export type Stance = (typeof stances)[number];

export const stanceLabels: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
};

/** The stance of evidence for which nobody chose one, by the verdict of its claim. */
export const stancesByVerdict: Readonly<Record<Verdict, Stance>> = createRecord(
  verdicts,
  (verdict) => verdictTraits[verdict].stance,
);

export const evidenceSchema = storedObject({
  id: idSchema,
  claimId: idSchema,
  sourceId: idSchema,
  stance: z.enum(stances),
  /** Whether somebody chose the stance. One that nobody chose follows the verdict of the claim (`stancesByVerdict`). */
  stanceChosen: z.boolean(),
  /** The position in the source: page, paragraph, table or minute. */
  locator: lineSchema,
  /** The relevant words of the source. */
  quote: proseSchema,
  note: proseSchema,
});

/** The link of one claim to one source. */
export type Evidence = z.infer<typeof evidenceSchema>;
