import type { Output } from '#shared/contract/commands/commands.ts';
import { success } from '#shared/contract/result.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { summarizeStep } from '#shared/domain/history/step-summary.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { type Edit, invertEdits, type ProposedChange } from '#shared/domain/review/change.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';
import { createEmptyReview, getArticle, type Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { defaultPreferences } from '#shared/domain/settings/settings.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { type SeededCheck, toProposal } from '#tests/e2e/support/articles/seeded-check.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { fakeMain } from './main.ts';

/** Answers of commands that a test gives itself. */
export type Answers = Record<string, (input: never) => unknown>;

export interface MemoryMain {
  articleId: string;
  /** The review as it would be on the disk. */
  review: Review;
  draft: Draft;
  /** The changes that the window made, oldest first, without those that were undone. */
  changes: readonly ProposedChange[];
  /** The names of the commands that the window called. */
  calls: readonly string[];
}

const now = '2026-11-21T10:52:00.000Z';

/** Answers the window's commands until the end of the test, as main would with one article in its library, and without a disk. */
export function startMemoryMain(check: SeededCheck, answers: Answers = {}): MemoryMain {
  const articleId = 'article';
  // The ids of findings are kept for a draft of the same id, so each test has its own.
  const context = createEditContext(`m${crypto.randomUUID().slice(0, 8)}-`);
  const { draft, change } = openArticle(toProposal(check), articleId, 'a'.repeat(64), context);
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  const done: ProposedChange[] = [];
  const undone: ProposedChange[] = [];
  const calls: string[] = [];
  let preferences = { ...defaultPreferences, reviewer: 'Ada' };

  const apply = (edits: Edit[]) => applyOrThrow(review, edits);
  const undoState = () => {
    const [last, next] = [done.at(-1), undone.at(-1)];
    return {
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
      nextUndo: last ? summarizeStep(last, review) : null,
      nextRedo: next ? summarizeStep(next, review) : null,
    };
  };
  const takeBack = (from: ProposedChange[], to: ProposedChange[], toEdits: (edits: Edit[]) => Edit[]) => {
    const last = from.pop();
    if (!last) throw new Error('there is nothing to take back');
    const edits = toEdits(last.edits);
    apply(edits);
    to.push(last);
    const made = { id: context.newId(), at: now, by: 'Ada', action: last.action, edits, undoes: last.id };
    return { change: made, recutSentences: [], ...undoState() };
  };
  const entry = (): LibraryEntry => {
    const { title, byline, deadline, createdAt } = getArticle(review);
    return {
      id: articleId,
      title,
      byline,
      deadline,
      createdAt,
      editedAt: now,
      binnedAt: null,
      draft: draft.number,
      file: null,
      copyOf: null,
      reading: null,
      words: 60,
      progress: countByStatus([]),
    };
  };

  const own: Answers = {
    'location.get': () => ({ state: 'open', folder: '/library' }),
    'library.access': () => ({ kind: 'writable' }),
    'library.list': (): Output<'library.list'> => ({ articles: [entry()], problems: [] }),
    'library.countReading': () => null,
    'library.sources': () => [],
    'settings.get': () => preferences,
    'settings.change': (part: Partial<typeof preferences>) => {
      preferences = { ...preferences, ...part };
      return preferences;
    },
    'review.open': (): Output<'review.open'> => ({
      review: copyReview(review),
      draft,
      readOnly: false,
      problems: [],
      ...undoState(),
    }),
    'review.apply': ({ change }: { change: ProposedChange }) => {
      if (!applyEdits(review, change.edits).ok) throw new Error('a change does not fit');
      done.push(change);
      undone.length = 0;
      return { at: now, by: 'Ada', ...undoState() };
    },
    'review.undo': () => takeBack(done, undone, invertEdits),
    'review.redo': () => takeBack(undone, done, (edits) => edits),
    'review.history': () => [],
    'review.lastChanges': () => [],
    'review.close': () => null,
    ...answers,
  };
  fakeMain(async (name, input) => {
    calls.push(name);
    const answer = own[name];
    // A command that nobody expects is never answered.
    if (!answer) return new Promise(() => {});
    return success(await answer(input as never));
  });
  return { articleId, review, draft, changes: done, calls };
}
