import { z } from 'zod';
import { articleFields } from '#shared/domain/base/article.ts';
import { claimSchema } from '#shared/domain/base/claim.ts';
import { coversText, draftBodyFields, originSchema } from '#shared/domain/base/draft.ts';
import {
  annotationReadingFields,
  evidenceSchema,
  storedAnnotationSchema,
} from '#shared/domain/base/evidence.ts';
import { sourceSchema } from '#shared/domain/base/source.ts';
import { textMapSchema } from '#shared/domain/base/text-map.ts';
import { spanSchema } from '#shared/text/span.ts';
import { annotationSchema, returnedReportSchema } from './annotation.ts';
import { leftOutBlockSchema } from './left-out-blocks.ts';
import { importNoticeSchema } from './notices.ts';

/** A source that comes with the article: from the comments of a document, or with the sample article. */
const proposedSourceSchema = z.strictObject({
  ...sourceSchema.omit({ id: true, derivedFrom: true }).shape,
});

/** A claim that comes with the article. The `source` of its evidence is an index into the proposal's sources. */
const proposedClaimSchema = z.strictObject({
  span: spanSchema,
  verdict: claimSchema.shape.verdict,
  // Field by field, because zod cannot pick from a schema with a refinement.
  note: claimSchema.shape.note,
  correction: claimSchema.shape.correction,
  claimant: claimSchema.shape.claimant,
  kind: claimSchema.shape.kind,
  /** The comment of the file that made this claim; null when none did. */
  annotation: annotationSchema.nullable(),
  evidence: z.array(
    z.strictObject({
      source: z.int().nonnegative(),
      ...evidenceSchema.pick({ stance: true, locator: true, quote: true, note: true }).shape,
    }),
  ),
  /** The evidence that an annotation of the author proposes. Importers leave it empty; `propose-evidence` fills it. */
  proposedEvidence: z.array(
    z.strictObject({ annotation: storedAnnotationSchema, ...annotationReadingFields }),
  ),
});

/**
 * Everything that an article can be created from, as an importer reads it from a file or pasted content. It crosses process
 * borders, so every receiver parses it with this schema. The folder in the order of an import:
 *
 * - `text/` reads plain text and Markdown into blocks; the other formats are in renderer/documents/read
 * - `imported-blocks` joins blocks into the text of a draft, `title` proposes its title
 * - `ligatures` replaces ligatures by their letters, in all formats
 * - `left-out-blocks` are the blocks that were left out, `whole-proposal` the whole original with them
 * - `annotation` is a comment of the file, `annotated-claim` the claim that it makes, `commenters` lists who wrote comments;
 *   `propose-evidence` makes proposed evidence of the author's, and `referring-sentences` finds the sentences that refer
 *   to the author's notes
 * - `import-account` says what became of the file, its comments included
 * - `notices` describe what an import changed or left out, `problems` why it was refused
 * - `edits/` are the reviewer's edits of the blocks before the proposal is accepted, `apply-proposal-edits` all edits of it
 */
export const draftProposalSchema = z
  .strictObject({
    ...articleFields,
    origin: originSchema,
    ...draftBodyFields,
    sources: z.array(proposedSourceSchema),
    claims: z.array(proposedClaimSchema),
    /** The comments of the file that belong to no words of the text. */
    annotationsWithoutWords: z.array(annotationSchema),
    /** Present when a report of ours came back with more than comments. */
    returned: returnedReportSchema.optional(),
    /** Whether the reviewer answered that the notes are the author's sources. Absent when they are not. */
    areNotesSources: z.boolean().optional(),
    /** The blocks that the importer left out and the reviewer can include again, in order; absent when there are none. */
    leftOut: z.array(leftOutBlockSchema).optional(),
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

/** The parts of a proposal that most imports do not have. */
export const noClaims = {
  sources: [],
  claims: [],
  annotationsWithoutWords: [],
} satisfies Partial<DraftProposal>;

export type DraftProposal = z.infer<typeof draftProposalSchema>;
export type ProposedClaim = z.infer<typeof proposedClaimSchema>;
export type ProposedSource = z.infer<typeof proposedSourceSchema>;

/** Why an import was refused. The message says what is wrong, that nothing was changed, and what to do. */
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

const accepted = z.strictObject({
  ok: z.literal(true),
  proposal: draftProposalSchema,
  notices: z.array(importNoticeSchema),
  /** Where the text is in the file; absent when the format has no map. The window does not get it. */
  textMap: textMapSchema.optional(),
});
const refused = z.strictObject({ ok: z.literal(false), problem: importProblemSchema });

/** Whether a map has no more segments than the text has characters, of which each segment stands for one at least. */
function hasFittingMap(result: z.infer<typeof accepted> | z.infer<typeof refused>): boolean {
  return !result.ok || (result.textMap?.segments.length ?? 0) <= result.proposal.text.length;
}

const tooManySegments = 'the map has more segments than the text has characters';

/** The result of importing a file or pasted content. */
export const importResultSchema = z
  .discriminatedUnion('ok', [accepted, refused])
  .refine(hasFittingMap, tooManySegments);

export type ImportResult = z.infer<typeof importResultSchema>;

/** The same with the number of words, because counting them takes too long for the window. */
export const readResultSchema = z
  .discriminatedUnion('ok', [accepted.extend({ words: z.int().nonnegative() }), refused])
  .refine(hasFittingMap, tooManySegments);

export type ReadResult = z.infer<typeof readResultSchema>;
