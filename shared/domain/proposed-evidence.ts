import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { storedAnnotationSchema } from './annotation';
import { idSchema, lineSchema, proseSchema, timestampSchema } from './primitives';
import { sourceSchema } from './source';

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
