import { expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { cutReport } from '#main/worker/reports/model/cut-report.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { context, options } from '../html/rendered.ts';
import { createNextDraft } from '../next-draft.ts';

const { review, draft } = createNextDraft(openSample(), { cut: [3, 5], waiting: [4] });
const report = buildReport(review, draft, options, context);

test('The beginning of a report has the first claims, the article up to them and their sources', () => {
  const cut = cutReport(report, 3);
  expect(cut.claims).toEqual(report.claims.slice(0, 3));
  expect(cut.blocks).toEqual(report.blocks.slice(0, cut.blocks.length));
  expect(cut.blocks.length).toBeLessThan(report.blocks.length);
  const last = cut.blocks.at(-1);
  const lastClaim = cut.claims.at(-1);
  expect((last?.start ?? 0) + (last?.text.length ?? 0)).toBeGreaterThanOrEqual(lastClaim?.span.end ?? 0);
  const cited = [...cut.claims, ...cut.unplaced.flatMap(({ claims }) => claims)].flatMap(({ evidence }) =>
    evidence.map(({ source }) => source.number),
  );
  expect(cut.sources.map(({ number }) => number)).toEqual([...new Set(cited)].sort((a, b) => a - b));
  expect(cut.sources.length).toBeLessThan(report.sources.length);
});

test('Counts are those of the whole report, and a short one stays as it is', () => {
  expect(cutReport(report, 3).counts).toEqual(report.counts);
  expect(cutReport(report, report.claims.length)).toBe(report);
});

test('Of claims without a place, each list has as many entries', () => {
  expect(cutReport(report, 1).unplaced.map(({ claims }) => claims.length)).toEqual([1, 1]);
});
