import fc from 'fast-check';
import equal from 'fast-deep-equal';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../../shared/domain/history/apply-edits';
import { changeSchema, type Edit, invertEdits } from '../../../../../shared/domain/history/change';
import { emptyReview, reviewFromData, reviewToData } from '../../../../../shared/domain/review/review';
import { type EntityKey, type TableName, tables } from '../../../../../shared/domain/review/tables';
import { carryOut, countingFacts, mustApply, openSample, stepFor, valuesOf, wishes } from '../../reviews';

const fewWishes = fc.array(wishes, { minLength: 1, maxLength: 12 });

describe('laws of changes', () => {
  test('apply, then the inverse, is the identity', () => {
    fc.assert(
      fc.property(fewWishes, (wanted) => {
        const { review, draft } = openSample();
        const states = [valuesOf(openSample().review)];
        const changes = wanted.flatMap((wish, at) => {
          const made = carryOut(review, draft, [wish], countingFacts(`n${at}x`));
          if (made.length > 0) states.push(structuredClone(valuesOf(review)));
          return made;
        });
        for (const change of changes.toReversed()) {
          expect(valuesOf(review)).toEqual(states.pop());
          mustApply(review, invertEdits(change.edits));
        }
        expect(valuesOf(review)).toEqual(states.pop());
      }),
    );
  });

  test('the inverse of the inverse is the change', () => {
    fc.assert(
      fc.property(fewWishes, (wanted) => {
        const { review, draft } = openSample();
        for (const { edits } of carryOut(review, draft, wanted, countingFacts('n')))
          expect(invertEdits(invertEdits(edits))).toEqual(edits);
      }),
    );
  });

  test('a change survives JSON, and so does what it leads to', () => {
    fc.assert(
      fc.property(fewWishes, (wanted) => {
        const { review, draft } = openSample();
        const copy = openSample().review;
        for (const change of carryOut(review, draft, wanted, countingFacts('n'))) {
          const read = changeSchema.parse(JSON.parse(JSON.stringify(change)));
          expect(read).toEqual(change);
          mustApply(copy, read.edits);
        }
        expect(valuesOf(copy)).toEqual(valuesOf(review));
      }),
    );
  });

  test('edits of an earlier version, which knew fewer fields, lead to the same and are taken back alike', () => {
    let forgotten = 0;
    fc.assert(
      fc.property(fewWishes, fc.infiniteStream(fc.boolean()), (wanted, coins) => {
        const { review, draft } = openSample();
        const states = [structuredClone(valuesOf(review))];
        const { review: older } = openSample();
        const changes = carryOut(review, draft, wanted, countingFacts('n'));
        const asWritten = changes.map(({ edits }) => edits.map((edit) => forget(edit, coins)));
        forgotten += changes.filter(({ edits }, at) => !equal(edits, asWritten[at])).length;
        for (const edits of asWritten) {
          mustApply(older, edits);
          states.push(structuredClone(valuesOf(older)));
        }
        expect(valuesOf(older)).toEqual(valuesOf(review));
        for (const edits of asWritten.toReversed()) {
          expect(valuesOf(older)).toEqual(states.pop());
          mustApply(older, invertEdits(edits));
        }
        expect(valuesOf(older)).toEqual(states.pop());
      }),
    );
    expect(forgotten).toBeGreaterThan(20);
  });

  test('replaying the history gives the review', () => {
    fc.assert(
      fc.property(fewWishes, (wanted) => {
        const { review, draft, change: opening } = openSample();
        const replayed = emptyReview();
        for (const change of [opening, ...carryOut(review, draft, wanted, countingFacts('n'))])
          mustApply(replayed, change.edits);
        expect(reviewToData(replayed)).toEqual(reviewToData(review));
      }),
    );
  });

  test('the referrers are those that building them anew gives', () => {
    fc.assert(
      fc.property(fewWishes, (wanted) => {
        const { review, draft } = openSample();
        const changes = carryOut(review, draft, wanted, countingFacts('n'));
        expect(reviewFromData(reviewToData(review)).referrers).toEqual(review.referrers);
        for (const { edits } of changes.toReversed()) mustApply(review, invertEdits(edits));
        expect(reviewFromData(reviewToData(review)).referrers).toEqual(review.referrers);
      }),
    );
  });

  test('changes that share no entity and no reference commute', () => {
    let commuted = 0;
    fc.assert(
      fc.property(wishes, wishes, (one, two) => {
        const { review, draft } = openSample();
        const first = stepFor(review, draft, one, countingFacts('x'));
        const second = stepFor(review, draft, two, countingFacts('y'));
        fc.pre(first !== null && second !== null);
        const [a, b] = [first?.edits ?? [], second?.edits ?? []];
        fc.pre(!reach(a).some((key) => reach(b).includes(key)));
        commuted += 1;
        const other = openSample().review;
        mustApply(review, a);
        mustApply(review, b);
        mustApply(other, b);
        mustApply(other, a);
        expect(valuesOf(other)).toEqual(valuesOf(review));
      }),
      { numRuns: 150 },
    );
    expect(commuted).toBeGreaterThan(100);
  });
});

/** The fields of a table that an earlier version may not have written, with what they are read as then. */
function defaultsOf(table: TableName): Map<string, unknown> {
  const { shape } = tables[table].schema;
  return new Map(
    Object.entries(shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(undefined);
      return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }),
  );
}

/** The edit as it would be without some fields that have their defaults; an update keeps what tells its two sides apart. */
function forget(edit: Edit, coins: Iterator<boolean>): Edit {
  const defaults = defaultsOf(edit.table);
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

/** What the edits touch and refer to, before and after, drafts left out: they never change. */
function reach(edits: readonly Edit[]): EntityKey[] {
  return edits.flatMap((edit): EntityKey[] => {
    const rows =
      'create' in edit
        ? [edit.create]
        : 'delete' in edit
          ? [edit.delete]
          : [edit.update.before, edit.update.after];
    return [`${edit.table}/${edit.id}`, ...rows.flatMap(referencesOf)];
  });
}

function referencesOf(row: Record<string, unknown>): EntityKey[] {
  const { claimId, sourceId, derivedFrom } = row;
  return [
    ...(typeof claimId === 'string' ? [`claims/${claimId}` as const] : []),
    ...[sourceId, derivedFrom].flatMap((id) => (typeof id === 'string' ? [`sources/${id}` as const] : [])),
  ];
}

describe('a refused change leaves the review as it was', () => {
  const { review: sample, draft } = openSample();
  const first = <T>(rows: Map<string, T>): T => {
    for (const row of rows.values()) return row;
    throw new Error('the sample is empty');
  };
  const claim = first(sample.claims);
  const evidence = first(sample.evidence);
  const source = first(sample.sources);
  const placement = first(sample.placements);
  const moved = { ...placement.span, end: 9_999 };
  const bad: [string, Edit, string][] = [
    ['what is created is there', { table: 'claims', id: claim.id, create: { ...claim } }, 'is there already'],
    [
      'what is updated is not there',
      { table: 'claims', id: 'no', update: { before: { note: null }, after: { note: 'x' } } },
      'is not there',
    ],
    ['what is deleted is not there', { table: 'claims', id: 'no', delete: { ...claim } }, 'is not there'],
    [
      '`before` is not what stands',
      { table: 'claims', id: claim.id, update: { before: { note: 'other' }, after: { note: 'x' } } },
      'not what was expected',
    ],
    [
      'a deep `before` is not what stands',
      { table: 'placements', id: placement.id, update: { before: { span: moved }, after: { span: moved } } },
      'not what was expected',
    ],
    [
      'what is deleted differs',
      { table: 'evidence', id: evidence.id, delete: { ...evidence, quote: 'other' } },
      'not what was expected',
    ],
    [
      'the sides have other keys',
      { table: 'claims', id: claim.id, update: { before: { note: claim.note }, after: { claimant: 'x' } } },
      'not what was expected',
    ],
    [
      'a side has more keys',
      {
        table: 'claims',
        id: claim.id,
        update: { before: { note: claim.note, kind: claim.kind }, after: { note: 'x' } },
      },
      'malformed',
    ],
    ['nothing is updated', { table: 'claims', id: claim.id, update: { before: {}, after: {} } }, 'malformed'],
    [
      'an id would change',
      { table: 'claims', id: claim.id, update: { before: { id: claim.id }, after: { id: 'x' } } },
      'malformed',
    ],
    [
      'an unknown field would come',
      { table: 'claims', id: claim.id, update: { before: { odd: 1 }, after: { odd: 2 } } },
      'not what was expected',
    ],
    [
      'it is not valid',
      {
        table: 'claims',
        id: claim.id,
        update: { before: { verdict: claim.verdict }, after: { verdict: 'unchecked' } },
      },
      'is not valid',
    ],
    ['it carries another id', { table: 'sources', id: 'x', create: { ...source } }, 'carries another id'],
    [
      'a reference would dangle',
      { table: 'evidence', id: 'x', create: { ...evidence, id: 'x', sourceId: 'no' } },
      'refers to a missing',
    ],
    [
      'it is still referred to',
      { table: 'sources', id: source.id, delete: { ...source } },
      'is still referred to',
    ],
    [
      'an address is not one that may be stored',
      { table: 'sources', id: 'x', create: { ...source, id: 'x', url: 'javascript:alert(1)' } },
      'is not valid',
    ],
  ];

  test.each(bad)('%s', (_, edit, reason) => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 3 }), fc.nat(), (wanted, at) => {
        const { review } = openSample();
        const before = structuredClone(valuesOf(review));
        const good = carryOut(openSample().review, draft, wanted, countingFacts('n'))
          .filter(({ action }) => action === 'claim.mark')
          .flatMap(({ edits }) => edits);
        const edits = good.toSpliced(at % (good.length + 1), 0, edit);
        const applied = applyEdits(review, edits);
        expect(applied).toEqual({ ok: false, reason: expect.stringContaining(reason) });
        expect(valuesOf(review)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

test('several edits of one entity are taken back in order, by the inverse and by a refusal', () => {
  const { review } = openSample();
  const before = structuredClone(valuesOf(review));
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
  expect(valuesOf(review)).toEqual(before);
  const applied = applyEdits(review, edits);
  expect(applied).toEqual({ ok: true, touched: ['sources/new'] });
  expect(review.sources.get('new')?.title).toBe('C');
  mustApply(review, invertEdits(edits));
  expect(valuesOf(review)).toEqual(before);
});

test('an update keeps an entity in its place among the others', () => {
  const { review, draft } = openSample();
  const order = [...review.claims.keys()];
  carryOut(review, draft, [{ what: 3, pick: 2, other: 0, words: 'a note' }], countingFacts('n'));
  expect([...review.claims.keys()]).toEqual(order);
});

test('every table names what its entities refer to, and no other', () => {
  const { review } = openSample();
  for (const claim of review.claims.values())
    expect(tables.claims.references(claim)).toEqual(claim.judged ? [`drafts/${claim.judged.draftId}`] : []);
});
