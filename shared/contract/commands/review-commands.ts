import { z } from 'zod';
import { recutSentenceSchema } from '../../domain/claims/recut-sentence';
import { draftSchema } from '../../domain/draft/draft';
import { changeSchema, proposedChangeSchema } from '../../domain/history/change';
import { historyEntrySchema } from '../../domain/history/claim-history';
import { stepSummarySchema } from '../../domain/history/step-summary';
import { idSchema, lineSchema, timestampSchema } from '../../domain/primitives';
import { reviewCopySchema } from '../../domain/review/review-data';
import { articleInput, editedProposalInput, nothing, taskInput } from './command-parts';

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
  /** Creates an article from a proposal, which is dropped then. */
  'article.create': { input: editedProposalInput, output: articleInput },
  'article.createSample': { input: nothing, output: articleInput },

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
