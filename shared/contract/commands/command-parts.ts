import { z } from 'zod';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { proposalEditsSchema } from '#shared/import/edits/apply-proposal-edits.ts';

/** The input of a command without one, and the output of a command without one. */
export const nothing = z.null();

/** Names one article. */
export const articleInput = z.strictObject({ articleId: idSchema });

/** Names a task, which is long work: the window chooses its id, gets its progress as events, and can cancel it. */
export const taskInput = z.strictObject({ taskId: idSchema });

/** Names a proposal, which main keeps from when it was read until it is an article or a draft, or is dropped. */
export const proposalInput = z.strictObject({ proposalId: idSchema });

/** Names a proposal, with what the reviewer changed of it. */
export const editedProposalInput = proposalInput.extend({ edits: proposalEditsSchema });
