import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '#main/worker/reports/html/render-html.ts';
import { renderJson } from '#main/worker/reports/json/render-json.ts';
import { reportJsonSchema } from '#main/worker/reports/json/report-schema.ts';
import { renderMarkdown } from '#main/worker/reports/markdown/render-markdown.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { buildClaimLog } from '#main/worker/reports/tables/claim-log.ts';
import type { Cell } from '#main/worker/reports/tables/table.ts';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { getReadPercent } from '#shared/coverage/describe-coverage.ts';
import { dismissSpans, listDismissals } from '#shared/coverage/dismissal-edits.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { sentenceStateLabels, sentenceStates } from '#shared/domain/review/progress.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { readText } from '#shared/reading/read-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import { openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { context, fonts, options } from './html/rendered.ts';

/** As the window counts. */
function countInWindow(review: Review, draft: Draft) {
  const sentences = listSentences(draft, draft.blocks);
  return assessCoverage({
    text: draft.text,
    sentences,
    spots: spotSpans(readText(draft, sentences)),
    claims: listPlacedClaims(review, draft.id).map(({ span }) => span),
    dismissals: listDismissals(review, draft.id).map(({ span }) => span),
  }).counts;
}

function buildAll(review: Review, draft: Draft) {
  const report = buildReport(review, draft, options, context);
  return {
    json: reportJsonSchema.parse(JSON.parse(renderJson(report))).coverage,
    tables: new Map<string, Cell[][]>(buildClaimLog(report).tables.map((table) => [table.name, table.rows])),
    html: renderHtml(report, fonts),
    markdown: renderMarkdown(report),
  };
}

describe('coverage in reports', () => {
  test('window, report and workbook count the same four states, which add up to all sentences', () => {
    const { draft } = openSample();
    const sentences = listSentences(draft, draft.blocks);
    const spans = fc.subarray(sentences, { maxLength: 12 });
    fc.assert(
      fc.property(spans, spans, fc.nat({ max: 30 }), (claimed, dismissed, length) => {
        const { review } = openSample();
        const edit = createEditContext('n');
        for (const { start, end } of claimed) {
          const span = { start, end: Math.min(end, start + 1 + length) };
          applyOrThrow(review, markClaim(draft, span, 'verified', edit).step.edits);
        }
        applyOrThrow(review, dismissSpans(review, draft, dismissed, edit)?.edits ?? []);
        const counts = countInWindow(review, draft);
        const { json, tables } = buildAll(review, draft);
        expect(json).toMatchObject(counts);
        expect(json?.sentences).toHaveLength(counts.notLookedAt);
        expect(sentenceStates.reduce((sum, state) => sum + counts[state], 0)).toBe(sentences.length);
        const listed = [...sentenceStates.map((state) => counts[state]), counts.total];
        expect(tables.get('Coverage')?.map(([, cell]) => cell)).toEqual(
          listed.map((number) => ({ kind: 'number', number })),
        );
        expect(tables.get('Not looked at')).toHaveLength(counts.notLookedAt);
        expect(tables.get('Partly')).toHaveLength(json?.openWords.length ?? -1);
      }),
      { numRuns: 10 },
    );
  });

  test('a check whose every sentence has a judged claim is 100 % read, and lists what is open apart', () => {
    const { review, draft } = openCheckedArticle(
      ['The mill ground 412 tonnes of wheat in the spring of 2025.', 'Nobody lived there.'],
      { 'The mill': 'verified', 'Nobody lived': 'verified' },
    );
    const { json, html, markdown } = buildAll(review, draft);
    expect(json).toMatchObject({ lookedAt: 1, partly: 1, setAside: 0, notLookedAt: 0, sentences: [] });
    expect(getReadPercent(countInWindow(review, draft))).toBe(100);
    const open = json?.openWords.map(({ words }) => words) ?? [];
    expect(open).toEqual(['412 tonnes', '2025']);
    expect(html).not.toContain('<ol class="entries"><li><div><span dir="auto" lang="en">The mill');
    for (const content of [html, markdown]) {
      expect(content).toContain(
        '100% of 2 sentences read: 1 looked at, 1 partly, 0 set aside, 0 not looked at.',
      );
      expect(content).toContain('Open in sentences that were partly looked at');
    }
  });

  test('sentences that were not looked at are listed by paragraph, with what is between them left out', () => {
    const { review, draft } = openCheckedArticle(
      ['Nobody lived there. It was sold. The owner moved away. It rained.', 'Then it burnt down.'],
      { 'The owner': 'verified' },
    );
    const { json, markdown } = buildAll(review, draft);
    expect(json?.sentences.map(({ words }) => words)).toHaveLength(4);
    expect(markdown).toContain('-   Nobody lived there. It was sold. … It rained. (paragraph 1)');
    expect(markdown).toContain('-   Then it burnt down. (paragraph 2)');
  });

  test('the states have the same words everywhere', () => {
    expect(Object.values(sentenceStateLabels)).toEqual([
      ...['looked at', 'partly'],
      ...['set aside', 'not looked at'],
    ]);
  });
});
