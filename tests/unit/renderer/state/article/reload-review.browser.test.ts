import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenToMain } from '../../../../../renderer/app/listen-to-main';
import { currentSession, useOpenReview } from '../../../../../renderer/state/article/open-review';
import { leaveArticle, showArticle } from '../../../../../renderer/state/article/show-article';
import { countWaitingEdits } from '../../../../../renderer/state/article/waiting-edits';
import { closeDialog } from '../../../../../renderer/state/dialogs';
import { useNotices } from '../../../../../renderer/state/notices';
import { saveEdits } from '../../../../../renderer/state/typing/save-edits';
import { editClaim } from '../../../../../shared/domain/claims/claim-edits';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import type { Draft } from '../../../../../shared/domain/draft/draft';
import { applyEdits } from '../../../../../shared/domain/history/apply-edits';
import { invertEdits, proposedChangeSchema } from '../../../../../shared/domain/history/change';
import type { Step } from '../../../../../shared/domain/history/step';
import type { Review } from '../../../../../shared/domain/review/review';
import { copyReview } from '../../../../../shared/domain/review/review-copy';
import type { Verdict } from '../../../../../shared/domain/verdict';
import { applyOrThrow, createEditContext } from '../../../shared/reviews';
import { fakeMain } from '../../support/main';
import { importReview, markWords, openSession } from '../../support/open-session';

const mine = createEditContext('m', 'Ada');
const theirs = createEditContext('t', 'Bo');

/** Main's copy of the article, with what it acknowledged. */
let stored: Review;
let draft: Draft;
let claimIds: string[];
let acknowledged: string[];
/** The changes that another process wrote, which main finds with the next one of this window. */
let foreign: Step[];
let isDiskFull: boolean;
/** Whether main found the article's history damaged and asks how to repair it. */
let isDamaged: boolean;
/** The promises that main waits for before it answers, by command. */
let whenToAnswer: Partial<Record<string, Promise<void>>>;
/** The steps that main undoes next, the last one first. */
let undoable: Step[];
/** The commands that main was sent. */
let asked: string[];
let emit: (event: unknown) => void;

beforeEach(async () => {
  const imported = importReview('Ferries carried 12 million people. Two in three were late. One sank.');
  draft = imported.draft;
  const marking = openSession(imported.review, draft);
  claimIds = ['12 million', 'Two in three', 'One sank'].map((words) =>
    markWords(marking, words, imported.facts),
  );
  stored = marking.review;
  acknowledged = [];
  foreign = [];
  isDiskFull = false;
  isDamaged = false;
  whenToAnswer = {};
  undoable = [];
  asked = [];
  fakeMain(async (name, input) => {
    asked.push(name);
    await whenToAnswer[name];
    if (name === 'review.open') return { ok: true, value: openStored() };
    if (name === 'review.undo') return undoStored();
    if (name !== 'review.apply') return { ok: true, value: null };
    return applyToStored(input);
  });
  Object.assign(window.stet, {
    listen: (listener: (event: unknown) => void) => {
      emit = listener;
      return () => undefined;
    },
  });
  listenToMain();
  useNotices.setState({ notices: [] });
  await showArticle('article');
});

afterEach(() => {
  useOpenReview.setState({ session: null });
  // A damaged article opens the dialog that asks about it, and commands of the menu wait while one is open.
  closeDialog();
});

function openStored() {
  return {
    ...{ review: copyReview(stored), draft, problems: [], repair: isDamaged ? repairQuestion : null },
    ...{ readOnly: isDamaged, canUndo: true, canRedo: false },
  };
}

const repairQuestion = {
  damage: 'A change is damaged.',
  choices: [{ id: 'fromBackup', label: 'From the backup', keeps: 'All.', loses: 'Nothing.' }],
};

function undoStored() {
  const undone = undoable.pop();
  if (!undone) return { ok: false, error: { code: 'nothing', message: 'There is nothing to undo.' } };
  const edits = invertEdits(undone.edits);
  applyOrThrow(stored, edits);
  const change = { id: 'undo', at: mine.at, by: 'Ada', action: 'undo', edits, undoes: 'one' };
  return { ok: true, value: { change, recutSentences: [], canUndo: false, canRedo: true } };
}

/** Holds main's answers to a command until the returned function is called. */
function holdAnswers(name: string): () => void {
  let answer = () => {};
  whenToAnswer[name] = new Promise((resolve) => {
    answer = resolve;
  });
  return answer;
}

function emitChanged() {
  emit({ type: 'reviewChanged', articleId: 'article', message: null });
}

/** Answers as main does: what others wrote is added first, and the window hears of it before its change is acknowledged. */
async function applyToStored(input: unknown) {
  const change = proposedChangeSchema.parse(Reflect.get(Object(input), 'change'));
  if (isDiskFull) return { ok: false, error: { code: 'notSaved', message: 'The disk is full.' } };
  if (foreign.length > 0) {
    for (const { edits } of foreign.splice(0)) applyOrThrow(stored, edits);
    emit({
      type: 'reviewChanged',
      articleId: 'article',
      message: 'A change that was made elsewhere was added.',
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const isKnown = acknowledged.includes(change.id);
  if (!isKnown && !applyEdits(stored, change.edits).ok)
    return { ok: false, error: { code: 'conflict', message: 'It does not fit.' } };
  acknowledged.push(change.id);
  return { ok: true, value: { at: mine.at, by: 'Ada', canUndo: true, canRedo: false } };
}

function judge(at: number, verdict: Verdict, by = mine): Step {
  const { review } = by === mine ? getSession() : { review: stored };
  const claim = review.claims.get(claimIds[at] ?? '');
  const step = claim ? setVerdict(review, draft, claim, verdict, by) : null;
  if (!step) throw new Error('nothing would change');
  return step;
}

function getSession() {
  const session = currentSession();
  if (!session) throw new Error('no article is open');
  return session;
}

const shownVerdicts = () => claimIds.map((id) => getSession().review.claims.get(id)?.verdict);
const storedVerdicts = () => claimIds.map((id) => stored.claims.get(id)?.verdict);
const messages = () => useNotices.getState().notices.map(({ message }) => message);

it('changes made elsewhere are shown although edits were waiting when they were added, and those edits are saved', async () => {
  isDiskFull = true;
  getSession().apply(judge(0, 'verified'));
  getSession().apply(judge(2, 'unverifiable'));
  expect(await saveEdits(getSession())).toBe(false);
  foreign = [judge(1, 'disputed', theirs)];
  isDiskFull = false;
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
  isDiskFull = true;
  const step = judge(0, 'verified');
  getSession().apply(step);
  getSession().apply(judge(2, 'disputed'));
  expect(await saveEdits(getSession())).toBe(false);
  applyOrThrow(stored, step.edits);
  emit({ type: 'reviewChanged', articleId: 'article', message: 'Added.' });
  await expect.poll(messages).toEqual(['Added.']);
  expect(shownVerdicts()).toEqual(['verified', 'unchecked', 'disputed']);
  expect(getSession().unsavedCount()).toBe(2);
});

it('only edits that do not fit are lost, and are named with their words', async () => {
  isDiskFull = true;
  getSession().apply(judge(0, 'verified'));
  getSession().apply(judge(1, 'disputed'));
  const third = getSession().review.claims.get(claimIds[2] ?? '');
  getSession().apply(third ? editClaim(third, { note: 'ask the harbour' }) : null);
  expect(await saveEdits(getSession())).toBe(false);
  foreign = [judge(0, 'unverifiable', theirs)];
  isDiskFull = false;
  getSession().retrySaving();
  await expect.poll(storedVerdicts).toEqual(['unverifiable', 'disputed', 'unchecked']);
  await expect.poll(() => stored.claims.get(claimIds[2] ?? '')?.note).toBe('ask the harbour');
  await expect.poll(shownVerdicts).toEqual(['unverifiable', 'disputed', 'unchecked']);
  await expect.poll(() => messages().join()).toContain('“Verified” for “12 million”');
  expect(messages().join()).toContain('One edit did not fit');
  expect(messages().join()).not.toContain('ask the harbour');
});

it('an edit after an undo that was pressed while the article is loaded again is not lost', async () => {
  const answerOpen = holdAnswers('review.open');
  emitChanged();
  await expect.poll(() => asked.at(-1)).toBe('review.open');
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
  expect(asked).toContain('review.undo');
});

it('edits during an undo count as unsaved and are waited for', async () => {
  const answerUndo = holdAnswers('review.undo');
  const undone = getSession().undo();
  await expect.poll(() => asked.at(-1)).toBe('review.undo');
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
  await expect.poll(() => asked.at(-1)).toBe('review.undo');
  emitChanged();
  await expect.poll(() => asked.at(-1)).toBe('review.undo');
  useOpenReview.setState({ session: null });
  answerUndo();
  await undone;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(currentSession()).toBe(null);
  expect(asked.at(-1)).toBe('review.undo');
});

it('edits wait while the article can only be read, and are saved once it was repaired', async () => {
  isDiskFull = true;
  getSession().apply(judge(0, 'verified'));
  getSession().apply(judge(2, 'disputed'));
  expect(await saveEdits(getSession())).toBe(false);
  isDamaged = true;
  emitChanged();
  await expect.poll(() => getSession().readOnly).toBe(true);
  expect(messages()).toEqual([
    'The article can’t be edited until it is repaired. 2 edits wait here and are saved then.',
  ]);
  expect(countWaitingEdits()).toBe(2);
  isDiskFull = false;
  isDamaged = false;
  await leaveArticle();
  await showArticle('article');
  expect(await saveEdits(getSession())).toBe(true);
  expect(storedVerdicts()).toEqual(['verified', 'unchecked', 'disputed']);
  expect(countWaitingEdits()).toBe(0);
});

it('nothing is said to be lost when an undo that main saved does not fit what is shown', async () => {
  const step = judge(0, 'verified');
  applyOrThrow(stored, step.edits);
  undoable = [step];
  applyOrThrow(stored, judge(1, 'disputed', theirs).edits);
  const before = getSession();
  expect((await before.undo()).ok).toBe(true);
  await expect.poll(() => currentSession() === before).toBe(false);
  expect(shownVerdicts()).toEqual(['unchecked', 'disputed', 'unchecked']);
  expect(messages()).toEqual([]);
});
