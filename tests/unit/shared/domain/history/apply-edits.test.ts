import fc from 'fast-check';
import equal from 'fast-deep-equal';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../../shared/domain/history/apply-edits';
import { changeSchema, type Edit, invertEdits } from '../../../../../shared/domain/history/change';
import { createEmptyReview } from '../../../../../shared/domain/review/review';
import { reviewFromData, reviewToData } from '../../../../../shared/domain/review/review-copy';
import { type EntityKey, type TableName, tables } from '../../../../../shared/domain/review/tables';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
  toStep,
} from '../../reviews';

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

  test('the inverse of the inverse is the change itself', () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        const { review, draft } = openSample();
        for (const { edits } of applyActions(review, draft, actions, createEditContext('n')))
          expect(invertEdits(invertEdits(edits))).toEqual(edits);
      }),
    );
  });

  test('a change that was written as JSON leads to the same review', () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        const { review, draft } = openSample();
        const copy = openSample().review;
        for (const change of applyActions(review, draft, actions, createEditContext('n'))) {
          const read = changeSchema.parse(JSON.parse(JSON.stringify(change)));
          expect(read).toEqual(change);
          applyOrThrow(copy, read.edits);
        }
        expect(toComparable(copy)).toEqual(toComparable(review));
      }),
    );
  });

  test('edits of an earlier version, which knew fewer fields, lead to the same review and can be reverted', () => {
    let editedCount = 0;
    fc.assert(
      fc.property(someActions, fc.infiniteStream(fc.boolean()), (actions, coins) => {
        const { review, draft } = openSample();
        const states = [structuredClone(toComparable(review))];
        const { review: older } = openSample();
        const changes = applyActions(review, draft, actions, createEditContext('n'));
        const asWritten = changes.map(({ edits }) => edits.map((edit) => removeDefaults(edit, coins)));
        editedCount += changes.filter(({ edits }, at) => !equal(edits, asWritten[at])).length;
        for (const edits of asWritten) {
          applyOrThrow(older, edits);
          states.push(structuredClone(toComparable(older)));
        }
        expect(toComparable(older)).toEqual(toComparable(review));
        for (const edits of asWritten.toReversed()) {
          expect(toComparable(older)).toEqual(states.pop());
          applyOrThrow(older, invertEdits(edits));
        }
        expect(toComparable(older)).toEqual(states.pop());
      }),
    );
    expect(editedCount).toBeGreaterThan(20);
  });

  test('replaying the history restores the review', () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        const { review, draft, change: opening } = openSample();
        const replayed = createEmptyReview();
        for (const change of [opening, ...applyActions(review, draft, actions, createEditContext('n'))])
          applyOrThrow(replayed, change.edits);
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
      { numRuns: 150 },
    );
    expect(commuted).toBeGreaterThan(100);
  });
});

/** The defaults of the fields of a table that an earlier version may not have written. */
function getDefaults(table: TableName): Map<string, unknown> {
  const { shape } = tables[table].schema;
  return new Map(
    Object.entries(shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(undefined);
      return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }),
  );
}

/** Removes some of the fields of an edit that have their defaults, as an earlier version would have written it. */
function removeDefaults(edit: Edit, coins: Iterator<boolean>): Edit {
  const defaults = getDefaults(edit.table);
  const without = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).filter(
        ([key, value]) => !(defaults.has(key) && equal(defaults.get(key), value) && coins.next().value),
      ),
    );
  const { table, id } = edit;
  if ('create' in edit) return { table, id, create: without(edit.create) };
  if ('delete' in edit) return { table, id, delete: without(edit.delete) };
  return { table, id, update: { before: without(edit.update.before), after: without(edit.update.after) } };
}

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

describe('refused changes', () => {
  const { review: sample, draft } = openSample();
  const first = <T>(rows: Map<string, T>): T => {
    for (const row of rows.values()) return row;
    throw new Error('the sample is empty');
  };
  const claim = first(sample.claims);
  const evidence = first(sample.evidence);
  const source = first(sample.sources);
  const placement = first(sample.placements);
  const otherSpan = { ...placement.span, end: 9_999 };
  const refused: [string, Edit, string][] = [
    [
      'it creates an entity that exists',
      { table: 'claims', id: claim.id, create: { ...claim } },
      'is there already',
    ],
    [
      'it updates a missing entity',
      { table: 'claims', id: 'no', update: { before: { note: null }, after: { note: 'x' } } },
      'is not there',
    ],
    ['it deletes a missing entity', { table: 'claims', id: 'no', delete: { ...claim } }, 'is not there'],
    [
      'its `before` differs from the current value',
      { table: 'claims', id: claim.id, update: { before: { note: 'other' }, after: { note: 'x' } } },
      'not what was expected',
    ],
    [
      'its nested `before` differs from the current value',
      {
        table: 'placements',
        id: placement.id,
        update: { before: { span: otherSpan }, after: { span: otherSpan } },
      },
      'not what was expected',
    ],
    [
      'it deletes an entity with other values',
      { table: 'evidence', id: evidence.id, delete: { ...evidence, quote: 'other' } },
      'not what was expected',
    ],
    [
      'its sides have different keys',
      { table: 'claims', id: claim.id, update: { before: { note: claim.note }, after: { claimant: 'x' } } },
      'not what was expected',
    ],
    [
      'one side has more keys',
      {
        table: 'claims',
        id: claim.id,
        update: { before: { note: claim.note, kind: claim.kind }, after: { note: 'x' } },
      },
      'malformed',
    ],
    [
      'it updates no field',
      { table: 'claims', id: claim.id, update: { before: {}, after: {} } },
      'malformed',
    ],
    [
      'it changes an id',
      { table: 'claims', id: claim.id, update: { before: { id: claim.id }, after: { id: 'x' } } },
      'malformed',
    ],
    [
      'it adds an unknown field',
      { table: 'claims', id: claim.id, update: { before: { odd: 1 }, after: { odd: 2 } } },
      'not what was expected',
    ],
    [
      'the entity would not be valid',
      {
        table: 'claims',
        id: claim.id,
        update: { before: { verdict: claim.verdict }, after: { verdict: 'unchecked' } },
      },
      'is not valid',
    ],
    ['the entity has another id', { table: 'sources', id: 'x', create: { ...source } }, 'carries another id'],
    [
      'it refers to a missing entity',
      { table: 'evidence', id: 'x', create: { ...evidence, id: 'x', sourceId: 'no' } },
      'refers to a missing',
    ],
    [
      'it deletes an entity that others refer to',
      { table: 'sources', id: source.id, delete: { ...source } },
      'is still referred to',
    ],
    [
      'it contains a forbidden address',
      { table: 'sources', id: 'x', create: { ...source, id: 'x', url: 'javascript:alert(1)' } },
      'is not valid',
    ],
  ];

  test.each(refused)('a change is refused and leaves the review unchanged if %s', (_, edit, reason) => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 3 }), fc.nat(), (actions, at) => {
        const { review } = openSample();
        const before = structuredClone(toComparable(review));
        const validEdits = applyActions(openSample().review, draft, actions, createEditContext('n'))
          .filter(({ action }) => action === 'claim.mark')
          .flatMap(({ edits }) => edits);
        const edits = validEdits.toSpliced(at % (validEdits.length + 1), 0, edit);
        const applied = applyEdits(review, edits);
        expect(applied).toEqual({ ok: false, reason: expect.stringContaining(reason) });
        expect(toComparable(review)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

test('several edits of one entity are reverted in order, by the inverse and by a refusal', () => {
  const { review } = openSample();
  const before = structuredClone(toComparable(review));
  const [source] = review.sources.values();
  if (!source) throw new Error('the sample has no source');
  const update = (from: string, to: string): Edit => {
    return { table: 'sources', id: 'new', update: { before: { title: from }, after: { title: to } } };
  };
  const edits = [
    { table: 'sources', id: 'new', create: { ...source, id: 'new', title: 'A' } } as const,
    update('A', 'B'),
    update('B', 'C'),
  ];
  expect(applyEdits(review, [...edits, update('A', 'D')]).ok).toBe(false);
  expect(toComparable(review)).toEqual(before);
  const applied = applyEdits(review, edits);
  expect(applied).toEqual({ ok: true, touched: ['sources/new'] });
  expect(review.sources.get('new')?.title).toBe('C');
  applyOrThrow(review, invertEdits(edits));
  expect(toComparable(review)).toEqual(before);
});

test('an update keeps the position of the entity in its table', () => {
  const { review, draft } = openSample();
  const order = [...review.claims.keys()];
  applyActions(review, draft, [{ what: 3, pick: 2, other: 0, words: 'a note' }], createEditContext('n'));
  expect([...review.claims.keys()]).toEqual(order);
});

test('a claim refers to the draft in which it was judged, and to nothing else', () => {
  const { review } = openSample();
  for (const claim of review.claims.values())
    expect(tables.claims.references(claim)).toEqual(claim.judged ? [`drafts/${claim.judged.draftId}`] : []);
});
