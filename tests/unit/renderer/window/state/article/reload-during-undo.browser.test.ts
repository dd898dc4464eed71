import { afterEach, beforeEach, expect, it } from 'vitest';
import { currentSession, useOpenReview } from '#renderer/window/state/review/open-review.ts';
import { saveEdits } from '#renderer/window/state/review/typing.ts';
import { applyOrThrow } from '#tests/unit/shared/reviews.ts';
import {
  closeStoredArticle,
  emitChanged,
  getSession,
  holdAnswers,
  judge,
  main,
  messages,
  openStoredArticle,
  shownVerdicts,
  storedVerdicts,
  theirs,
} from './stored-article.ts';

beforeEach(openStoredArticle);
afterEach(closeStoredArticle);

it('an edit after an undo that was pressed while the article is loaded again is not lost', async () => {
  const answerOpen = holdAnswers('review.open');
  emitChanged();
  await expect.poll(() => main.asked).toEqual(['review.open', 'review.open']);
  const undone = getSession().undo();
  getSession().apply(judge(0, 'verified'));
  expect(await undone).toMatchObject({ ok: false, error: { code: 'notSaved' } });
  getSession().apply(judge(1, 'disputed'));
  const before = getSession();
  answerOpen();
  await expect.poll(() => currentSession() === before).toBe(false);
  expect(shownVerdicts()).toEqual(['verified', 'disputed', 'unchecked']);
  expect(await saveEdits(getSession())).toBe(true);
  expect(storedVerdicts()).toEqual(['verified', 'disputed', 'unchecked']);
  expect((await getSession().undo()).ok).toBe(false);
  expect(main.asked).toContain('review.undo');
});

it('edits during an undo count as unsaved and are waited for', async () => {
  const answerUndo = holdAnswers('review.undo');
  const undone = getSession().undo();
  await expect.poll(() => main.asked.at(-1)).toBe('review.undo');
  getSession().apply(judge(0, 'verified'));
  expect(getSession().unsavedCount()).toBe(1);
  let isSaved: boolean | null = null;
  const saving = saveEdits(getSession()).then((answer) => {
    isSaved = answer;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSaved).toBe(null);
  answerUndo();
  await undone;
  await saving;
  expect(isSaved).toBe(true);
  expect(storedVerdicts()[0]).toBe('verified');
});

it('an article that was left while it was about to be loaded again stays left', async () => {
  const left = getSession();
  const answerUndo = holdAnswers('review.undo');
  const undone = left.undo();
  await expect.poll(() => main.asked.at(-1)).toBe('review.undo');
  emitChanged();
  await expect.poll(() => main.asked.at(-1)).toBe('review.undo');
  useOpenReview.setState({ session: null });
  answerUndo();
  await undone;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(currentSession()).toBe(null);
  expect(main.asked.at(-1)).toBe('review.undo');
});

it('nothing is said to be lost when an undo that main saved does not fit what is shown', async () => {
  const step = judge(0, 'verified');
  applyOrThrow(main.stored, step.edits);
  main.undoable = [step];
  applyOrThrow(main.stored, judge(1, 'disputed', theirs).edits);
  const before = getSession();
  expect((await before.undo()).ok).toBe(true);
  await expect.poll(() => currentSession() === before).toBe(false);
  expect(shownVerdicts()).toEqual(['unchecked', 'disputed', 'unchecked']);
  expect(messages()).toEqual([]);
});
