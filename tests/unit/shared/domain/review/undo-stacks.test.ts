import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft, DraftRow } from '#shared/domain/base/draft.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { type Change, invertChange } from '#shared/domain/review/change.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { type ReviewData, reviewToData } from '#shared/domain/review/review-data.ts';
import {
  countChange,
  createUndoStacks,
  pushChange,
  restorePastReview,
  type UndoStacks,
} from '#shared/domain/review/undo-stacks.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  type RandomAction,
  randomActions,
  toComparable,
  toStep,
} from '#tests/unit/shared/reviews.ts';

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

/** An action of the reviewer, the next draft, or the undo of the last change. */
type Event = RandomAction | 'draft' | 'undo';

const events = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: randomActions },
    { weight: 1, arbitrary: fc.constantFrom<Event>('draft', 'undo') },
  ),
  { maxLength: 40 },
);

/** The rows of all tables that the past has of its own, in any order. */
function toPast(data: ReviewData, laterDraftIds: ReadonlySet<string>) {
  const { article: _, drafts, placements, ...tables } = data;
  const rows = {
    ...tables,
    drafts: drafts.filter(({ id }) => !laterDraftIds.has(id)),
    placements: placements.filter(({ draftId }) => !laterDraftIds.has(draftId)),
  };
  return Object.entries(rows).map(([table, list]) => [
    table,
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ]);
}

/** The edits that add a draft with the same text, in which all placed claims keep their places. */
function createDraftEdits(review: Review, draft: Draft): { draft: Draft; change: Pick<Change, 'edits'> } {
  const number = draft.number + 1;
  const next = { ...draft, number, id: `draft-${number}-${review.placements.size}` };
  const { id, importedAt, origin, sha256 } = next;
  const row: DraftRow = { id, number, importedAt, origin, sha256, words: 9, areNotesSources: false };
  const placed = listPlacedClaims(review, draft.id).map(({ claim, span }) => {
    const placement = { id: `${id}_${claim.id}`, claimId: claim.id, draftId: id, span };
    const rest = { status: 'unchanged', candidates: [], changes: [], resolved: true };
    return { table: 'placements' as const, id: placement.id, create: { ...placement, ...rest } };
  });
  return { draft: next, change: { edits: [{ table: 'drafts', id, create: row }, ...placed] } };
}

/** An article and how its review stood whenever a draft was about to be added, by the id of the draft before. */
class Article {
  readonly review: Review;
  readonly changes: Change[];
  readonly stood = new Map<string, { data: ReviewData; at: string }>();
  readonly drafts: Draft[];
  #context = createEditContext('e');

  constructor() {
    const { review, draft, change } = openSample();
    this.review = review;
    this.changes = [change];
    this.drafts = [draft];
  }

  get draft(): Draft {
    return this.drafts.at(-1) ?? openSample().draft;
  }

  run(event: Event): void {
    if (event === 'undo') this.#undo();
    else if (event === 'draft') {
      const { draft, change } = createDraftEdits(this.review, this.draft);
      const before = { data: reviewToData(this.review), at: this.#nextTime() };
      if (!this.#commit({ action: 'draft.import', ...change })) return;
      this.stood.set(this.draft.id, before);
      this.drafts.push(draft);
    } else {
      const step = toStep(this.review, this.draft, event, this.#context);
      if (step) this.#commit(step);
    }
  }

  #nextTime(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.changes.length * 60_000).toISOString();
  }

  #commit(change: Pick<Change, 'action' | 'edits'> & Partial<Change>): boolean {
    const applied = applyEdits(this.review, change.edits);
    if (!applied.ok && change.action === 'draft.import') throw new Error(applied.reason);
    if (!applied.ok) return false;
    const stamp = { id: `change-${this.changes.length}`, at: this.#nextTime(), by: 'Ada', undoes: null };
    this.changes.push({ ...stamp, ...change });
    return true;
  }

  #undo(): void {
    const last = this.changes.at(-1);
    if (!last || this.changes.length === 1 || last.action === 'undo') return;
    const stamp = { id: `change-${this.changes.length}`, at: this.#nextTime(), by: 'Ada' };
    if (this.#commit(invertChange(last, stamp)) && last.action === 'draft.import') {
      this.drafts.pop();
      this.stood.delete(this.draft.id);
    }
  }
}

describe('the past of an older draft', () => {
  test('is the review as it stood when the next draft was added, whatever happened since', () => {
    fc.assert(
      fc.property(events, (list) => {
        const article = new Article();
        for (const event of [...list, 'draft' as const]) article.run(event);
        for (const [index, { id }] of article.drafts.entries()) {
          const past = restorePastReview(article.review, article.changes, id);
          const stood = article.stood.get(id);
          expect(past?.at).toBe(stood?.at);
          if (!past || !stood) continue;
          const later = new Set(article.drafts.slice(index + 1).map((draft) => draft.id));
          expect(toPast(reviewToData(past.review), later)).toEqual(toPast(stood.data, new Set()));
          // The window lists and compares all drafts, with what became of the claims in them.
          const now = reviewToData(article.review);
          const all = reviewToData(past.review);
          expect(new Set(all.drafts)).toEqual(new Set(now.drafts));
          expect(all.article).toEqual(now.article);
          for (const placement of now.placements)
            if (later.has(placement.draftId)) expect(all.placements).toContainEqual(placement);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('changes nothing of the review as it is today', () => {
    const article = new Article();
    article.run('draft');
    article.run({ what: 2, pick: 0, other: 2, words: null });
    const before = structuredClone(reviewToData(article.review));
    restorePastReview(article.review, article.changes, article.drafts[0]?.id ?? '');
    expect(reviewToData(article.review)).toEqual(before);
  });

  test('is not known of the newest draft, of one that is not there, and behind a repair', () => {
    const article = new Article();
    article.run('draft');
    const [first, second] = article.drafts;
    const restore = (id: string) => restorePastReview(article.review, article.changes, id);
    expect(restore(second?.id ?? '')).toBeNull();
    expect(restore('elsewhere')).toBeNull();
    expect(restore(first?.id ?? '')).not.toBeNull();
    const repair = { standsFor: 'a'.repeat(64), continues: null };
    article.changes.push({
      id: 'repair',
      at: '2026-02-01T00:00:00.000Z',
      by: null,
      action: 'history.repair',
      edits: [],
      undoes: null,
      needs: 2,
      repair,
    });
    expect(restore(first?.id ?? '')).toBeNull();
  });
});
