import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildJob } from '#main/worker/reports/report-job.ts';
import { renderWebAnnotations } from '#main/worker/reports/web-annotation/render-web-annotations.ts';
import { webAnnotationSchema } from '#main/worker/reports/web-annotation/web-annotation-schema.ts';
import { toUri } from '#shared/domain/base/web-annotation.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';
import {
  createReportJob,
  makeReportAs,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { fillSample } from '../hostile-review.ts';
import { createNextDraft } from '../next-draft.ts';

test('The file has the shape that its schema describes, whatever the fields hold', () => {
  for (const opened of [
    openSample(),
    openWithConfidential(),
    fillSample('„x“ \ud83d\n<b>'),
    createNextDraft(openSample(), { cut: [3], waiting: [4] }),
  ])
    webAnnotationSchema.parse(JSON.parse(makeReportAs(opened, 'webAnnotation').content));
});

test('A tag is a body with the purpose of tagging, with its colour as a term of our own', () => {
  const opened = fillSample('Ask the desk');
  const file = webAnnotationSchema.parse(JSON.parse(makeReportAs(opened, 'webAnnotation').content));
  const tag = {
    type: 'TextualBody',
    purpose: 'tagging',
    format: 'text/plain',
    value: 'Ask the desk',
    'stet:role': 'tag',
    'stet:color': 'red',
  };
  for (const { body } of file.first.items)
    expect(body.filter(({ purpose }) => purpose === 'tagging')).toEqual([tag]);
});

test('Positions count code points, and select what is quoted', () => {
  const opened = openSample();
  const text = `😀${opened.draft.text.slice(2)}`;
  const draft = { ...opened.draft, text };
  const { report } = buildJob(createReportJob({ ...opened, draft }, 'webAnnotation'));
  const file = webAnnotationSchema.parse(JSON.parse(renderWebAnnotations(report)));
  const points = Array.from(text);
  for (const { target } of file.first.items) {
    const [quote, position] = target.selector;
    if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector')
      throw new Error('no selectors');
    expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    expect(text).toContain(`${quote.prefix}${quote.exact}${quote.suffix}`);
  }
});

const words = ['A', 'b', '😀', '𝒳yz', 'שלום', 'مرحبا', 'é', 'e\u0301', '漢字', ' ', '.', '!', '\ud83d'];
const articles = fc.array(
  fc
    .array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 })
    .map((parts) => `a ${parts.join(' ')}`.trim()),
  { minLength: 1, maxLength: 4 },
);
const marks = fc.array(fc.record({ from: fc.nat(), length: fc.nat({ max: 60 }) }), {
  minLength: 1,
  maxLength: 8,
});

test('Any claims, also overlapping ones, in any script, are selected by position and by quote', () => {
  fc.assert(
    fc.property(articles, marks, (paragraphs, wishes) => {
      const context = createEditContext('o');
      const { draft, change } = openArticle(createProposal(...paragraphs), 'a', 'a'.repeat(64), context);
      const review = createEmptyReview();
      applyOrThrow(review, change.edits);
      for (const { from, length } of wishes) {
        const start = from % draft.text.length;
        const span = cleanSelection(draft.text, start, start + 1 + length);
        if (!span) continue;
        const fields = { note: null, correction: null, claimant: null, kind: null };
        applyOrThrow(review, markClaim(draft, span, 'unchecked', context, fields).step.edits);
      }
      const { content } = makeReportAs({ review, draft }, 'webAnnotation');
      const text = draft.text.replace(/\p{Surrogate}/gu, '\ufffd');
      const points = Array.from(text);
      const { items } = webAnnotationSchema.parse(JSON.parse(content)).first;
      expect(items).toHaveLength(review.claims.size);
      for (const { target } of items) {
        const [quote, position] = target.selector;
        if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector')
          throw new Error('no selectors');
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        const before = points.slice(0, position.start).join('');
        const after = points.slice(position.end).join('');
        expect(`${before}|${after}`).toContain(`${quote.prefix}|${quote.suffix}`);
      }
    }),
    { numRuns: 100 },
  );
});

test('A claim without a place has its former words alone', () => {
  const opened = createNextDraft(openSample(), { cut: [3], waiting: [4] });
  const file = webAnnotationSchema.parse(JSON.parse(makeReportAs(opened, 'webAnnotation').content));
  const unplaced = file.first.items.filter((item) => item['stet:number'] === null);
  expect(unplaced.map((item) => item['stet:state'])).toEqual(['waiting', 'cut']);
  for (const { target } of unplaced)
    expect(target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
});

test.each([
  ['https://mill.example/a?b=1#c', 'https://mill.example/a?b=1#c'],
  ['https://bücher.example/ä%20ö', 'https://b%C3%BCcher.example/%C3%A4%20%C3%B6'],
  ['doi:10.1000/182', 'doi:10.1000/182'],
  ['https://mill.example/\ud83d', null],
])('The address %j becomes the URI %j', (address, uri) => {
  expect(toUri(address)).toBe(uri);
});
