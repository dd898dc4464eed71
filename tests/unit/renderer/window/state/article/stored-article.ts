import { listenToMain } from '#renderer/window/app/listen-to-main.ts';
import { showArticle } from '#renderer/window/state/article/show-article.ts';
import { useNotices } from '#renderer/window/state/base/notices.ts';
import { currentSession, useOpenReview } from '#renderer/window/state/review/open-review.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { invertEdits, proposedChangeSchema } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { importReview, markWords, openSession } from '#tests/unit/renderer/support/open-session.tsx';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

export const mine = createEditContext('m', 'Ada');
export const theirs = createEditContext('t', 'Bo');

/** A main process with one open article. */
interface FakeMain {
  /** Main's copy of the article, with what it acknowledged. */
  stored: Review;
  draft: Draft;
  claimIds: string[];
  acknowledged: string[];
  /** The changes that another process wrote, which main finds with the next one of this window. */
  foreign: Step[];
  isDiskFull: boolean;
  /** Whether the article can only be read, as when a text of it is lost. */
  isReadOnly: boolean;
  /** The promises that main waits for before it answers, by command. */
  whenToAnswer: Partial<Record<string, Promise<void>>>;
  /** The steps that main undoes next, the last one first. */
  undoable: Step[];
  /** The commands that main was sent. */
  asked: string[];
  emit: (event: unknown) => void;
}

/** The main process of the test that runs. */
export let main: FakeMain;

/** Opens an article with three claims in a window whose main process is a fake. */
export async function openStoredArticle(): Promise<void> {
  const { review, draft, facts } = importReview(
    'Ferries carried 12 million people. Two in three were late. One sank.',
  );
  const marking = openSession(review, draft);
  const claimIds = ['12 million', 'Two in three', 'One sank'].map((words) =>
    markWords(marking, words, facts),
  );
  main = {
    stored: marking.review,
    draft,
    claimIds,
    acknowledged: [],
    foreign: [],
    isDiskFull: false,
    isReadOnly: false,
    whenToAnswer: {},
    undoable: [],
    asked: [],
    emit: () => {},
  };
  fakeMain(async (name, input) => {
    main.asked.push(name);
    await main.whenToAnswer[name];
    if (name === 'review.open') return { ok: true, value: openStored() };
    if (name === 'review.undo') return undoStored();
    if (name !== 'review.apply') return { ok: true, value: null };
    return applyToStored(input);
  });
  Object.assign(window.stet, {
    listen: (listener: (event: unknown) => void) => {
      main.emit = listener;
      return () => undefined;
    },
  });
  listenToMain();
  useNotices.setState({ notices: [] });
  await showArticle('article');
}

/** Closes the article. An edit that was refused would be sent again during the next test. */
export function closeStoredArticle(): void {
  void currentSession()?.stopSaving();
  useOpenReview.setState({ session: null });
}

function openStored() {
  return {
    review: copyReview(main.stored),
    draft: main.draft,
    problems: [],
    readOnly: main.isReadOnly,
    canUndo: true,
    canRedo: false,
    nextUndo: null,
    nextRedo: null,
  };
}

function undoStored() {
  const undone = main.undoable.pop();
  if (!undone) return { ok: false, error: { code: 'nothing', message: 'There is nothing to undo.' } };
  const edits = invertEdits(undone.edits);
  applyOrThrow(main.stored, edits);
  const change = { id: 'undo', at: mine.at, by: 'Ada', action: 'undo', edits, undoes: 'one' };
  return {
    ok: true,
    value: { change, recutSentences: [], canUndo: false, canRedo: true, nextUndo: null, nextRedo: null },
  };
}

/** Holds main's answers to a command until the returned function is called. */
export function holdAnswers(name: string): () => void {
  let answer = () => {};
  main.whenToAnswer[name] = new Promise((resolve) => {
    answer = resolve;
  });
  return answer;
}

export function emitChanged() {
  main.emit({ type: 'reviewChanged', articleId: 'article', message: null });
}

/** Answers as main does: what others wrote is added first, and the window hears of it before its change is acknowledged. */
async function applyToStored(input: unknown) {
  const change = proposedChangeSchema.parse(Reflect.get(Object(input), 'change'));
  if (main.isDiskFull) return { ok: false, error: { code: 'notSaved', message: 'The disk is full.' } };
  if (main.foreign.length > 0) {
    for (const { edits } of main.foreign.splice(0)) applyOrThrow(main.stored, edits);
    main.emit({
      type: 'reviewChanged',
      articleId: 'article',
      message: 'A change that was made elsewhere was added.',
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const isKnown = main.acknowledged.includes(change.id);
  if (!isKnown && !applyEdits(main.stored, change.edits).ok)
    return { ok: false, error: { code: 'conflict', message: 'It does not fit.' } };
  main.acknowledged.push(change.id);
  return {
    ok: true,
    value: { at: mine.at, by: 'Ada', canUndo: true, canRedo: false, nextUndo: null, nextRedo: null },
  };
}

export function judge(at: number, verdict: Verdict, by = mine): Step {
  const { review } = by === mine ? getSession() : { review: main.stored };
  const claim = review.claims.get(main.claimIds[at] ?? '');
  const step = claim ? setVerdict(review, main.draft, claim, verdict, by) : null;
  if (!step) throw new Error('nothing would change');
  return step;
}

export function getSession() {
  const session = currentSession();
  if (!session) throw new Error('no article is open');
  return session;
}

export const shownVerdicts = () => main.claimIds.map((id) => getSession().review.claims.get(id)?.verdict);
export const storedVerdicts = () => main.claimIds.map((id) => main.stored.claims.get(id)?.verdict);
export const messages = () => useNotices.getState().notices.map(({ message }) => message);
