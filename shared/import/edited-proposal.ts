import { type Block, blockSeparator, type Mark } from '../domain/draft';
import type { Span } from '../text/span';
import { type EditedBlock, seamBetween } from './edited-blocks';
import type { DraftProposal, ProposedClaim } from './proposal';

/** What goes with the blocks that are left out. */
export interface LeftOut {
  blocks: number;
  /** Claims of which no words are left. */
  claims: number;
  /** Claims that lost a part of their words. */
  shortened: number;
  notes: number;
  links: number;
}

/** A stretch of the text as it was read, and where it begins in the new one. */
interface Piece extends Span {
  to: number;
  /** The index of its block in the new text. */
  block: number;
}

/** The new text, and where each stretch of the old one stands in it; pieces are in order of both. */
function layOut(text: string, kept: readonly EditedBlock[]) {
  const pieces: Piece[] = [];
  const blocks: Block[] = [];
  let words = '';
  for (const [index, { kind, level, page, spans }] of kept.entries()) {
    if (index > 0) words += blockSeparator;
    const start = words.length;
    let before: Span | null = null;
    for (const span of spans) {
      if (before) words += seamBetween(text, before, span);
      pieces.push({ ...span, to: words.length, block: index });
      words += text.slice(span.start, span.end);
      before = span;
    }
    blocks.push({ id: `b${index + 1}`, kind, level, page, start, end: words.length });
  }
  return { text: words, blocks, pieces };
}

/** The index of the first piece that ends behind an offset of the old text. */
function firstBehind(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where words of the old text stand in the new one, one span for each block; none where nothing of them is left. */
function spansByBlock(pieces: readonly Piece[], { start, end }: Span): Span[] {
  const spans: (Span & { block: number })[] = [];
  for (let at = firstBehind(pieces, start); at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.start >= end) break;
    const from = piece.to + Math.max(start, piece.start) - piece.start;
    const to = piece.to + Math.min(end, piece.end) - piece.start;
    const last = spans.at(-1);
    if (last?.block === piece.block) last.end = to;
    else spans.push({ start: from, end: to, block: piece.block });
  }
  return spans.map((span) => ({ start: span.start, end: span.end }));
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Where the first word of each old block stands now: the id of that block, for references to notes. */
function newIds(
  read: readonly Block[],
  pieces: readonly Piece[],
  blocks: readonly Block[],
): Map<string, string> {
  return new Map(
    read.flatMap(({ id, start, end }) => {
      const piece = pieces[firstBehind(pieces, start)];
      const now = piece && overlap(piece, { start, end }) ? blocks[piece.block] : undefined;
      return now ? [[id, now.id] as const] : [];
    }),
  );
}

/** The claims that are left, with the sources that only those have which are not left taken out. */
function sourcesLeft(proposal: DraftProposal, claims: readonly ProposedClaim[]) {
  const cited = (list: readonly ProposedClaim[]) =>
    new Set(list.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  const [before, after] = [cited(proposal.claims), cited(claims)];
  const kept = proposal.sources.flatMap((source, index) =>
    after.has(index) || !before.has(index) ? [{ source, index }] : [],
  );
  const places = new Map(kept.map(({ index }, now) => [index, now]));
  return {
    sources: kept.map(({ source }) => source),
    claims: claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((tie) => ({ ...tie, source: places.get(tie.source) ?? tie.source })),
    })),
  };
}

/**
 * The proposal with its blocks as the reviewer wants them: claims, notes, links and marks go where their words went. Null
 * when every block is left out. `leftOut` counts what went with the blocks that are left out.
 */
export function editedProposal(
  proposal: DraftProposal,
  edited: readonly EditedBlock[],
): { proposal: DraftProposal; leftOut: LeftOut } | null {
  const kept = edited.filter(({ isLeftOut }) => !isLeftOut);
  const gone = edited.filter(({ isLeftOut }) => isLeftOut);
  if (kept.length === 0) return null;
  const { text, blocks, pieces } = layOut(proposal.text, kept);
  const ids = newIds(proposal.blocks, pieces, blocks);
  const leftOut: LeftOut = {
    blocks: gone.length,
    notes: gone.filter(({ kind }) => kind === 'note').length,
    ...{ claims: 0, shortened: 0, links: 0 },
  };

  const marks = proposal.marks.flatMap((mark): Mark[] => {
    const target = mark.target === null ? null : (ids.get(mark.target) ?? null);
    const spans = mark.kind === 'noteRef' && target === null ? [] : spansByBlock(pieces, mark);
    if (spans.length === 0 && mark.kind === 'link') leftOut.links += 1;
    return spans.map((span) => ({ ...mark, target, ...span }));
  });

  const goneSpans = gone.flatMap(({ spans }) => spans);
  const claims = proposal.claims.flatMap((claim): ProposedClaim[] => {
    const spans = spansByBlock(pieces, claim.span);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) {
      leftOut.claims += 1;
      return [];
    }
    if (goneSpans.some((span) => overlap(span, claim.span))) leftOut.shortened += 1;
    return [{ ...claim, span: { start: first.start, end: last.end } }];
  });
  return {
    proposal: { ...proposal, text, blocks, marks, ...sourcesLeft(proposal, claims) },
    leftOut,
  };
}
