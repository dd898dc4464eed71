import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import {
  clearSelection,
  goToClaim,
  goToQueueIndex,
  setCurrentClaim,
} from '#renderer/window/state/view/navigate.ts';
import { resetReviewView, useReviewView } from '#renderer/window/state/view/review-view.ts';

const view = () => useReviewView.getState();

function claim(id: string): OutlineClaim {
  return {
    claim: {
      id,
      createdAt: '2026-11-24T10:00:00.000Z',
      answers: [],
      tagIds: [],
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
    status: 'unchecked',
    evidence: { sources: 0, gaps: ['noSource'] },
  };
}

/** Selects some words, on the page and in the view, as the article's view does. */
function select(start: number, end: number): void {
  const words = document.querySelector('p')?.firstChild;
  if (words) document.getSelection()?.setBaseAndExtent(words, start, words, end);
  useReviewView.setState({ selection: { start, end } });
}

function hasSelection(): boolean {
  return view().selection !== null || document.getSelection()?.isCollapsed === false;
}

beforeEach(() => {
  resetReviewView();
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

describe('the review view', () => {
  it('the selection is never older than the current claim', () => {
    fc.assert(
      fc.property(fc.array(anyOp, { maxLength: 25 }), (ops) => {
        resetReviewView();
        document.getSelection()?.removeAllRanges();
        for (const op of ops) {
          const before = view().currentClaimId;
          if ('select' in op) select(...op.select);
          else if ('drop' in op) clearSelection();
          else if ('go' in op) goToClaim(claim(op.go));
          else setCurrentClaim(op.pick);
          const changed = view().currentClaimId !== before && view().currentClaimId !== null;
          if (changed || 'go' in op || 'drop' in op) expect(hasSelection()).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the selection stays when the current claim becomes current again', () => {
    setCurrentClaim('a');
    select(4, 9);
    setCurrentClaim('a');
    expect(view().selection).toEqual({ start: 4, end: 9 });
    expect(document.getSelection()?.toString()).toBe('ferry');
  });

  it('a field keeps its caret when another claim becomes current', () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.value = 'a note';
    field.focus();
    field.setSelectionRange(2, 6);
    setCurrentClaim('a');
    document.execCommand('insertText', false, 'b');
    expect(field.value).toBe('a b');
  });
});

describe('the queue', () => {
  const open = (attaching = false) => {
    useReviewView.setState({
      queue: {
        placementIds: ['pa', 'pb', 'pc'],
        claimIds: ['a', 'b', 'c'],
        index: 0,
        isAttaching: attaching,
      },
    });
    goToQueueIndex(0);
    if (attaching)
      useReviewView.setState(({ queue }) => ({ queue: queue && { ...queue, isAttaching: attaching } }));
  };

  it('the queue follows to a claim of its own and closes for any other', () => {
    open();
    goToClaim(claim('c'));
    expect(view().queue?.index).toBe(2);
    setCurrentClaim('b');
    expect(view().queue?.index).toBe(1);
    goToClaim(claim('other'));
    expect(view()).toMatchObject({ currentClaimId: 'other', queue: null });
  });

  it('the card shows the claim that the queue goes to, and the queue does not move past its ends', () => {
    open();
    useReviewView.setState({ card: { show: 'source', sourceId: 's' } });
    goToQueueIndex(1);
    expect(view()).toMatchObject({ currentClaimId: 'b', card: { show: 'claim' } });
    goToQueueIndex(-1);
    goToQueueIndex(3);
    expect(view()).toMatchObject({ currentClaimId: 'b', queue: { index: 1 } });
  });

  it('the queue is always at the current claim, wherever the reviewer goes', () => {
    const anyStep = fc.oneof(
      fc.record({ go: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.record({ pick: fc.option(fc.constantFrom('a', 'b', 'c', 'd')) }),
      fc.record({ at: fc.integer({ min: -1, max: 3 }) }),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyStep, { maxLength: 12 }), (attaching, steps) => {
        resetReviewView();
        open(attaching);
        for (const step of steps) {
          if ('go' in step) goToClaim(claim(step.go));
          else if ('pick' in step) setCurrentClaim(step.pick);
          else goToQueueIndex(step.at);
          const { queue, currentClaimId } = view();
          if (queue && currentClaimId !== null) expect(queue.claimIds[queue.index]).toBe(currentClaimId);
          if (queue?.isAttaching) expect(currentClaimId).not.toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  it('attaching goes on while the claim is current and stops when there is none', () => {
    open(true);
    setCurrentClaim('a');
    expect(view().queue?.isAttaching).toBe(true);
    setCurrentClaim(null);
    expect(view().queue).toMatchObject({ index: 0, isAttaching: false });
  });
});
