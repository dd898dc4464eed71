import { z } from 'zod';
import type { Draft } from '#shared/domain/base/draft.ts';
import { type StoredTextMap, textMapSchema } from '#shared/domain/base/text-map.ts';
import type { FirstComment } from '#shared/drafts/list-first-comments.ts';
import { spanSchema } from '#shared/text/span.ts';
import type { Texts } from '../base/report-text.ts';
import type { Xml } from './xml.ts';

/** Text of one style, without line breaks but for those between the parts of a cell. Only addresses that may be opened are in `href`. */
const planRunSchema = z.strictObject({
  text: z.string(),
  isBold: z.boolean(),
  href: z.string().nullable(),
});

export type PlanRun = z.infer<typeof planRunSchema>;

/** One paragraph of a comment, a footnote or the appendix. */
const planLineSchema = z.array(planRunSchema);

export type PlanLine = z.infer<typeof planLineSchema>;

/** A comment about a claim, or a footnote in its place. */
const planCommentSchema = z.strictObject({
  /** The number of the claim; null without a place in the draft. */
  claim: z.int().positive().nullable(),
  /** The numbers that the claim had in this draft and in earlier ones, by which its comment in the file is recognised. */
  formerNumbers: z.array(z.int().positive()),
  /** Eight hexadecimal digits (`getDurableId`). The writer takes the next free one if the file has it already. */
  durableId: z.string().regex(/^[0-7][0-9A-F]{7}$/),
  /**
   * The words that it is about, in the text of the base draft; null for a claim without a place, whose comment comes first. Words in a
   * note get their comment on the reference to the note; the lines quote them then.
   */
  span: spanSchema.nullable(),
  author: z.string(),
  initials: z.string(),
  /** RFC 3339 in UTC, to the second; null when the claim has no time. */
  at: z.string().nullable(),
  lines: z.array(planLineSchema).min(1),
  /**
   * The comment of the file to which this one replies, as the reader of Word files gives it: RFC 3339 with milliseconds, `by` is '' when
   * it has no author; null for none. After the words of the comment, `text` may have replies to it, a line `Name: words` each: an
   * import keeps a thread as one text.
   */
  repliesTo: z.strictObject({ by: z.string(), at: z.string().nullable(), text: z.string() }).nullable(),
});

export type PlanComment = z.infer<typeof planCommentSchema>;

/** A correction as a tracked change. The changes are in order and do not overlap. */
const planChangeSchema = z.strictObject({
  /** The words that are deleted, in the text of the base draft; empty where text is only inserted. */
  span: z
    .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
    .refine(({ start, end }) => start <= end, 'the end lies before the start'),
  /** The text that is inserted; empty where words are only deleted. A blank line in it ends a paragraph. */
  text: z.string(),
  author: z.string(),
  /** RFC 3339 in UTC, to the second: the time of a comment of the same author in this plan, by which it is recognised later. */
  at: z.string(),
  /** The index of the comment of its claim; null when the report does not show the claim. */
  comment: z.int().nonnegative().nullable(),
  /** Is added to the comment when the file does not allow a tracked change there. */
  lineIfNotTracked: planLineSchema,
});

export type PlanChange = z.infer<typeof planChangeSchema>;

const appendixBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), line: planLineSchema }),
  /** The first row is the header. */
  z.strictObject({ kind: z.literal('table'), rows: z.array(z.array(planLineSchema).min(1)).min(1) }),
]);

export type AppendixBlock = z.infer<typeof appendixBlockSchema>;

/** A document of our own: its XML parts by their names with case, as in the zip, and where the text is in them. */
const cleanDocumentSchema = z.strictObject({ parts: z.record(z.string(), z.string()), map: textMapSchema });

export type CleanDocument = z.infer<typeof cleanDocumentSchema>;

/**
 * Everything that the sandboxed window writes into a Word file. It crosses process borders, so the receiver parses it with
 * this schema. All offsets are UTF-16 code units.
 */
export const wordPlanSchema = z.strictObject({
  base: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('original'), map: textMapSchema }),
    z.strictObject({ kind: z.literal('clean'), document: cleanDocumentSchema }),
  ]),
  annotations: z.enum(['comments', 'footnotes']),
  /** When the report was made, as RFC 3339 in UTC, to the second: the time of comments that reply to one in the file. */
  madeAt: z.string(),
  /** In the order of their claims. */
  comments: z.array(planCommentSchema),
  changes: z.array(planChangeSchema),
  /** Follows the text; empty for none. */
  appendix: z.array(appendixBlockSchema),
  /** A line at the top of every page; null for none. */
  pageLine: z.string().nullable(),
});

export type WordPlan = z.infer<typeof wordPlanSchema>;

/** The written file, or why it could not be written: `why` completes a sentence that begins with "The file". */
export const wordReportResultSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    bytes: z.instanceof(Uint8Array),
    /** How many corrections could not be tracked and are in comments alone. */
    notTracked: z.int().nonnegative(),
  }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
]);

export type WordReportResult = z.infer<typeof wordReportResultSchema>;

/* The parts of a plan while it is made: each text is one of a report, and no raw string. */

export type PlannedRun = Texts<PlanRun>;
export type PlannedLine = PlannedRun[];
export type PlannedBlock = Texts<AppendixBlock>;
export type PlannedChange = Texts<PlanChange>;

/** The comment of the author's file to which a comment replies is known again by its words, and never written. */
export type PlannedComment = Texts<Omit<PlanComment, 'repliesTo'>> & Pick<PlanComment, 'repliesTo'>;

/** The map says where the text is in the parts, and is never written either. */
export type PlannedDocument = { parts: Record<string, Xml> } & Pick<CleanDocument, 'map'>;

export type PlannedReport = Texts<Omit<WordPlan, 'base' | 'comments'>> & {
  base: Extract<WordPlan['base'], { kind: 'original' }> | { kind: 'clean'; document: PlannedDocument };
  comments: PlannedComment[];
};

/** The author's Word file that a report is written into. */
export interface WordBase {
  /** The draft that was read from the file: the current one, or the one that corrections were applied to since. */
  draft: Draft;
  /** Where each character of that draft is in the file. */
  map: StoredTextMap;
  /**
   * The comments of the file that made claims, by the ids of the claims. They are no part of a report, because no report may print them.
   */
  comments: ReadonlyMap<string, FirstComment>;
  /** The numbers that claims had in the drafts of the article, by the ids of the claims; absent when there was no earlier report. */
  formerNumbers?: ReadonlyMap<string, readonly number[]>;
}
