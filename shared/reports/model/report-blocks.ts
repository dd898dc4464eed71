import { type Block, blockSpan, type Draft, type Mark } from '../../domain/draft';
import type { Standing } from '../../domain/verdict';
import { segments } from '../../text/segments';
import type { Span } from '../../text/span';
import { lanesOf } from './lanes';
import type { ReportBlock, ReportRun, RunClaim } from './report-model';

/** A claim as the article shows it. */
interface ShownClaim {
  number: number;
  standing: Standing;
  span: Span;
}

interface Cover {
  span: Span;
  mark: Mark | null;
  claim: (ShownClaim & { lane: number }) | null;
}

function runClaims(covers: readonly Cover[], { start, end }: Span): RunClaim[] {
  return covers.flatMap(({ claim }) => {
    if (!claim) return [];
    const { number, standing, span, lane } = claim;
    return [{ number, standing, lane, begins: span.start === start, ends: span.end === end }];
  });
}

function runsOf(text: string, block: Block, covers: readonly Cover[]): ReportRun[] {
  return segments(blockSpan(block), covers).map(({ start, end, covers: over }) => ({
    text: text.slice(start, end),
    marks: over.flatMap(({ mark }) => (mark ? [{ kind: mark.kind, href: mark.href }] : [])),
    claims: runClaims(over, { start, end }),
  }));
}

/** For each block what lies over it, in the order of `covers`; each cover is looked at for its own blocks alone. */
function coversByBlock(blocks: readonly Block[], covers: readonly Cover[]): Cover[][] {
  const over: Cover[][] = blocks.map(() => []);
  for (const cover of covers) {
    const { start, end } = cover.span;
    let [at, after] = [0, blocks.length];
    while (at < after) {
      const middle = (at + after) >> 1;
      if ((blocks[middle]?.end ?? 0) > start) after = middle;
      else at = middle + 1;
    }
    for (; (blocks[at]?.start ?? end) < end; at += 1) over[at]?.push(cover);
  }
  return over;
}

/** The draft's blocks, cut into runs at the borders of claims and marks. The claims must be in reading order. */
export function reportBlocks(draft: Draft, claims: readonly ShownClaim[]): ReportBlock[] {
  const lanes = lanesOf(claims.map(({ span }) => span));
  const covers: Cover[] = [
    ...claims.map((claim, at) => ({
      span: claim.span,
      mark: null,
      claim: { ...claim, lane: lanes[at] ?? 0 },
    })),
    ...draft.marks.map((mark) => ({ span: { start: mark.start, end: mark.end }, mark, claim: null })),
  ];
  const over = coversByBlock(draft.blocks, covers);
  return draft.blocks.map((block, at) => ({
    kind: block.kind,
    level: block.level,
    start: block.start,
    text: draft.text.slice(block.start, block.end),
    runs: runsOf(draft.text, block, over[at] ?? []),
  }));
}
