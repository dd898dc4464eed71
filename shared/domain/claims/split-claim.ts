import { findSentences } from '../../text/segmenter/sentences';
import type { Span } from '../../text/span';
import type { Draft } from '../draft/draft';
import { stancesByVerdict } from '../evidence';
import { makeCreateEdit, makeUpdateEdit } from '../history/make-edits';
import { createStep, type EditContext, type Step } from '../history/step';
import type { PlacedClaim } from '../review/placed-claims';
import { findReferrers, type Review } from '../review/review';
import { listUnseenEvidence } from '../sources/proposed-evidence-edits';
import { markClaim } from './claim-edits';

/** The part of a draft in which a claim can be split. */
type SplitDraft = Pick<Draft, 'id' | 'number' | 'text' | 'blocks' | 'language'>;

/** Lists the parts of a span that lie in each sentence of the draft, in UTF-16 offsets, without outer white space. */
export function listSentencesInSpan({ text, blocks, language }: SplitDraft, span: Span): Span[] {
  return blocks
    .filter(({ start, end }) => start < span.end && span.start < end)
    .flatMap((block) => findSentences(text, block, language))
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter(({ start, end }) => start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/**
 * Splits a claim into one for each of its sentences; null when it has a single one, or a correction of all its words. The first
 * sentence keeps the claim, with its verdict, which has to be checked again because its words are others now. Each further
 * sentence gets an unchecked claim with the same tags and a copy of the note, of the evidence, and of the proposed evidence that nobody has looked
 * at: all of it was about these words, and nobody has said yet about which. A stance that nobody chose follows the new verdict.
 */
export function splitClaim(
  review: Review,
  draft: SplitDraft,
  { claim, placement, span }: PlacedClaim,
  context: EditContext,
): Step | null {
  const [first, ...others] = listSentencesInSpan(draft, span);
  if (!first || others.length === 0 || claim.correction !== null) return null;
  const evidence = findReferrers(review, `claims/${claim.id}`, 'evidence');
  const unseen = listUnseenEvidence(review, claim.id);
  const { note, claimant, kind, tagIds, noteFromComment } = claim;
  return createStep('claim.split', [
    makeUpdateEdit('placements', placement, { span: first }),
    ...others.flatMap((sentence) => {
      const fields = {
        note,
        correction: null,
        claimant,
        kind,
        tagIds,
        ...(noteFromComment && { noteFromComment }),
      };
      const { step, claimId } = markClaim(draft, sentence, 'unchecked', context, fields);
      return [
        ...step.edits,
        ...evidence.map((row) =>
          makeCreateEdit('evidence', {
            ...row,
            id: context.newId(),
            claimId,
            ...(!row.stanceChosen && { stance: stancesByVerdict.unchecked }),
          }),
        ),
        ...unseen.map((row) => makeCreateEdit('proposedEvidence', { ...row, id: context.newId(), claimId })),
      ];
    }),
  ]);
}
