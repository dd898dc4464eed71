import { z } from 'zod';
import { claimSchema } from '../../domain/claim';
import { evidenceSchema } from '../../domain/evidence';
import { idSchema, lineSchema, timestampSchema } from '../../domain/primitives';
import { sourceSchema } from '../../domain/source';
import { tagSchema } from '../../domain/tag';

/** Most annotations that are taken from one file. */
export const maxAnnotations = 50_000;

/** Longest quote, prefix or suffix that is looked for, in UTF-16 code units. */
export const maxQuoteLength = 100_000;

const quote = z.string().max(maxQuoteLength);
const count = z.int().nonnegative();

/**
 * Where words are, in the terms of the model: by their text and what is around it (4.2.4), by code points (4.2.5), or from the start
 * of one selection up to the start of another (4.2.9). `within` is the selection in which a position counts or a quote is looked for,
 * which `refinedBy` narrowed (4.2.10).
 */
export type TextSelection =
  | { kind: 'quote'; exact: string; prefix: string; suffix: string; within: TextSelection | null }
  | { kind: 'position'; start: number; end: number; within: TextSelection | null }
  | { kind: 'range'; start: TextSelection; end: TextSelection; within: TextSelection | null };

const selectionSchema: z.ZodType<TextSelection> = z.lazy(() => {
  const within = selectionSchema.nullable();
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('quote'), exact: quote, prefix: quote, suffix: quote, within }),
    z.strictObject({ kind: z.literal('position'), start: count, end: count, within }),
    z.strictObject({ kind: z.literal('range'), start: selectionSchema, end: selectionSchema, within }),
  ]);
});

const targetSchema = z.strictObject({
  /** The IRI of what it is about. */
  source: z.string(),
  /** Alternatives, all of which mean the same words. Empty when the whole resource is meant, or no selector can be taken. */
  selections: z.array(selectionSchema),
  /** Whether a selector that is not taken says in which part of the resource the words are. */
  isNarrowed: z.boolean(),
});

export type ImportedTarget = z.infer<typeof targetSchema>;

/** The claim of an annotation of our own. `source` is the number of a source of the file. */
const ownClaimSchema = z.strictObject({
  claimId: idSchema,
  verdict: claimSchema.shape.verdict,
  judged: z.strictObject({ by: lineSchema, at: timestampSchema }).nullable(),
  /** The sentence around its words; null when the file does not say it. */
  sentence: quote.nullable(),
  /** Whether the verdict no longer counted for the words that the claim is on. */
  isStale: z.boolean(),
  /** Whether the reviewer knew of the unreliable sources that it rests on when the verdict was set. */
  acceptsRisks: z.boolean(),
  kind: claimSchema.shape.kind,
  correction: claimSchema.shape.correction,
  claimant: claimSchema.shape.claimant,
  tags: z.array(tagSchema.pick({ name: true, color: true })),
  evidence: z.array(
    z.strictObject({
      source: z.int().positive(),
      ...evidenceSchema.pick({ stance: true, stanceChosen: true, locator: true, quote: true, note: true })
        .shape,
    }),
  ),
});

export type OwnClaim = z.infer<typeof ownClaimSchema>;

const importedAnnotationSchema = z.strictObject({
  /** The name of its author; null when it has none. */
  by: lineSchema,
  note: claimSchema.shape.note,
  targets: z.array(targetSchema),
  /** Null for an annotation of another program. */
  own: ownClaimSchema.nullable(),
});

export type ImportedAnnotation = z.infer<typeof importedAnnotationSchema>;

const { id: _, derivedFrom: __, ...sourceShape } = sourceSchema.shape;

/** A source of our own file. */
const ownSourceSchema = z.strictObject({
  number: z.int().positive(),
  ...sourceShape,
  /** The number of the source that it repeats. */
  derivedFrom: z.int().positive().nullable(),
});

export type OwnSource = z.infer<typeof ownSourceSchema>;

export const annotationSetSchema = z.strictObject({
  annotations: z.array(importedAnnotationSchema).max(maxAnnotations),
  sources: z.array(ownSourceSchema),
  /** How many pieces of evidence come from confidential sources, of which the file says no more. */
  confidentialCount: count,
  /** Features of the model that were met and are not taken, by their names there, with how often. */
  notTaken: z.array(z.strictObject({ feature: z.string(), count: count })),
  /** Annotations that break a rule of the model: their id or position, and why. */
  refused: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
});

/** Everything that an importer takes from a file of annotations. It crosses process borders, so every receiver parses it. */
export type AnnotationSet = z.infer<typeof annotationSetSchema>;

export const readAnnotationsSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), set: annotationSetSchema }),
  z.strictObject({
    ok: z.literal(false),
    /** Whether the file is something else, which may be an article. */
    isOther: z.boolean(),
    message: z.string(),
  }),
]);

export type ReadAnnotations = z.infer<typeof readAnnotationsSchema>;
