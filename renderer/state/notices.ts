import { create } from 'zustand';

export interface Notice {
  id: number;
  message: string;
  /** A way to act on it, with the words of its button. */
  action: { label: string; run: () => void } | null;
  /** Stays until it is closed: for what went wrong. */
  sticky: boolean;
}

interface Notices {
  shown: Notice[];
}

export const useNotices = create<Notices>()(() => ({ shown: [] }));

let count = 0;

function add(notice: Omit<Notice, 'id'>): void {
  count += 1;
  const added = { id: count, ...notice };
  useNotices.setState(({ shown }) => ({
    // What was done last replaces what was done before; of what went wrong, the same is said once.
    shown: [...shown.filter(({ message, sticky }) => sticky && message !== notice.message), added],
  }));
}

/** Takes away what was mentioned of something that is no longer on the screen. */
export function forgetMentions(): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter(({ sticky }) => sticky) }));
}

/** Something went wrong: what happened, what was kept, what to do. */
export function say(message: string): void {
  add({ message, action: null, sticky: true });
}

/** Something was done; goes away by itself. */
export function mention(message: string, action: Notice['action'] = null): void {
  add({ message, action, sticky: false });
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) }));
}
