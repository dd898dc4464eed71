import type { Mark } from '#shared/domain/base/draft.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { DraftProposal, ProposedClaim } from '../base/proposal.ts';
import { type EditedBlock, getBlockText } from './edited-blocks.ts';
import { mapBlockIds, mapSpan, mapText } from './map-text.ts';

/** The blocks that are left out, and what is lost with them. */
export interface LeftOut {
  /** The texts of the blocks. */
  texts: string[];
  /** Claims without any text left. */
  claims: number;
  /** Claims that lose a part of their text. */
  shortened: number;
  notes: number;
  links: number;
  /** Blocks that the importer left out and the reviewer included again. Nothing is lost with them. */
  included: number;
}

function listSourceIndexes(claims: readonly ProposedClaim[]): Set<number> {
  return new Set(claims.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
}

/** Removes the sources that only lost claims used, and updates the claims' references to the others. */
function removeUnusedSources(proposal: DraftProposal, claims: readonly ProposedClaim[]) {
  const [usedBefore, usedNow] = [listSourceIndexes(proposal.claims), listSourceIndexes(claims)];
  const kept = proposal.sources.flatMap((source, index) =>
    usedNow.has(index) || !usedBefore.has(index) ? [{ source, index }] : [],
  );
  const newIndexes = new Map(kept.map(({ index }, newIndex) => [index, newIndex]));
  return {
    sources: kept.map(({ source }) => source),
    claims: claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((evidence) => ({
        ...evidence,
        source: newIndexes.get(evidence.source) ?? evidence.source,
      })),
    })),
  };
}

/**
 * Applies the reviewer's edits of the blocks to a proposal. Claims, notes, links and marks move with their text. Null when
 * every block is left out.
 */
export function applyBlockEdits(
  proposal: DraftProposal,
  editedBlocks: readonly EditedBlock[],
): { proposal: DraftProposal; leftOut: LeftOut } | null {
  const kept = editedBlocks.filter(({ isLeftOut }) => !isLeftOut);
  const removed = editedBlocks.filter(({ isLeftOut }) => isLeftOut);
  if (kept.length === 0) return null;
  const mapped = mapText(proposal.text, kept);
  const newIds = mapBlockIds(mapped, proposal.blocks);
  const leftOut: LeftOut = {
    texts: removed.map((block) => getBlockText(proposal.text, block)),
    notes: removed.filter(({ kind }) => kind === 'note').length,
    claims: 0,
    shortened: 0,
    links: 0,
    included: 0,
  };

  const marks = proposal.marks.flatMap((mark): Mark[] => {
    const target = mark.target === null ? null : (newIds.get(mark.target) ?? null);
    const spans = mark.kind === 'noteRef' && target === null ? [] : mapSpan(mapped, mark);
    if (spans.length === 0 && mark.kind === 'link') leftOut.links += 1;
    return spans.map((span) => ({ ...mark, target, ...span }));
  });

  const removedSpans = removed.flatMap(({ spans }) => spans);
  const claims = proposal.claims.flatMap((claim): ProposedClaim[] => {
    const { start, end } = claim.span;
    const spans = mapSpan(mapped, claim.span);
    if (spans.length === 0) {
      leftOut.claims += 1;
      return [];
    }
    const cut =
      removedSpans[findFirstIndex(removedSpans.length, (index) => at(removedSpans, index).end > start)];
    if (cut && cut.start < end) leftOut.shortened += 1;
    return [{ ...claim, span: { start: at(spans, 0).start, end: at(spans, spans.length - 1).end } }];
  });
  const { text, blocks } = mapped;
  return {
    proposal: { ...proposal, text, blocks, marks, ...removeUnusedSources(proposal, claims) },
    leftOut,
  };
}
