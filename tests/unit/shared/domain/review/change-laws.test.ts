import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSchema, type Edit, invertEdits } from '#shared/domain/review/change.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { reviewFromData, reviewToData } from '#shared/domain/review/review-data.ts';
import type { EntityKey } from '#shared/domain/review/tables.ts';
import { choose } from '#tests/unit/effort.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
  toStep,
} from '#tests/unit/shared/reviews.ts';

const someActions = fc.array(randomActions, { minLength: 1, maxLength: 12 });

describe('properties of changes', () => {
  test('applying a change and its inverse restores the review', () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        const { review, draft } = openSample();
        const states = [toComparable(openSample().review)];
        const changes = actions.flatMap((action, at) => {
          const applied = applyActions(review, draft, [action], createEditContext(`n${at}x`));
          if (applied.length > 0) states.push(structuredClone(toComparable(review)));
          return applied;
        });
        for (const change of changes.toReversed()) {
          expect(toComparable(review)).toEqual(states.pop());
          applyOrThrow(review, invertEdits(change.edits));
        }
        expect(toComparable(review)).toEqual(states.pop());
      }),
    );
  });

  test('replaying a history that was written as JSON restores the review', () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        const { review, draft, change: opening } = openSample();
        const replayed = createEmptyReview();
        for (const change of [opening, ...applyActions(review, draft, actions, createEditContext('n'))]) {
          const read = changeSchema.parse(JSON.parse(JSON.stringify(change)));
          expect(read).toEqual(change);
          expect(invertEdits(invertEdits(read.edits))).toEqual(read.edits);
          applyOrThrow(replayed, read.edits);
        }
        expect(reviewToData(replayed)).toEqual(reviewToData(review));
      }),
    );
  });

  test('the index of referrers equals one that is built anew', () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        const { review, draft } = openSample();
        const changes = applyActions(review, draft, actions, createEditContext('n'));
        expect(reviewFromData(reviewToData(review)).referrers).toEqual(review.referrers);
        for (const { edits } of changes.toReversed()) applyOrThrow(review, invertEdits(edits));
        expect(reviewFromData(reviewToData(review)).referrers).toEqual(review.referrers);
      }),
    );
  });

  test('changes that share no entity and no reference commute', () => {
    let commuted = 0;
    fc.assert(
      fc.property(randomActions, randomActions, (one, two) => {
        const { review, draft } = openSample();
        const first = toStep(review, draft, one, createEditContext('x'));
        const second = toStep(review, draft, two, createEditContext('y'));
        fc.pre(first !== null && second !== null);
        const [a, b] = [first?.edits ?? [], second?.edits ?? []];
        fc.pre(!listKeys(a).some((key) => listKeys(b).includes(key)));
        commuted += 1;
        const other = openSample().review;
        applyOrThrow(review, a);
        applyOrThrow(review, b);
        applyOrThrow(other, b);
        applyOrThrow(other, a);
        expect(toComparable(other)).toEqual(toComparable(review));
      }),
      { numRuns: choose(38, 150) },
    );
    expect(commuted).toBeGreaterThan(choose(25, 100));
  });
});

/** The keys of all entities that the edits change or refer to, without drafts, which never change. */
function listKeys(edits: readonly Edit[]): EntityKey[] {
  return edits.flatMap((edit): EntityKey[] => {
    const rows =
      'create' in edit
        ? [edit.create]
        : 'delete' in edit
          ? [edit.delete]
          : [edit.update.before, edit.update.after];
    return [`${edit.table}/${edit.id}`, ...rows.flatMap(listReferences)];
  });
}

function listReferences(row: Record<string, unknown>): EntityKey[] {
  const { claimId, sourceId, derivedFrom } = row;
  return [
    ...(typeof claimId === 'string' ? [`claims/${claimId}` as const] : []),
    ...[sourceId, derivedFrom].flatMap((id) => (typeof id === 'string' ? [`sources/${id}` as const] : [])),
  ];
}
