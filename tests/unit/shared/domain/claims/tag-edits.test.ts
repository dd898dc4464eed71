import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagColors } from '#shared/domain/base/tag.ts';
import {
  chooseTagColor,
  createTag,
  deleteTag,
  editTag,
  findNameProblem,
  findTagByName,
  listTags,
  setTag,
} from '#shared/domain/claims/tag-edits.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { applyOrThrow, createEditContext, openSample, toComparable } from '#tests/unit/shared/reviews.ts';

function addTag(review: Review, name: string, count = 0, prefix = 't'): void {
  const step = createTag(
    review,
    { name, color: 'red' },
    [...review.claims.values()].slice(0, count),
    createEditContext(prefix),
  );
  applyOrThrow(review, step?.edits ?? []);
}

/** A step of tags: what it does, to which tag and to how many claims. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('create', 'rename', 'recolour', 'delete', 'give', 'take'),
    name: fc.constantFrom('Legal', 'legal ', 'Ask the author', 'Numbers', ' '),
    pick: fc.nat(),
    from: fc.nat({ max: 6 }),
    count: fc.nat({ max: 6 }),
  }),
  { maxLength: 14 },
);

describe('tags', () => {
  it('leave no reference to a deleted tag, have different names, and each step can be undone', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        const { review } = openSample();
        const context = createEditContext('t');
        for (const { what, name, pick, from, count } of wanted) {
          const tags = listTags(review);
          const tag = tags[pick % Math.max(1, tags.length)];
          const claims = [...review.claims.values()].slice(from, from + count);
          const color = tagColors[pick % tagColors.length] ?? 'red';
          const step =
            what === 'create'
              ? createTag(review, { name, color }, claims, context)
              : !tag
                ? null
                : what === 'rename'
                  ? editTag(review, tag, { name })
                  : what === 'recolour'
                    ? editTag(review, tag, { color })
                    : what === 'delete'
                      ? deleteTag(review, tag)
                      : setTag(claims, tag.id, what === 'give');
          const before = toComparable(review);
          applyOrThrow(review, step?.edits ?? []);
          const after = toComparable(review);
          applyOrThrow(review, invertEdits(step?.edits ?? []));
          expect(toComparable(review)).toEqual(before);
          applyOrThrow(review, step?.edits ?? []);
          expect(toComparable(review)).toEqual(after);
          for (const claim of review.claims.values()) {
            expect(claim.tagIds.every((id) => review.tags.has(id))).toBe(true);
            expect(new Set(claim.tagIds).size).toBe(claim.tagIds.length);
          }
          const names = listTags(review).map((one) => one.name.trim().toLowerCase());
          expect(new Set(names).size).toBe(names.length);
        }
      }),
    );
  });

  it('a new tag is given to the claims in the step that creates it', () => {
    const { review } = openSample();
    addTag(review, '  Legal ', 3);
    const [tag] = listTags(review);
    expect(tag?.name).toBe('Legal');
    expect(findReferrers(review, `tags/${tag?.id}`, 'claims')).toHaveLength(3);
  });

  it('a second tag of the same name is refused, in any case, and the message says which', () => {
    const { review } = openSample();
    addTag(review, 'Legal');
    addTag(review, 'Numbers', 0, 'u');
    const [legal, numbers] = listTags(review);
    if (!legal || !numbers) throw new Error('no tags');
    expect(createTag(review, { name: ' LEGAL', color: 'blue' }, [], createEditContext('x'))).toBeNull();
    expect(editTag(review, numbers, { name: 'legal' })).toBeNull();
    expect(findNameProblem(review, numbers, 'legal')).toMatch(/There is a tag .*Legal.* already/);
    expect(findNameProblem(review, numbers, ' ')).toBe('A tag needs a name.');
    expect(findNameProblem(review, legal, 'LEGAL')).toBeNull();
    expect(findTagByName(review, 'nothing')).toBeUndefined();
  });

  it('a new tag gets a colour that the fewest tags have', () => {
    const { review } = openSample();
    expect(chooseTagColor(review)).toBe('red');
    addTag(review, 'Legal');
    expect(chooseTagColor(review)).toBe('orange');
  });
});
