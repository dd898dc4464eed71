import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { dismissSpans, listDismissals, reopenSpans } from '#shared/coverage/dismissal-edits.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import type { Span } from '#shared/text/span.ts';
import { spanWithin } from '../arbitraries.ts';
import { applyOrThrow, createEditContext, openSample, toComparable } from '../reviews.ts';

const { draft } = openSample();
const sentences = listSentences(draft, draft.blocks);
const limit = 600;

const cleanSpans = fc
  .array(spanWithin(0, limit), { minLength: 1, maxLength: 5 })
  .map((spans) => spans.flatMap(({ start, end }) => cleanSelection(draft.text, start, end) ?? []));

function dismiss(spans: readonly Span[], review = openSample().review, by = 'Ada') {
  const step = dismissSpans(review, draft, spans, createEditContext(`d${review.dismissals.size}-${by}-`, by));
  if (step) applyOrThrow(review, step.edits);
  return { review, step };
}

function reopen(spans: readonly Span[], review: ReturnType<typeof dismiss>['review']) {
  const step = reopenSpans(review, draft, spans, createEditContext(`r${review.dismissals.size}-`));
  if (step) applyOrThrow(review, step.edits);
  return step;
}

const spansIn = (review: ReturnType<typeof dismiss>['review']) =>
  listDismissals(review, draft.id)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);

const isDismissed = (review: ReturnType<typeof dismiss>['review'], sentence: Span) =>
  assessCoverage({
    text: draft.text,
    sentences: [sentence],
    spots: [],
    claims: [],
    dismissals: spansIn(review),
  }).states[0] === 'setAside';

describe('dismissing', () => {
  test('makes a dismissal of each span, signed and dated', () => {
    const { review, step } = dismiss(sentences.slice(0, 2));
    expect(step?.action).toBe('dismissal.add');
    expect(listDismissals(review, draft.id)).toEqual(
      sentences.slice(0, 2).map((span) => expect.objectContaining({ span, by: 'Ada', draftId: draft.id })),
    );
  });

  test('takes the place of a dismissal within the span', () => {
    const [sentence = { start: 0, end: 1 }] = sentences;
    const { review } = dismiss([{ start: sentence.start, end: sentence.start + 3 }]);
    dismiss([sentence], review);
    expect(spansIn(review)).toEqual([sentence]);
  });

  test('adds nothing where all is dismissed already', () => {
    const { review } = dismiss(sentences);
    expect(dismiss(sentences.slice(2, 4), review).step).toBeNull();
  });
});

describe('reopening', () => {
  test('removes the dismissal of a sentence', () => {
    const { review } = dismiss(sentences.slice(0, 2));
    expect(reopen(sentences.slice(0, 1), review)?.action).toBe('dismissal.remove');
    expect(spansIn(review)).toEqual(sentences.slice(1, 2));
  });

  test('leaves what is beside the words with the name and the time', () => {
    const [sentence = { start: 0, end: 1 }] = sentences;
    const { review } = dismiss([sentence], openSample().review, 'Ben');
    reopen([{ start: sentence.start, end: sentence.start + 3 }], review);
    const [left] = listDismissals(review, draft.id);
    expect(left).toMatchObject({ by: 'Ben', span: { end: sentence.end } });
    expect(left?.span.start).toBeGreaterThanOrEqual(sentence.start + 3);
  });

  test('changes nothing where nothing was dismissed', () => {
    expect(reopen(sentences.slice(0, 1), openSample().review)).toBeNull();
  });
});

describe('laws', () => {
  test('all that was dismissed is dismissed, and no dismissal holds another', () => {
    fc.assert(
      fc.property(cleanSpans, cleanSpans, (first, second) => {
        const { review } = dismiss(first);
        dismiss(second, review);
        for (const span of [...first, ...second]) expect(isDismissed(review, span)).toBe(true);
        const spans = spansIn(review);
        for (const outer of spans)
          for (const inner of spans)
            if (inner !== outer) expect(outer.start <= inner.start && outer.end >= inner.end).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('nothing of the reopened words stays dismissed, and everything else does', () => {
    fc.assert(
      fc.property(cleanSpans, cleanSpans, (dismissed, reopened) => {
        const { review } = dismiss(dismissed);
        reopen(reopened, review);
        const has = (spans: readonly Span[], offset: number) =>
          spans.some(({ start, end }) => start <= offset && end > offset);
        const left = spansIn(review);
        for (let offset = 0; offset < limit; offset += 1) {
          if (!/[\p{L}\p{N}]/u.test(draft.text.charAt(offset))) continue;
          expect(has(left, offset)).toBe(has(dismissed, offset) && !has(reopened, offset));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('undoing both leaves the review as it was', () => {
    fc.assert(
      fc.property(cleanSpans, cleanSpans, (dismissed, reopened) => {
        const { review, step } = dismiss(dismissed);
        const before = toComparable(openSample().review);
        const second = reopen(reopened, review);
        if (second) applyOrThrow(review, invertEdits(second.edits));
        if (step) applyOrThrow(review, invertEdits(step.edits));
        expect(toComparable(review)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
