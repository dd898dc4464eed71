import { z } from 'zod';
import { draftSchema } from '../domain/draft';
import { idSchema } from '../domain/primitives';
import { carriedReviewSchema } from '../drafts/carry-review';
import { comparisonSchema } from '../drafts/compare/diff-hunks';
import { draftProposalSchema } from '../import/proposal';
import { article, task } from './command-parts';

const proposed = task.extend({ ...article.shape, proposal: draftProposalSchema });

/** What the window can ask about the drafts of an article. */
export const draftCommands = {
  /** What would become of the review if this were its next draft; null when the task was cancelled. Nothing is changed. */
  'draft.preview': { input: proposed, output: carriedReviewSchema.nullable() },
  /** Makes it the next draft, by one change; null when the task was cancelled. The window has to load the review again. */
  'draft.accept': { input: proposed, output: article.nullable() },
  /** Makes one draft of the newest one and the corrections that are written on these claims, by one change. */
  'draft.correct': {
    input: article.extend({ claimIds: z.array(idSchema).min(1).max(100_000) }),
    output: article,
  },
  /** The text of a draft. */
  'draft.read': { input: article.extend({ draftId: idSchema }), output: draftSchema },
  /** What two drafts have in common and what they do not; null when the task was cancelled. */
  'draft.compare': {
    input: task.extend({ ...article.shape, beforeId: idSchema, afterId: idSchema }),
    output: comparisonSchema.nullable(),
  },
} as const;
