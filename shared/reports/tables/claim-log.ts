import { z } from 'zod';
import { claimKinds } from '../../domain/claim';
import { stances } from '../../domain/evidence';
import { coverageCountsSchema } from '../../domain/library/library-entry';
import { dateSchema, sha256Schema, timestampSchema } from '../../domain/primitives';
import { reportReaders } from '../../domain/report-options';
import { sourceKinds } from '../../domain/source';
import { claimStatuses, verdicts } from '../../domain/verdict';
import { queryRules } from '../../queries/query';
import { unplacedStates } from '../model/report-claim';

const number = z.int().positive();
const text = z.string();
const date = dateSchema.nullable();

const passageSchema = z.strictObject({ words: text, place: text });

const evidenceSchema = z.strictObject({
  stance: z.enum(stances),
  /** The number of a source in the list. */
  source: number,
  locator: text.nullable(),
  quote: text.nullable(),
  note: text.nullable(),
});

const detailFields = {
  words: text,
  verdict: z.enum(verdicts),
  standing: z.enum(claimStatuses),
  kind: z.enum(claimKinds).nullable(),
  /** The names of its tags. */
  tags: z.array(text),
  claimant: text.nullable(),
  note: text.nullable(),
  correction: text.nullable(),
  /** Why it has to be checked again; null when it does not have to be. */
  changes: text.nullable(),
  /** Without a time for the public. */
  judged: z.strictObject({ by: text.nullable(), at: timestampSchema.nullable() }).nullable(),
  evidence: z.array(evidenceSchema),
  /** The sentence in place of missing evidence; null where there is some. */
  missingEvidence: text.nullable(),
  /** The unreliable sources that the reviewer knew of, as a sentence; only lawyers learn them. */
  acceptedRisks: text.nullable(),
};

const claimSchema = z.strictObject({
  number,
  sentence: text,
  page: number.nullable(),
  startsAtMs: z.int().nonnegative().nullable(),
  ...detailFields,
});

const unplacedClaimSchema = z.strictObject(detailFields);

const namedSourceSchema = z.strictObject({
  number,
  confidential: z.literal(false),
  kind: z.enum(sourceKinds),
  title: text,
  citation: text,
  /** Everything that the citation leaves out. */
  details: text,
  primacy: text.nullable(),
  url: text.nullable(),
  archiveUrl: text.nullable(),
  publishedAt: date,
  accessedAt: date,
  /** Says that it was withdrawn or found wrong, with the day; null while it stands. */
  standing: text.nullable(),
  standingReason: text.nullable(),
  /** Whether it is confidential and named because the log is for lawyers, who alone learn a contact as well. */
  isForLawyersOnly: z.boolean(),
  contact: text.nullable(),
  files: z.array(z.strictObject({ name: text, bytes: z.int().nonnegative(), sha256: sha256Schema })),
});

/**
 * Everything that the claim log says. The spreadsheets are made of this alone, and it is searched for confidential terms. It names
 * claims, claims without a place, sources and what a reviewer wrote as the JSON report does, so `extract-json.ts` reads both.
 */
export const claimLogSchema = z.strictObject({
  title: text,
  reader: z.enum(reportReaders),
  /** The names in the properties of a file; empty when it names nobody. */
  authors: z.array(text),
  madeAt: timestampSchema,
  /** IANA name of the zone in which times are written. */
  timeZone: text,
  /** The line on each printed page; null for none. */
  pageLine: text.nullable(),
  claims: z.array(claimSchema),
  unplaced: z.array(
    z.strictObject({ state: z.enum(unplacedStates), draft: number, claims: z.array(unplacedClaimSchema) }),
  ),
  /** How much was read; null when the reader learns nothing of it. */
  coverage: z
    .strictObject({
      counts: coverageCountsSchema,
      /** The sentences, with their places in words. */
      notLookedAt: z.array(passageSchema),
      /** The spotted words that are open in sentences that were partly looked at. */
      openWords: z.array(passageSchema),
    })
    .nullable(),
  /** The open queries, each with its places in words; null when the reader learns nothing of them. */
  queries: z
    .array(z.strictObject({ rule: z.enum(queryRules), explanation: text, places: z.array(text) }))
    .nullable(),
  sources: z.array(
    z.discriminatedUnion('confidential', [
      namedSourceSchema,
      z.strictObject({ number, confidential: z.literal(true) }),
    ]),
  ),
});

export type ClaimLog = z.infer<typeof claimLogSchema>;
/** A claim of the log, without what depends on its place. */
export type LogDetails = z.infer<typeof unplacedClaimSchema>;
export type LogClaim = z.infer<typeof claimSchema>;
export type LogEvidence = z.infer<typeof evidenceSchema>;
export type LogSource = ClaimLog['sources'][number];
