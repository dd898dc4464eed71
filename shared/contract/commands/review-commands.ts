import { z } from 'zod';
import { draftSchema } from '#shared/domain/base/draft.ts';
import { idSchema, lineSchema, timestampSchema } from '#shared/domain/base/primitives.ts';
import { historyEntrySchema } from '#shared/domain/history/claim-history.ts';
import { stepSummarySchema } from '#shared/domain/history/step-summary.ts';
import { changeSchema, proposedChangeSchema } from '#shared/domain/review/change.ts';
import { recutSentenceSchema } from '#shared/domain/review/recut-sentence.ts';
import { reviewCopySchema } from '#shared/domain/review/review-data.ts';
import { rememberedChoicesSchema, reportChoicesSchema } from '#shared/domain/settings/report-options.ts';
import { draftPreviewSchema } from '#shared/drafts/carried-review.ts';
import { comparisonSchema } from '#shared/drafts/hunk.ts';
import { leakSchema } from '#shared/reports/base/leak.ts';
import { missingFieldSchema } from '#shared/reports/missing-field.ts';
import { articleInput, editedProposalInput, nothing, taskInput } from './command-parts.ts';

/** A report that was written since the app started, by its id from `report.export`. */
const reportInput = z.strictObject({ reportId: idSchema });

/**
 * The ids of possible leaks of this report that the reviewer confirmed to be none, one by one. They count for this command alone:
 * main searches the report again, and a leak whose words or place changed has another id.
 */
const confirmed = z.array(z.string().max(64)).max(10_000);

/**
 * A report that was written. `furtherNames` are those of the files beside the chosen one. `place` says whether the reviewer chose it
 * in the dialog, or the last report's name was used `again`, or a new one `beside` it, because that file was changed since.
 */
const exported = reportInput.extend({
  fileName: z.string(),
  furtherNames: z.array(z.string()),
  place: z.enum(['chosen', 'again', 'beside']),
  at: timestampSchema,
});

/** Commands about reports. */
export const reportCommands = {
  /** The choices to begin with: those of the article's last report, else of the last one of any article. Never those for lawyers. */
  'report.choices': {
    input: z.strictObject({ articleId: idSchema }),
    output: z.strictObject({ choices: rememberedChoicesSchema }),
  },
  /** Builds the report, asks where to save it, and writes it completely or not at all; null when it was cancelled. */
  'report.export': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema, confirmed }),
    output: exported.nullable(),
  },
  /**
   * Repeats the last export of an article with the same choices, without a dialog: its files are replaced if nobody changed them, else
   * the report gets a new name beside them. It asks where to save when their folder is gone. `notRepeated` when none is known, or it
   * was for lawyers, which is decided anew each time; null when it was cancelled.
   */
  'report.exportAgain': {
    input: taskInput.extend({ articleId: idSchema }),
    output: z
      .discriminatedUnion('state', [
        exported.extend({ state: z.literal('saved'), choices: reportChoicesSchema }),
        z.strictObject({ state: z.literal('notRepeated'), why: z.enum(['unknown', 'legal']) }),
      ])
      .nullable(),
  },
  /** Opens a report in the system's program for its type; shows it in its folder when there is none. */
  'report.open': { input: reportInput, output: z.strictObject({ shown: z.enum(['file', 'folder']) }) },
  'report.showInFolder': { input: reportInput, output: nothing },
  /**
   * Prints the report, laid out as its PDF, with the choices of the article's last report and the system's dialog; null when the
   * task was cancelled.
   */
  'report.print': {
    input: taskInput.extend({ articleId: idSchema, confirmed }),
    output: z.strictObject({ printed: z.boolean() }).nullable(),
  },
  /**
   * The address of a page with the beginning of a long report, for a format that is previewed as a page, and how many claims it has. It is
   * there sooner than the preview of the whole, and nothing is searched for in it; null when the report is short, or it was cancelled.
   */
  'report.previewBeginning': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: z.strictObject({ url: z.string(), claimCount: z.int().nonnegative() }).nullable(),
  },
  /**
   * Previews the report: the address of a page for HTML and PDF, of its tables, or of the same report as a page for Word, the beginning of
   * the text for the others; null when it was cancelled. `confidentialCount` counts the confidential sources of its claims.
   */
  'report.preview': {
    input: taskInput.extend({ articleId: idSchema, choices: reportChoicesSchema }),
    output: z
      .strictObject({
        shown: z.union([z.strictObject({ url: z.string() }), z.strictObject({ text: z.string() })]),
        claimCount: z.int().nonnegative(),
        confidentialCount: z.int().nonnegative(),
        /** A report with a certain leak, or with a possible one that is not confirmed, cannot be saved. */
        leaks: z.array(leakSchema),
        /** The fields that have to be filled in before the report can be saved. */
        missing: z.array(missingFieldSchema),
        /** The document that a Word report is written into, and why not into the original, as a sentence; absent for other formats. */
        word: z.strictObject({ base: z.enum(['original', 'clean']), why: z.string().nullable() }).optional(),
      })
      .nullable(),
  },
} as const;

const nextDraftInput = taskInput.extend({ ...articleInput.shape, ...editedProposalInput.shape });

/** Commands about the drafts of an article. */
export const draftCommands = {
  /**
   * Returns the review as it would be with this next draft, without changing anything; null when the task was cancelled.
   */
  'draft.preview': { input: nextDraftInput, output: draftPreviewSchema.nullable() },
  /**
   * Adds the next draft, as one change, and drops the proposal; null when the task was cancelled. The window has to load the
   * review again.
   */
  'draft.accept': { input: nextDraftInput, output: articleInput.nullable() },
  /** Adds a draft with the corrections of these claims applied to the newest one, as one change. */
  'draft.correct': {
    input: articleInput.extend({ claimIds: z.array(idSchema).min(1).max(100_000) }),
    output: articleInput,
  },
  /**
   * Returns an older draft with its text, and the review as it stood when the next draft was added, at that time. `past` is null when
   * the history doesn't say how it stood.
   */
  'draft.open': {
    input: articleInput.extend({ draftId: idSchema }),
    output: z.strictObject({
      draft: draftSchema,
      past: z.strictObject({ review: reviewCopySchema, at: timestampSchema }).nullable(),
    }),
  },
  /** Returns a draft with its text. */
  'draft.read': { input: articleInput.extend({ draftId: idSchema }), output: draftSchema },
  /** Compares two drafts; null when the task was cancelled. */
  'draft.compare': {
    input: taskInput.extend({ ...articleInput.shape, beforeId: idSchema, afterId: idSchema }),
    output: comparisonSchema.nullable(),
  },
} as const;

const undoState = z.strictObject({
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  /** The steps that undo and redo would take back; null when there is none, and while a long history is being verified. */
  nextUndo: stepSummarySchema.nullable(),
  nextRedo: stepSummarySchema.nullable(),
});

export type UndoState = z.infer<typeof undoState>;

/** The change that an undo or redo made, as it is in the history. */
const undoResult = z.strictObject({
  change: changeSchema,
  /** The judged sentences that it brought back and that today's rules cut differently. */
  recutSentences: z.array(recutSentenceSchema),
  ...undoState.shape,
});

/** Commands about one article and its review. */
export const reviewCommands = {
  'review.open': {
    input: articleInput,
    output: z.strictObject({
      review: reviewCopySchema,
      /** The newest draft with its text. */
      draft: draftSchema,
      ...undoState.shape,
      readOnly: z.boolean(),
      problems: z.array(z.string()),
    }),
  },
  /** Answered once the change is saved, with the timestamp and the reviewer's name that the history has for it. */
  'review.apply': {
    input: z.strictObject({ articleId: idSchema, change: proposedChangeSchema }),
    output: z.strictObject({ at: timestampSchema, by: lineSchema, ...undoState.shape }),
  },
  /**
   * Asks for a folder, and writes a copy of an open article there, with its files and the changes that wait to be saved: a library of
   * its own. Null when it was cancelled.
   */
  'review.saveCopy': {
    input: taskInput.extend({ ...articleInput.shape, waiting: z.array(proposedChangeSchema) }),
    output: z
      .strictObject({
        /** Absolute path, for showing only. */
        folder: z.string(),
        /** How many drafts and attached files could not be read. */
        lostFiles: z.int().nonnegative(),
        /** How many of the changes that wait do not fit. */
        leftOut: z.int().nonnegative(),
      })
      .nullable(),
  },
  /** Reverts the last change that can be undone; the answer is the change that does so. */
  'review.undo': { input: articleInput, output: undoResult },
  'review.redo': { input: articleInput, output: undoResult },
  /** The changes that concern one claim, oldest first. */
  'review.history': {
    input: z.strictObject({ articleId: idSchema, claimId: idSchema }),
    output: z.array(historyEntrySchema),
  },
  /** When each claim was changed last. It is not stored, and takes reading the whole history. */
  'review.lastChanges': {
    input: articleInput,
    output: z.array(z.strictObject({ claimId: idSchema, at: timestampSchema })),
  },
  /** Writes the snapshot and closes the review's files. */
  'review.close': { input: articleInput, output: nothing },
} as const;
