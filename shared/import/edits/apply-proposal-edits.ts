import { z } from 'zod';
import { articleFields } from '#shared/domain/base/article.ts';
import { maxTextLength } from '#shared/domain/base/draft.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import { proposeEvidence } from '../annotations/propose-evidence.ts';
import { annotationChoiceSchema, noAuthors } from '../base/annotation.ts';
import type { DraftProposal } from '../base/proposal.ts';
import type { LeftOut } from './apply-block-edits.ts';
import { editedBlockSchema, listSpans } from './edited-blocks.ts';
import { applyWholeEdits, createWholeProposal } from './whole-proposal.ts';

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

/** Whether an offset lies between the two halves of a surrogate pair. */
function isWithinCharacter(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** Whether every span lies within one block of the text as it was read, and splits no character. */
function fitText({ text, blocks }: DraftProposal, spans: readonly Span[]): boolean {
  return spans.every(({ start, end }) => {
    const block = blocks[findFirstIndex(blocks.length, (index) => at(blocks, index).end > start)];
    return (
      block !== undefined &&
      block.start <= start &&
      end <= block.end &&
      !isWithinCharacter(text, start) &&
      !isWithinCharacter(text, end)
    );
  });
}

/**
 * Applies edits that the schema accepts, and says what they leave out: null when they change no blocks. Null when they do not
 * fit the proposal: a span is not within one of its blocks, or the text would be longer than a draft can be.
 */
export function applyProposalEdits(
  read: DraftProposal,
  { fields, blocks, annotations }: ProposalEdits,
): { proposal: DraftProposal; leftOut: LeftOut | null } | null {
  if (!blocks) {
    const { leftOut: _, ...proposal } = read;
    return { proposal: proposeEvidence({ ...proposal, ...fields }, annotations), leftOut: null };
  }
  const whole = createWholeProposal(read);
  if (!fitText(whole.proposal, listSpans(blocks))) return null;
  const edited = applyWholeEdits(whole, blocks);
  return edited && edited.proposal.text.length <= maxTextLength
    ? { ...edited, proposal: proposeEvidence({ ...edited.proposal, ...fields }, annotations) }
    : null;
}
