import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLanes, buildReportBlocks } from '#main/worker/reports/model/report-blocks.ts';
import { blockSpan } from '#shared/domain/base/draft.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { trustShown } from '#shared/reports/base/report-text.ts';
import { compareSpans } from '#shared/text/span.ts';
import { splitIntoSegments } from '#shared/text/split-into-segments.ts';
import { spanWithin } from '#tests/unit/shared/arbitraries.ts';
import { applyActions, createEditContext, openSample, randomActions } from '#tests/unit/shared/reviews.ts';
import { buildTestReport } from './build-test-report.ts';

test('The runs of a report hold the whole text, and each claim begins and ends once in them', () => {
  fc.assert(
    fc.property(fc.array(randomActions, { maxLength: 15 }), (wanted) => {
      const { review, draft } = openSample();
      applyActions(review, draft, wanted, createEditContext('n'));
      const { blocks, claims } = buildTestReport(review, draft);
      expect(blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n\n')).toBe(draft.text);
      const runs = blocks.flatMap((block) => block.runs);
      for (const { number, span } of listPlacedClaims(review, draft.id)) {
        const over = runs.flatMap((run) => run.claims.filter((claim) => claim.number === number));
        const inBlocks = draft.blocks.filter((block) => block.start < span.end && span.start < block.end);
        const words = runs.filter((run) => run.claims.some((claim) => claim.number === number));
        expect(words.map(({ text }) => text).join('')).toBe(
          inBlocks
            .map((block) =>
              draft.text.slice(Math.max(block.start, span.start), Math.min(block.end, span.end)),
            )
            .join(''),
        );
        expect(new Set(over.map(({ lane }) => lane)).size).toBeLessThanOrEqual(1);
        const beginsInBlock = inBlocks.some((block) => block.start <= span.start && span.start < block.end);
        const endsInBlock = inBlocks.some((block) => block.start < span.end && span.end <= block.end);
        expect(over.filter(({ begins }) => begins)).toHaveLength(beginsInBlock ? 1 : 0);
        expect(over.filter(({ ends }) => ends)).toHaveLength(endsInBlock ? 1 : 0);
      }
      for (const run of runs) {
        const lanes = run.claims.map(({ lane }) => lane);
        expect(new Set(lanes).size).toBe(lanes.length);
      }
      expect(claims.map(({ number }) => number)).toEqual(claims.map((_, at) => at + 1));
    }),
  );
});

test('Blocks are split as if each were split by all claims and marks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 900 })), { maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 900 })), { maxLength: 10 }),
      (claimOffsets, set) => {
        const { draft } = openSample();
        const spanAt = ([a, b]: [number, number]) => {
          const start = a % (draft.text.length - 1);
          return { start, end: Math.min(draft.text.length, start + 1 + b) };
        };
        const claims = claimOffsets
          .map(spanAt)
          .sort(compareSpans)
          .map((span, at) => ({ number: at + 1, status: 'verified' as const, span }));
        const marks = set.map((pair) => ({
          kind: 'bold' as const,
          href: null,
          target: null,
          ...spanAt(pair),
        }));
        const covers = [...claims, ...marks.map(({ start, end }) => ({ span: { start, end } }))];
        for (const [at, { runs }] of buildReportBlocks(trustShown({ ...draft, marks }), claims).entries()) {
          const block = draft.blocks[at];
          if (!block) throw new Error('each block of the draft is in the report');
          const expected = splitIntoSegments(blockSpan(block), covers).map((segment) => ({
            text: draft.text.slice(segment.start, segment.end),
            claims: segment.covers.flatMap((cover) => ('number' in cover ? cover.number : [])),
            bold: segment.covers.filter((cover) => !('number' in cover)).length,
          }));
          const built = runs.map((run) => ({
            text: run.text,
            claims: run.claims.map(({ number }) => number),
            bold: run.marks.length,
          }));
          expect(built).toEqual(expected);
        }
      },
    ),
  );
});

test('Spans that share a character get different lanes, each as low as possible', () => {
  fc.assert(
    fc.property(fc.array(spanWithin(0, 30), { maxLength: 12 }), (anySpans) => {
      const spans = anySpans.toSorted(compareSpans);
      const lanes = assignLanes(spans);
      for (const [index, span] of spans.entries())
        for (const [otherIndex, other] of spans.entries())
          if (index !== otherIndex && span.start < other.end && other.start < span.end)
            expect(lanes[index]).not.toBe(lanes[otherIndex]);
      const countAt = (offset: number) =>
        spans.filter(({ start, end }) => start <= offset && offset < end).length;
      const maxDepth = Math.max(0, ...spans.map(({ start }) => countAt(start)));
      expect(Math.max(-1, ...lanes)).toBe(maxDepth - 1);
    }),
  );
});
