import { create } from 'zustand';

/** The subject of an error. The error is cleared when the action was tried again, succeeded or was given up. */
export type ErrorTopic =
  | ('article' | 'attaching' | 'backups' | 'check' | 'copying' | 'draft')
  | ('files' | 'form' | 'import')
  | ('library' | 'newText' | 'opening' | 'overview' | 'pastDrafts' | 'report')
  /** `refusedFiles` stay when another file is opened. */
  | ('records' | 'refusedFiles' | 'saving' | 'settings' | 'step');

/** How long a notice that is no error stays, in milliseconds. An error stays at least as long. */
const noticeDurationMs = 7_000;

/** How soon an overdue notice is checked again while it is in use, in milliseconds. */
const inUseRetryMs = 1_000;

export interface NoticeAction {
  /** The text of the button. */
  label: string;
  run: () => void;
}

/** A short message at the foot of the window (a toast). */
export interface Notice {
  id: number;
  message: string;
  actions: readonly NoticeAction[];
  /** An error stays until it is closed or its topic is cleared. */
  isError: boolean;
  topic: ErrorTopic | null;
  /** The article that was on the screen; null for the library. */
  articleId: string | null;
  /** By `Date.now()`. */
  addedAt: number;
}

interface Notices {
  notices: readonly Notice[];
}

/** The notices on the screen, the oldest first. */
export const useNotices = create<Notices>()(() => ({ notices: [] }));

let lastId = 0;
let articleOnScreen: string | null = null;
let areInUse = () => false;

/** Shows that something went wrong: what happened, what was kept, and what to do. */
export function showError(message: string, topic: ErrorTopic | null = null): void {
  add({ message, actions: [], isError: true, topic });
}

/** Shows that something was done. The notice goes away after a few seconds. */
export function showNotice(message: string, ...actions: NoticeAction[]): void {
  add({ message, actions, isError: false, topic: null });
}

export function dismissNotice(id: number): void {
  keepOnly((notice) => notice.id !== id);
}

/** Removes errors at once, because they are no longer true. */
export function clearErrors(topic: ErrorTopic): void {
  keepOnly((notice) => notice.topic !== topic);
}

/** Removes errors that no longer matter. A recent one stays until there was time to read it. */
export function expireErrors(topic: ErrorTopic): void {
  for (const notice of useNotices.getState().notices)
    if (notice.topic === topic) dismissLater(notice.id, notice.addedAt + noticeDurationMs - Date.now());
}

/** Removes the notices that are no errors, because they are about an earlier state of the screen. */
export function clearNotices(): void {
  // A notice in use goes later, when its own time is over and nobody uses it. One that offers something goes at once: its Undo
  // would undo another step than the one it names.
  keepOnly(({ isError, actions }) => isError || (areInUse() && actions.length === 0));
}

/**
 * Another article is on the screen, or with null the library. Notices about other articles go, and so do errors of the
 * library once an article is open. Errors about damaged or unreadable files stay.
 */
export function showNoticesFor(articleId: string | null): void {
  articleOnScreen = articleId;
  keepOnly(
    (notice) =>
      notice.articleId === articleId ||
      notice.topic === 'refusedFiles' ||
      (notice.articleId === null && (notice.topic !== 'library' || articleId === null)),
  );
}

/** Notices stay while `isUsed` says that the focus or the pointer is among them. */
export function keepNoticesWhile(isUsed: () => boolean): void {
  areInUse = isUsed;
}

function add(notice: Pick<Notice, 'message' | 'actions' | 'isError' | 'topic'>): void {
  lastId += 1;
  const added = { id: lastId, articleId: articleOnScreen, addedAt: Date.now(), ...notice };
  useNotices.setState(({ notices: shown }) => ({
    // A new notice replaces the one before; the same error is not shown twice.
    notices: [...shown.filter(({ message, isError }) => isError && message !== notice.message), added],
  }));
  if (!notice.isError) dismissLater(added.id, noticeDurationMs);
}

function keepOnly(isKept: (notice: Notice) => boolean): void {
  const { notices: shown } = useNotices.getState();
  const kept = shown.filter(isKept);
  if (kept.length < shown.length) useNotices.setState({ notices: kept });
}

function dismissLater(id: number, delayMs: number): void {
  setTimeout(() => (areInUse() ? dismissLater(id, inUseRetryMs) : dismissNotice(id)), delayMs);
}
