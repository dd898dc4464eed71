import { z } from 'zod';
import { articleFields } from '../domain/article';
import { at } from '../text/sequences/at';
import type { Span } from '../text/span';
import { annotationChoiceSchema, noAuthors } from './annotations/annotation-choice';
import { editedBlockSchema, listSpans } from './block-edits/edited-blocks';

function areInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start }, index) => index === 0 || start >= at(spans, index - 1).end);
}

/**
 * The reviewer's edits of a proposal, as the window sends them to main, which has the proposal itself. The blocks point
 * into the text of the whole original (`createWholeProposal`); no text is sent.
 */
export const proposalEditsSchema = z.strictObject({
  /** The fields of the article; null to keep those that were read. */
  fields: z.strictObject(articleFields).nullable(),
  /** The blocks in the order of the text; null to keep those that were read. */
  blocks: z
    .array(editedBlockSchema)
    .readonly()
    .refine((blocks) => blocks.some(({ isLeftOut }) => !isLeftOut), 'every block is left out')
    .refine((blocks) => areInOrder(listSpans(blocks)), 'the spans overlap or are not in order')
    .nullable(),
  /** Whose comments and notes are the author's. */
  annotations: annotationChoiceSchema,
});

export type ProposalEdits = z.infer<typeof proposalEditsSchema>;

/** The edits of a proposal that stays as it was read. */
export const noProposalEdits: ProposalEdits = { fields: null, blocks: null, annotations: noAuthors };
