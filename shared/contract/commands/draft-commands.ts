import { z } from 'zod';
import { draftSchema } from '../../domain/draft/draft';
import { idSchema, timestampSchema } from '../../domain/primitives';
import { reviewCopySchema } from '../../domain/review/review-data';
import { draftPreviewSchema } from '../../drafts/carried-review';
import { comparisonSchema } from '../../drafts/compare/hunk';
import { articleInput, editedProposalInput, taskInput } from './command-parts';

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
