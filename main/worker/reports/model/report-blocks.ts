import { type Block, blockSpan, type Mark } from '#shared/domain/base/draft.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { quoteArticle, quoteLink, type ShownDraft } from '#shared/reports/base/report-text.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import { splitIntoSegments } from '#shared/text/split-into-segments.ts';
import type { ReportBlock, ReportRun, RunClaim } from './report-model.ts';

/**
 * Assigns a lane, counted from 0, to each span. Spans that share a character get different lanes, and a span keeps its lane
 * over its whole length. Each span takes the lowest lane that is free where it begins. The spans must be in reading order.
 */
export function assignLanes(spans: readonly Span[]): number[] {
  const laneEnds: number[] = [];
  return spans.map(({ start, end }) => {
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = end;
    return lane;
  });
}

/** A claim as it is marked in the article. */
interface MarkedClaim {
  number: number;
  status: ClaimStatus;
  span: Span;
}

/** A claim or a mark that covers part of the text. */
interface Cover {
  span: Span;
  mark: Mark | null;
  claim: (MarkedClaim & { lane: number }) | null;
}

function listRunClaims(covers: readonly Cover[], { start, end }: Span): RunClaim[] {
  return covers.flatMap(({ claim }) => {
    if (!claim) return [];
    const { number, status, span, lane } = claim;
    return [{ number, status, lane, begins: span.start === start, ends: span.end === end }];
  });
}

function splitIntoRuns(shown: ShownDraft, block: Block, covers: readonly Cover[]): ReportRun[] {
  return splitIntoSegments(blockSpan(block), covers).map(({ start, end, covers: own }) => ({
    text: quoteArticle(shown, { start, end }),
    marks: own.flatMap(({ mark }) =>
      mark ? [{ kind: mark.kind, href: quoteLink(shown, mark), target: mark.target }] : [],
    ),
    claims: listRunClaims(own, { start, end }),
  }));
}

/**
 * Lists the covers of each block, in the order of `covers`. A binary search finds a cover's first block, so the time does
 * not grow with the product of blocks and covers.
 */
function groupCoversByBlock(blocks: readonly Block[], covers: readonly Cover[]): Cover[][] {
  const groups: Cover[][] = blocks.map(() => []);
  for (const cover of covers) {
    const { start, end } = cover.span;
    let index = findFirstIndex(blocks.length, (candidate) => at(blocks, candidate).end > start);
    for (; (blocks[index]?.start ?? end) < end; index += 1) groups[index]?.push(cover);
  }
  return groups;
}

/**
 * Builds the blocks of a draft and cuts each into text runs where a claim or a mark begins or ends. The claims must be in
 * reading order.
 */
export function buildReportBlocks(draft: ShownDraft, claims: readonly MarkedClaim[]): ReportBlock[] {
  const lanes = assignLanes(claims.map(({ span }) => span));
  const covers: Cover[] = [
    ...claims.map((claim, index) => ({
      span: claim.span,
      mark: null,
      claim: { ...claim, lane: lanes[index] ?? 0 },
    })),
    ...draft.marks.map((mark) => ({ span: { start: mark.start, end: mark.end }, mark, claim: null })),
  ];
  const groups = groupCoversByBlock(draft.blocks, covers);
  return draft.blocks.map((block, index) => ({
    id: block.id,
    kind: block.kind,
    level: block.level,
    start: block.start,
    text: quoteArticle(draft, block),
    runs: splitIntoRuns(draft, block, groups[index] ?? []),
  }));
}
