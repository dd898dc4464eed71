import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShownClaim } from '../../../../../renderer/state/review/outline';
import {
  dropSelection,
  goToClaim,
  goToQueued,
  pickClaim,
  resetView,
  useReviewView,
} from '../../../../../renderer/state/review/review-view';

const view = () => useReviewView.getState();

function claim(id: string): ShownClaim {
  return {
    claim: {
      id,
      createdAt: '2026-11-24T10:00:00.000Z',
      createdBy: 'Ada',
      verdict: 'unchecked',
      judged: null,
      note: null,
      correction: null,
      claimant: null,
      kind: null,
    },
    placement: {
      id: `p${id}`,
      claimId: id,
      draftId: 'd',
      span: { start: 0, end: 4 },
      status: 'marked',
      candidates: [],
      changes: [],
      resolved: true,
    },
    span: { start: 0, end: 4 },
    number: 1,
    standing: 'unchecked',
    backing: { sources: 0, gaps: ['noSource'] },
  };
}

/** Selects some words, on the page and in the view, as the galley does. */
function select(start: number, end: number): void {
  const words = document.querySelector('p')?.firstChild;
  if (words) document.getSelection()?.setBaseAndExtent(words, start, words, end);
  useReviewView.setState({ selection: { start, end } });
}

function hasSelection(): boolean {
  return view().selection !== null || document.getSelection()?.isCollapsed === false;
}

beforeEach(() => {
  resetView();
  document.body.appendChild(document.createElement('p')).textContent = 'The ferry carried people.';
});

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

type Op = { pick: string | null } | { go: string } | { select: [number, number] } | { drop: true };

const anyId = fc.constantFrom('a', 'b', 'c');
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ pick: fc.option(anyId) }),
  fc.record({ go: anyId }),
  fc.record({ select: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 20 })) }),
  fc.record({ drop: fc.constant(true as const) }),
);

describe('where the reviewer is', () => {
  it('never holds a selection that is older than the current claim', () => {
    fc.assert(
      fc.property(fc.array(anyOp, { maxLength: 25 }), (ops) => {
        resetView();
        document.getSelection()?.removeAllRanges();
        for (const op of ops) {
          const before = view().current;
          if ('select' in op) select(...op.select);
          else if ('drop' in op) dropSelection();
          else if ('go' in op) goToClaim(claim(op.go));
          else pickClaim(op.pick);
          const changed = view().current !== before && view().current !== null;
          if (changed || 'go' in op || 'drop' in op) expect(hasSelection()).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the selection when the card judges the claim that is current already', () => {
    pickClaim('a');
    select(4, 9);
    pickClaim('a');
    expect(view().selection).toEqual({ start: 4, end: 9 });
    expect(document.getSelection()?.toString()).toBe('ferry');
  });

  it('leaves a field its caret when another claim becomes current', () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.value = 'a note';
    field.focus();
    field.setSelectionRange(2, 6);
    pickClaim('a');
    document.execCommand('insertText', false, 'b');
    expect(field.value).toBe('a b');
  });
});

describe('the queue', () => {
  const open = (attaching = false) => {
    useReviewView.setState({
      queue: { placementIds: ['pa', 'pb', 'pc'], claimIds: ['a', 'b', 'c'], at: 0, attaching },
    });
    goToQueued(0);
    if (attaching) useReviewView.setState(({ queue }) => ({ queue: queue && { ...queue, attaching } }));
  };

  it('goes along to a claim of its own, and is left for any other', () => {
    open();
    goToClaim(claim('c'));
    expect(view().queue?.at).toBe(2);
    pickClaim('b');
    expect(view().queue?.at).toBe(1);
    goToClaim(claim('other'));
    expect(view()).toMatchObject({ current: 'other', queue: null });
  });

  it('shows on the card the claim that it goes to, and stays at its ends', () => {
    open();
    useReviewView.setState({ card: { show: 'source', sourceId: 's' } });
    goToQueued(1);
    expect(view()).toMatchObject({ current: 'b', card: { show: 'claim' } });
    goToQueued(-1);
    goToQueued(3);
    expect(view()).toMatchObject({ current: 'b', queue: { at: 1 } });
  });

  it('never stands on another claim than the current one, wherever the reviewer goes', () => {
    const anyStep = fc.oneof(
      fc.record({ go: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.record({ pick: fc.option(fc.constantFrom('a', 'b', 'c', 'd')) }),
      fc.record({ at: fc.integer({ min: -1, max: 3 }) }),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyStep, { maxLength: 12 }), (attaching, steps) => {
        resetView();
        open(attaching);
        for (const step of steps) {
          if ('go' in step) goToClaim(claim(step.go));
          else if ('pick' in step) pickClaim(step.pick);
          else goToQueued(step.at);
          const { queue, current } = view();
          if (queue && current !== null) expect(queue.claimIds[queue.at]).toBe(current);
          if (queue?.attaching) expect(current).not.toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps attaching while the claim stays, and stops when it is let go', () => {
    open(true);
    pickClaim('a');
    expect(view().queue?.attaching).toBe(true);
    pickClaim(null);
    expect(view().queue).toMatchObject({ at: 0, attaching: false });
  });
});
