import { z } from 'zod';
import { articleFields } from '../domain/article';
import { claimSchema } from '../domain/claim';
import { coversText, draftBodyFields, originSchema } from '../domain/draft';
import { evidenceSchema } from '../domain/evidence';
import { sourceSchema } from '../domain/source';
import { spanSchema } from '../text/span';
import { importNoticeSchema } from './notices';

/** A source that comes with the article, as a document's own comments or the sample have them. */
const proposedSourceSchema = z.strictObject({
  ...sourceSchema.omit({ id: true, derivedFrom: true }).shape,
});

/** A claim that comes with the article. `source` is an index into the proposal's sources. */
const proposedClaimSchema = z.strictObject({
  span: spanSchema,
  verdict: claimSchema.shape.verdict,
  // Field by field: zod picks nothing from a schema with a refinement.
  note: claimSchema.shape.note,
  correction: claimSchema.shape.correction,
  claimant: claimSchema.shape.claimant,
  kind: claimSchema.shape.kind,
  evidence: z.array(
    z.strictObject({
      source: z.int().nonnegative(),
      ...evidenceSchema.pick({ stance: true, locator: true, quote: true, note: true }).shape,
    }),
  ),
});

/**
 * What an importer makes of a file or a paste: everything an article can be opened from. It crosses a border, so whoever
 * receives one parses it with this schema.
 */
export const draftProposalSchema = z
  .strictObject({
    ...articleFields,
    origin: originSchema,
    ...draftBodyFields,
    sources: z.array(proposedSourceSchema),
    claims: z.array(proposedClaimSchema),
  })
  .refine(coversText, 'the blocks do not cover the text')
  .refine(
    ({ text, claims, sources }) =>
      claims.every(
        ({ span, evidence }) =>
          span.end <= text.length && evidence.every(({ source }) => source < sources.length),
      ),
    'a claim points outside the text or the sources',
  );

export type DraftProposal = z.infer<typeof draftProposalSchema>;
export type ProposedClaim = z.infer<typeof proposedClaimSchema>;
export type ProposedSource = z.infer<typeof proposedSourceSchema>;

/** Why nothing was opened; the message says what is wrong, that nothing was changed, and what to do. */
const importProblemSchema = z.strictObject({
  code: z.enum([
    'empty',
    'binary',
    'undecodable',
    'tooLarge',
    'unsupported',
    'damaged',
    'protected',
    'noText',
    'hostile',
  ]),
  message: z.string(),
});

export type ImportProblem = z.infer<typeof importProblemSchema>;

const taken = z.strictObject({
  ok: z.literal(true),
  proposal: draftProposalSchema,
  /** What the reviewer should know of the reading: what was left out, and what became of it. */
  notices: z.array(importNoticeSchema),
});
const refused = z.strictObject({ ok: z.literal(false), problem: importProblemSchema });

/** What a format makes of a file or a paste. */
export const importedSchema = z.discriminatedUnion('ok', [taken, refused]);

export type Imported = z.infer<typeof importedSchema>;

/** The same with the number of words, which takes too long to be counted in the window. */
export const draftReadingSchema = z.discriminatedUnion('ok', [
  taken.extend({ words: z.int().nonnegative() }),
  refused,
]);

export type DraftReading = z.infer<typeof draftReadingSchema>;
