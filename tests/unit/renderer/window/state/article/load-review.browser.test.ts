import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaveArticle, showArticle } from '#renderer/window/state/article/show-article.ts';
import { countWaitingEdits } from '#renderer/window/state/review/open-review.ts';
import { saveEdits } from '#renderer/window/state/review/typing.ts';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import { applyOrThrow } from '#tests/unit/shared/reviews.ts';
import {
  closeStoredArticle,
  emitChanged,
  getSession,
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

it('changes made elsewhere are shown although edits were waiting when they were added, and those edits are saved', async () => {
  main.isDiskFull = true;
  getSession().apply(judge(0, 'verified'));
  getSession().apply(judge(2, 'unverifiable'));
  expect(await saveEdits(getSession())).toBe(false);
  main.foreign = [judge(1, 'disputed', theirs)];
  main.isDiskFull = false;
  getSession().retrySaving();
  const expected = ['verified', 'disputed', 'unverifiable'];
  await expect.poll(storedVerdicts).toEqual(expected);
  await expect.poll(shownVerdicts).toEqual(expected);
  expect(await saveEdits(getSession())).toBe(true);
  getSession().apply(judge(1, 'verified'));
  expect(await saveEdits(getSession())).toBe(true);
  expect(storedVerdicts()[1]).toBe('verified');
  expect(messages()).toEqual(['A change that was made elsewhere was added.']);
});

it('an edit that main may have stored already, and found again, is not lost when the article is loaded again', async () => {
  main.isDiskFull = true;
  const step = judge(0, 'verified');
  getSession().apply(step);
  getSession().apply(judge(2, 'disputed'));
  expect(await saveEdits(getSession())).toBe(false);
  applyOrThrow(main.stored, step.edits);
  main.emit({ type: 'reviewChanged', articleId: 'article', message: 'Added.' });
  await expect.poll(messages).toEqual(['Added.']);
  expect(shownVerdicts()).toEqual(['verified', 'unchecked', 'disputed']);
  expect(getSession().unsavedCount()).toBe(2);
});

it('only edits that do not fit are lost, and are named with their words', async () => {
  main.isDiskFull = true;
  getSession().apply(judge(0, 'verified'));
  getSession().apply(judge(1, 'disputed'));
  const third = getSession().review.claims.get(main.claimIds[2] ?? '');
  getSession().apply(third ? editClaim(third, { note: 'ask the harbour' }) : null);
  expect(await saveEdits(getSession())).toBe(false);
  main.foreign = [judge(0, 'unverifiable', theirs)];
  main.isDiskFull = false;
  getSession().retrySaving();
  await expect.poll(storedVerdicts).toEqual(['unverifiable', 'disputed', 'unchecked']);
  await expect.poll(() => main.stored.claims.get(main.claimIds[2] ?? '')?.note).toBe('ask the harbour');
  await expect.poll(shownVerdicts).toEqual(['unverifiable', 'disputed', 'unchecked']);
  await expect.poll(() => messages().join()).toContain('“Verified” for “12 million”');
  expect(messages().join()).toContain('One edit did not fit');
  expect(messages().join()).not.toContain('ask the harbour');
});

it('edits wait while the article can only be read, and are saved once it can be edited', async () => {
  main.isDiskFull = true;
  getSession().apply(judge(0, 'verified'));
  getSession().apply(judge(2, 'disputed'));
  expect(await saveEdits(getSession())).toBe(false);
  main.isReadOnly = true;
  emitChanged();
  await expect.poll(() => getSession().readOnly).toBe(true);
  expect(messages()).toEqual([
    'The article can’t be edited now. 2 edits wait here and are saved once it can be edited and is opened again.',
  ]);
  expect(countWaitingEdits()).toBe(2);
  main.isDiskFull = false;
  main.isReadOnly = false;
  await leaveArticle();
  await showArticle('article');
  expect(await saveEdits(getSession())).toBe(true);
  expect(storedVerdicts()).toEqual(['verified', 'unchecked', 'disputed']);
  expect(countWaitingEdits()).toBe(0);
});

it('an article that changes while it is being opened is loaded again once it is shown', async () => {
  closeStoredArticle();
  main.asked.length = 0;
  let answer = () => {};
  main.whenToAnswer['review.open'] = new Promise((resolve) => {
    answer = resolve;
  });
  const shown = showArticle('article');
  await expect.poll(() => main.asked).toEqual(['review.open']);
  main.emit({ type: 'reviewChanged', articleId: 'article', message: null });
  answer();
  expect(await shown).toBe(true);
  await expect.poll(() => main.asked.filter((name) => name === 'review.open')).toHaveLength(2);
});
