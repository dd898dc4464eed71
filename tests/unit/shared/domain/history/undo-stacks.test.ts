import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, invertChange } from '../../../../../shared/domain/history/change';
import {
  countChange,
  createUndoStacks,
  pushChange,
  type UndoStacks,
} from '../../../../../shared/domain/history/undo-stacks';
import type { Review } from '../../../../../shared/domain/review/review';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
} from '../../reviews';

const context = createEditContext('u');

/** Reverts the change on top of a stack, as main does. */
function revertTop(review: Review, history: Change[], stacks: UndoStacks, stack: keyof UndoStacks): boolean {
  const top = stacks[stack].at(-1);
  if (!top) return false;
  const change = invertChange(top, { id: context.newId(), at: context.at, by: context.by });
  applyOrThrow(review, change.edits);
  history.push(change);
  pushChange(stacks, change);
  return true;
}

function createStacks(history: readonly Change[]): UndoStacks {
  const stacks = createUndoStacks();
  for (const change of history) pushChange(stacks, change);
  return stacks;
}

function createHistory(actions: Parameters<typeof applyActions>[2]) {
  const { review, draft, change } = openSample();
  const history = [change, ...applyActions(review, draft, actions, createEditContext('n'))];
  return { review, draft, history, stacks: createStacks(history) };
}

describe('undo and redo', () => {
  test('as many redos as undos restore the review, at every depth', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 10 }), fc.nat({ max: 12 }), (actions, times) => {
        const { review, history, stacks } = createHistory(actions);
        const before = structuredClone(toComparable(review));
        let undone = 0;
        while (undone < times && revertTop(review, history, stacks, 'undoable')) undone += 1;
        expect(undone).toBe(Math.min(times, history.length - 1 - undone));
        for (let redone = 0; redone < undone; redone += 1)
          expect(revertTop(review, history, stacks, 'redoable')).toBe(true);
        expect(revertTop(review, history, stacks, 'redoable')).toBe(false);
        expect(toComparable(review)).toEqual(before);
      }),
    );
  });

  test('undoing everything leads to the article as it was opened, and no further', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 10 }), (actions) => {
        const { review, history, stacks } = createHistory(actions);
        while (revertTop(review, history, stacks, 'undoable'));
        expect(toComparable(review)).toEqual(toComparable(openSample().review));
      }),
    );
  });

  test('the undo stacks follow from the history alone, after any undos and redos', () => {
    fc.assert(
      fc.property(
        fc.array(randomActions, { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom('undoable', 'redoable'), { maxLength: 12 }),
        (actions, walk) => {
          const { review, history, stacks } = createHistory(actions);
          for (const stack of walk) revertTop(review, history, stacks, stack);
          expect(createStacks(history)).toEqual(stacks);
        },
      ),
    );
  });

  test('a new change clears the redo stack', () => {
    const { review, draft, history, stacks } = createHistory([{ what: 3, pick: 0, other: 0, words: 'one' }]);
    revertTop(review, history, stacks, 'undoable');
    expect(stacks.redoable).toHaveLength(1);
    const [next] = applyActions(
      review,
      draft,
      [{ what: 3, pick: 1, other: 0, words: 'two' }],
      createEditContext('m'),
    );
    if (next) pushChange(stacks, next);
    expect(stacks.redoable).toEqual([]);
    expect(stacks.undoable.map(({ action }) => action)).toEqual(['claim.edit']);
  });

  test('the actions distinguish undo and redo', () => {
    const { review, history, stacks } = createHistory([{ what: 3, pick: 0, other: 0, words: 'one' }]);
    revertTop(review, history, stacks, 'undoable');
    revertTop(review, history, stacks, 'redoable');
    revertTop(review, history, stacks, 'undoable');
    expect(history.slice(1).map(({ action }) => action)).toEqual(['claim.edit', 'undo', 'redo', 'undo']);
  });

  test('the depths of the stacks can be counted without the changes', () => {
    fc.assert(
      fc.property(
        fc.array(randomActions, { maxLength: 10 }),
        fc.array(fc.constantFrom('undoable' as const, 'redoable' as const), { maxLength: 12 }),
        (actions, reverts) => {
          const { review, history, stacks } = createHistory(actions);
          for (const stack of reverts) revertTop(review, history, stacks, stack);
          const depths = history.reduce(countChange, { undoable: 0, redoable: 0 });
          expect(depths).toEqual({ undoable: stacks.undoable.length, redoable: stacks.redoable.length });
        },
      ),
    );
  });
});
