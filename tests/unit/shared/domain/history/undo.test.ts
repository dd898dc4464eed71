import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, invert } from '../../../../../shared/domain/history/change';
import { emptyStacks, pushChange, type UndoStacks } from '../../../../../shared/domain/history/undo';
import type { Review } from '../../../../../shared/domain/review/review';
import { carryOut, countingFacts, mustApply, openSample, valuesOf, wishes } from '../../reviews';

const facts = countingFacts('u');

/** Takes back what is on top of the stack, as main does it. */
function takeBack(review: Review, history: Change[], stacks: UndoStacks, stack: keyof UndoStacks): boolean {
  const top = stacks[stack].at(-1);
  if (!top) return false;
  const change = invert(top, { id: facts.newId(), at: facts.at, by: facts.by });
  mustApply(review, change.edits);
  history.push(change);
  pushChange(stacks, change);
  return true;
}

function stacksOf(history: readonly Change[]): UndoStacks {
  const stacks = emptyStacks();
  for (const change of history) pushChange(stacks, change);
  return stacks;
}

function started(wanted: Parameters<typeof carryOut>[2]) {
  const { review, draft, change } = openSample();
  const history = [change, ...carryOut(review, draft, wanted, countingFacts('n'))];
  return { review, draft, history, stacks: stacksOf(history) };
}

describe('undo and redo', () => {
  test('as many redos as undos are the identity, at every depth', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 10 }), fc.nat({ max: 12 }), (wanted, times) => {
        const { review, history, stacks } = started(wanted);
        const before = structuredClone(valuesOf(review));
        let undone = 0;
        while (undone < times && takeBack(review, history, stacks, 'undoable')) undone += 1;
        expect(undone).toBe(Math.min(times, history.length - 1 - undone));
        for (let redone = 0; redone < undone; redone += 1)
          expect(takeBack(review, history, stacks, 'redoable')).toBe(true);
        expect(takeBack(review, history, stacks, 'redoable')).toBe(false);
        expect(valuesOf(review)).toEqual(before);
      }),
    );
  });

  test('all undos lead to the article as it was opened, and no further', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 10 }), (wanted) => {
        const { review, history, stacks } = started(wanted);
        while (takeBack(review, history, stacks, 'undoable'));
        expect(valuesOf(review)).toEqual(valuesOf(openSample().review));
      }),
    );
  });

  test('any walk back and forth can be read from the history alone, as after a restart', () => {
    fc.assert(
      fc.property(
        fc.array(wishes, { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom('undoable', 'redoable'), { maxLength: 12 }),
        (wanted, walk) => {
          const { review, history, stacks } = started(wanted);
          for (const stack of walk) takeBack(review, history, stacks, stack);
          expect(stacksOf(history)).toEqual(stacks);
        },
      ),
    );
  });

  test('a new step ends what could be redone', () => {
    const { review, draft, history, stacks } = started([{ what: 3, pick: 0, other: 0, words: 'one' }]);
    takeBack(review, history, stacks, 'undoable');
    expect(stacks.redoable).toHaveLength(1);
    const [next] = carryOut(
      review,
      draft,
      [{ what: 3, pick: 1, other: 0, words: 'two' }],
      countingFacts('m'),
    );
    if (next) pushChange(stacks, next);
    expect(stacks.redoable).toEqual([]);
    expect(stacks.undoable.map(({ action }) => action)).toEqual(['claim.edit']);
  });

  test('the names say which is which', () => {
    const { review, history, stacks } = started([{ what: 3, pick: 0, other: 0, words: 'one' }]);
    takeBack(review, history, stacks, 'undoable');
    takeBack(review, history, stacks, 'redoable');
    takeBack(review, history, stacks, 'undoable');
    expect(history.slice(1).map(({ action }) => action)).toEqual(['claim.edit', 'undo', 'redo', 'undo']);
  });
});
