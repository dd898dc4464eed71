import { describe, expect, test } from 'vitest';
import { assignMarginColumns, renderGalley } from '#main/worker/reports/html/render-galley.ts';
import type { Report } from '#main/worker/reports/model/report-model.ts';
import { generateArticle } from '#tests/bench/support/generate-article.ts';
import { createProposedClaim } from '#tests/libraries/proposals.ts';
import { searched } from '../searched.ts';
import { openInFrame } from './opened-report.ts';
import { reportOfProposal, sampleReport } from './rendered.ts';

const fonts = { serif: '', sans: '' };

/** Letters from right to left, one for each of the Latin ones. */
const arabic = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
const toArabic = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => arabic.charAt(letter.toLowerCase().charCodeAt(0) - 97));

/** A report with claims three by three, so that several begin on one line and some at its end. */
function buildDenseReport(changeText: (text: string) => string = String): Report {
  const proposal = generateArticle(600, 0);
  const starts = Array.from(
    { length: 60 },
    (_, index) => 20 + Math.floor(index / 3) * 137 + (index % 3) * 15,
  ).filter((start) => proposal.blocks.some((block) => block.start <= start && start + 9 <= block.end));
  const claims = starts.map((start) => createProposedClaim({ start, end: start + 9 }));
  return reportOfProposal({ ...proposal, text: changeText(proposal.text), claims });
}

describe('A galley on the screen', () => {
  for (const [name, report] of [
    ['the sample', sampleReport()],
    ['an article full of claims', buildDenseReport()],
    ['an article from right to left', buildDenseReport(toArabic)],
  ] as const)
    test(`Each number stands beside the line on which its claim begins, in reading order: ${name}`, async () => {
      const { document } = await openInFrame(renderGalley(report, fonts), 900, 900);
      const isRightToLeft = document.querySelector('.galley.rtl') !== null;
      const refs = Array.from(document.querySelectorAll('.ref'), (ref) => {
        ref.scrollIntoView();
        const box = ref.getBoundingClientRect();
        const mark = document.querySelector(ref.getAttribute('href')?.replace('c', 'm') ?? '');
        const line = mark?.getClientRects()[0];
        const middle = line ? (line.top + line.bottom) / 2 : 0;
        expect(box.top, ref.outerHTML).toBeLessThan(middle);
        expect(box.bottom, ref.outerHTML).toBeGreaterThan(middle);
        const top = box.top + (document.defaultView?.scrollY ?? 0);
        return isRightToLeft
          ? { top, from: -box.right, to: -box.left }
          : { top, from: box.left, to: box.right };
      });
      expect(refs).toHaveLength(report.claims.length);
      for (const [index, ref] of refs.entries())
        for (const other of refs.slice(index + 1).filter(({ top }) => Math.abs(top - ref.top) < 3))
          expect(other.from).toBeGreaterThanOrEqual(ref.to - 0.1);
    });

  test.each([250, 400, 640, 1024])('Nothing is wider than a window of %i pixels', async (width) => {
    const { document } = await openInFrame(renderGalley(sampleReport(), fonts), width, 700);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

test('Claims that may begin on one line get columns in a row, others the first', () => {
  const claim = (number: number) =>
    ({ number, begins: true, ends: true, status: 'verified', lane: 0 }) as const;
  const run = (length: number, ...numbers: number[]) => ({
    text: searched('x'.repeat(length)),
    marks: [],
    claims: numbers.map(claim),
  });
  const block = { id: 'b', kind: 'paragraph', level: null, start: 0, text: searched('') } as const;
  const blocks = [
    { ...block, runs: [run(30, 1, 2), run(30, 3), run(30, 4), run(80), run(30, 5)] },
    { ...block, runs: [run(30, 6), run(50, 7), run(30, 8), run(30, 9), run(30, 10)] },
  ];
  const columns = assignMarginColumns({ blocks });
  expect([1, 2, 3, 4, 5].map((number) => columns.get(number))).toEqual([0, 1, 2, 3, 0]);
  // Five in a row are parted where they are the farthest from each other.
  expect([6, 7, 8, 9, 10].map((number) => columns.get(number))).toEqual([0, 1, 0, 1, 2]);
});
