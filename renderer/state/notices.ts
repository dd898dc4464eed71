import { create } from 'zustand';

/** What a problem is about, so that it goes when that was tried again, put right or given up. */
export type Cause =
  | ('article' | 'attaching' | 'copying' | 'draft' | 'export' | 'files' | 'form' | 'import')
  | ('library' | 'newText' | 'opening' | 'pastDrafts' | 'printing')
  | ('records' | 'saving' | 'settings' | 'step');

/** How long something that was done stays, in milliseconds; a problem is shown at least as long. */
const shownFor = 7_000;

export interface NoticeAction {
  label: string;
  run: () => void;
}

export interface Notice {
  id: number;
  message: string;
  /** Ways to act on it, each with the words of its button. */
  actions: readonly NoticeAction[];
  /** For what went wrong: stays until it is closed, or its cause is gone. */
  isProblem: boolean;
  cause: Cause | null;
  /** The article that was on the screen; null for the library. */
  articleId: string | null;
  /** By `Date.now()`. */
  addedAt: number;
}

interface Notices {
  shown: readonly Notice[];
}

export const useNotices = create<Notices>()(() => ({ shown: [] }));

let count = 0;
let articleOnScreen: string | null = null;

function keep(stays: (notice: Notice) => boolean): void {
  const { shown } = useNotices.getState();
  const kept = shown.filter(stays);
  if (kept.length < shown.length) useNotices.setState({ shown: kept });
}

/** How often a message that is overdue is looked at, in milliseconds, while someone reads or is about to use it. */
const lookAgainMs = 1_000;

let isInUse = () => false;

/** Messages stay as long as this says that the focus or the pointer is among them. */
export function keepNoticesWhile(isUsed: () => boolean): void {
  isInUse = isUsed;
}

function dismissLater(id: number, milliseconds: number): void {
  setTimeout(() => (isInUse() ? dismissLater(id, lookAgainMs) : dismissNotice(id)), milliseconds);
}

function add(notice: Pick<Notice, 'message' | 'actions' | 'isProblem' | 'cause'>): void {
  count += 1;
  const added = { id: count, articleId: articleOnScreen, addedAt: Date.now(), ...notice };
  useNotices.setState(({ shown }) => ({
    // What was done last replaces what was done before; of what went wrong, the same is said once.
    shown: [...shown.filter(({ message, isProblem }) => isProblem && message !== notice.message), added],
  }));
  if (!notice.isProblem) dismissLater(added.id, shownFor);
}

/** Takes away what was mentioned of something that is no longer on the screen. */
export function forgetMentions(): void {
  // One that is in use goes when its own time is over and it is left.
  if (!isInUse()) keep(({ isProblem }) => isProblem);
}

/**
 * Another article is on the screen, or with null the library: what was said of the one before goes, and over an article what
 * went wrong in the list of articles. What was damaged or could not be read stays.
 */
export function showNoticesOf(articleId: string | null): void {
  articleOnScreen = articleId;
  keep(
    (notice) =>
      notice.articleId === articleId ||
      (notice.articleId === null && (notice.cause !== 'library' || articleId === null)),
  );
}

/** Takes away problems whose cause is gone. One that was said just now may not have been read, and stays a moment. */
export function forgetProblems(cause: Cause): void {
  for (const notice of useNotices.getState().shown)
    if (notice.cause === cause) dismissLater(notice.id, notice.addedAt + shownFor - Date.now());
}

/** Takes away problems at once: what they are about was put right, so that they would tell what is not so. */
export function settleProblems(cause: Cause): void {
  keep((notice) => notice.cause !== cause);
}

/** Something went wrong: what happened, what was kept, what to do. */
export function say(message: string, cause: Cause | null = null): void {
  add({ message, actions: [], isProblem: true, cause });
}

/** Something was done; goes away by itself. */
export function mention(message: string, ...actions: NoticeAction[]): void {
  add({ message, actions, isProblem: false, cause: null });
}

export function dismissNotice(id: number): void {
  keep((notice) => notice.id !== id);
}
