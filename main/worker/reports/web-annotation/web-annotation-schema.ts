import { z } from 'zod';
import { claimKinds } from '#shared/domain/base/claim.ts';
import { stances } from '#shared/domain/base/evidence.ts';
import { idSchema, timestampSchema } from '#shared/domain/base/primitives.ts';
import { sourceKinds, sourceStandings } from '#shared/domain/base/source.ts';
import { isLawyersTextField, printedTextFields } from '#shared/domain/base/source-fields.ts';
import { tagColors } from '#shared/domain/base/tag.ts';
import { claimStatuses, verdicts } from '#shared/domain/base/verdict.ts';
import { annotationContext, bodyRoles, motivations } from '#shared/domain/base/web-annotation.ts';
import { recheckReasons } from '#shared/domain/claims/recheck.ts';
import { createRecord, prefixKeys } from '#shared/text/sequences/records.ts';
import { unplacedStates } from '../model/report-model.ts';

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const text = z.string().min(1);
const number = z.int().positive();
const context = z.tuple([z.literal(annotationContext), z.strictObject({ stet: iri })]);
const person = z.strictObject({ type: z.literal('Person'), name: text });

const quoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/** Both ends in code points of the draft's text. */
const positionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

const bodySchema = z.union([
  z.strictObject({
    type: z.literal('TextualBody'),
    purpose: z.enum(motivations),
    format: z.literal('text/plain'),
    value: z.string(),
    'stet:role': z.enum(bodyRoles),
    /** The colour of a tag. */
    'stet:color': z.enum(tagColors).optional(),
  }),
  z.strictObject({
    type: z.literal('SpecificResource'),
    purpose: z.enum(motivations),
    source: iri,
    selector: quoteSelector.optional(),
    'stet:role': z.literal('evidence'),
    /** The stance in words. */
    'stet:label': text,
    /** The number of a source in the list. */
    'stet:source': number,
    'stet:stance': z.enum(stances),
    /** Whether nobody chose the stance, so that it follows the verdict. */
    'stet:followsVerdict': z.literal(true).optional(),
    'stet:locator': text.optional(),
    'stet:note': text.optional(),
  }),
]);

export type ExportedBody = z.infer<typeof bodySchema>;

const annotationSchema = z.strictObject({
  '@context': context,
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.literal('assessing'),
  creator: person.optional(),
  created: timestampSchema.optional(),
  body: z.array(bodySchema),
  target: z.strictObject({
    type: z.literal('SpecificResource'),
    source: iri,
    selector: z.array(z.union([quoteSelector, positionSelector])).min(1),
  }),
  'stet:claim': idSchema,
  /** Null for a claim without a place. */
  'stet:number': number.nullable(),
  'stet:state': z.enum(['placed', ...unplacedStates]),
  /** The draft that it is in; for a claim without a place, the draft that it is not in any more. */
  'stet:draft': number,
  /** The sentence around its words, for which the verdict was set. Only of a claim in a place whose words are quoted. */
  'stet:sentence': z.string().optional(),
  'stet:verdict': z.enum(verdicts),
  'stet:status': z.enum(claimStatuses),
  'stet:recheck': z.array(z.enum(recheckReasons)),
  'stet:kind': z.enum(claimKinds).nullable(),
});

export type ExportedAnnotation = z.infer<typeof annotationSchema>;

const sourceTexts = prefixKeys('stet:', {
  ...createRecord(
    printedTextFields.filter((field) => !isLawyersTextField(field)),
    () => text.nullable(),
  ),
  title: text,
  ...createRecord(printedTextFields.filter(isLawyersTextField), () => text.optional()),
});

const sourceSchema = z.union([
  /** A confidential source has nothing else. */
  z.strictObject({
    id: iri,
    type: z.literal('stet:Source'),
    'stet:number': number,
    'stet:confidential': z.literal(true),
  }),
  z.strictObject({
    id: iri,
    type: z.literal('stet:Source'),
    'stet:number': number,
    'stet:confidential': z.literal(false),
    'stet:kind': z.enum(sourceKinds),
    ...sourceTexts,
    /** Only a file for lawyers has this one: it names confidential sources. */
    'stet:isConfidential': z.literal(true).optional(),
    'stet:primary': z.boolean(),
    'stet:secondary': z.boolean(),
    /** Only of a source that was withdrawn or found wrong. */
    'stet:standing': z.enum(sourceStandings).exclude(['good']).optional(),
    'stet:standingReason': text.nullable(),
    'stet:standingSince': timestampSchema.nullable(),
    /** The number of the source that it repeats, when that is in the list. */
    'stet:derivedFrom': number.nullable(),
    'stet:citation': text,
  }),
]);

export type ExportedSource = z.infer<typeof sourceSchema>;

/** A file of Web Annotations as we write it: a collection with its one page in it (Web Annotation Data Model, 5). */
export const webAnnotationSchema = z.strictObject({
  '@context': context,
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: text,
  creator: z.array(person).optional(),
  generator: z.strictObject({ type: z.literal('Software'), name: z.literal('Stet') }),
  generated: timestampSchema,
  /** Only in a file for lawyers. */
  'stet:notice': text.optional(),
  total: z.int().nonnegative(),
  'stet:version': z.literal(1),
  'stet:draft': number,
  'stet:sources': z.array(sourceSchema),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: iri,
    startIndex: z.literal(0),
    items: z.array(annotationSchema),
  }),
});

export type WebAnnotationFile = z.infer<typeof webAnnotationSchema>;
