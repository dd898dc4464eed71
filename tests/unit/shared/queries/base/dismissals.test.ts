import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { dismissQuery, reopenQuery, sortByDismissal } from '#shared/queries/base/dismissals.ts';
import { getQueryKey, mergeQueries, type Query, queryRules } from '#shared/queries/base/query.ts';

const context = { by: 'Ada', at: '2026-11-28T10:00:00.000Z', newId: () => 'd1' };

function createQuery(text: string, ...words: [string, ...string[]]): Query {
  const [first, ...others] = words.map((one) => {
    const start = text.indexOf(one);
    return { start, end: start + one.length };
  });
  if (!first) throw new Error('a query has a place');
  return { rule: 'spelling', places: [first, ...others], explanation: 'Two spellings.' };
}

function applyTo(review: ReturnType<typeof createEmptyReview>, step: Step): void {
  expect(applyEdits(review, step.edits).ok).toBe(true);
}

test('A dismissed query stays dismissed in the next draft, wherever its words are there', () => {
  const before = 'Kelderhaven lies on the sea. Kelderhafen is old.';
  const after = `A new beginning. Kelderhaven lies on the sea.\n\nKelderhafen is older.`;
  const review = createEmptyReview();
  applyTo(
    review,
    dismissQuery(createQuery(before, 'Kelderhaven', 'Kelderhafen'), before, 'Two towns', context),
  );
  const { open, dismissed } = sortByDismissal(
    [createQuery(after, 'Kelderhaven', 'Kelderhafen')],
    after,
    review.dismissedQueries.values(),
  );
  expect(open).toEqual([]);
  expect(dismissed.map(({ dismissal }) => dismissal.reason)).toEqual(['Two towns']);
});

test('A query with other words is raised although a similar one was dismissed', () => {
  const text = 'Kelderhaven, Kelderhafen, Kelderhaafen.';
  const review = createEmptyReview();
  applyTo(review, dismissQuery(createQuery(text, 'Kelderhaven', 'Kelderhafen'), text, null, context));
  const other = createQuery(text, 'Kelderhaven', 'Kelderhaafen');
  expect(sortByDismissal([other], text, review.dismissedQueries.values()).open).toEqual([other]);
});

test('Another wrapping of lines makes no other query', () => {
  const query = (text: string, words: string) => getQueryKey(createQuery(text, words), text);
  expect(query('the port\nauthority', 'port\nauthority')).toBe(query('the port authority', 'port authority'));
});

test('A query that is raised again is open, and undoing dismisses it again', () => {
  const text = 'Smith and Smyth.';
  const query = createQuery(text, 'Smith', 'Smyth');
  const review = createEmptyReview();
  applyTo(review, dismissQuery(query, text, null, context));
  const [dismissal] = review.dismissedQueries.values();
  if (!dismissal) throw new Error('nothing was dismissed');
  const step = reopenQuery(dismissal);
  applyTo(review, step);
  expect(sortByDismissal([query], text, review.dismissedQueries.values()).open).toEqual([query]);
  expect(applyEdits(review, invertEdits(step.edits)).ok).toBe(true);
  expect(sortByDismissal([query], text, review.dismissedQueries.values()).open).toEqual([]);
});

test('Of two quotes that are missing for the same words, dismissing one leaves the other', () => {
  const text = 'The line cost €412 million.';
  const one = { ...createQuery(text, '€412 million'), quote: 'final cost 412 million' };
  const other = { ...one, quote: 'total of 411.8 million' };
  const review = createEmptyReview();
  applyTo(review, dismissQuery(one, text, null, context));
  expect(sortByDismissal([one, other], text, review.dismissedQueries.values()).open).toEqual([other]);
});

test('Every query is either open or dismissed, in its order', () => {
  const word = fc.stringMatching(/^[a-z]{1,4}$/);
  const span = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 10, maxLength: 20 }),
      fc.array(fc.tuple(fc.constantFrom(...queryRules), span, fc.boolean())),
      (words, wanted) => {
        const text = words.join(' ').padEnd(30, 'x');
        const queries = wanted.map(
          ([rule, [start, length]]): Query => ({
            rule,
            places: [{ start, end: start + length }],
            explanation: 'Odd.',
          }),
        );
        const dismissed = queries
          .filter((_, index) => wanted[index]?.[2])
          .map((query) => dismissQuery(query, text, null, context).edits[0]);
        const review = createEmptyReview();
        dismissed.forEach((edit, index) => {
          if (edit && 'create' in edit)
            applyTo(review, {
              action: 'query.dismiss',
              edits: [{ ...edit, id: `d${index}`, create: { ...edit.create, id: `d${index}` } }],
            });
        });
        const sorted = sortByDismissal(queries, text, review.dismissedQueries.values());
        const all = [...sorted.open, ...sorted.dismissed.map(({ query }) => query)];
        expect(new Set(all)).toEqual(new Set(queries));
        expect(all).toHaveLength(queries.length);
      },
    ),
  );
});

test('A dismissal counts for the same words in any order and number, as those stored before had them', () => {
  const text = 'Smith, Smyth, Smyth.';
  const stored = { id: 'd', rule: 'spelling', words: ['Smyth', 'Smith', 'Smyth'], reason: null, by: 'Ada' };
  const { open } = sortByDismissal([createQuery(text, 'Smith', 'Smyth')], text, [
    { ...stored, at: '2026-11-28T10:00:00.000Z' },
    { ...stored, rule: 'interval', at: '2026-11-28T10:00:00.000Z' },
  ]);
  expect(open).toEqual([]);
});

test('Equal queries are one query with all places, and those about other words or another source are not', () => {
  const text = 'Smith, Smyth, Smith, Smyth, Lind.';
  const at = (start: number) => ({ start, end: start + 5 });
  const raise = (a: number, b: number): Query => ({
    rule: 'spelling',
    places: [at(a), at(b)],
    explanation: '.',
  });
  const queries = [raise(0, 7), raise(14, 21), raise(0, 21), { ...raise(0, 7), sourceId: 's' }];
  expect(mergeQueries(queries, text).map(({ places }) => places.map(({ start }) => start))).toEqual([
    [0, 7, 14, 21],
    [0, 7],
  ]);
});
