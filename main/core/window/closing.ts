import { isNothing, type Unfinished } from './closing-messages';

/** What closing the window needs from the outside. */
interface ClosingEffects {
  /** Whether there is a page that could answer. */
  pageAnswers(): boolean;
  /** Tells the page that the window is about to close. */
  tellPage(): void;
  /** Asks the reviewer; `unfinished` is null when the page did not answer. Whether to close all the same. */
  confirm(unfinished: Unfinished | null): Promise<boolean>;
  /** Writes what is open; resolves when the window may go. */
  flush(): Promise<void>;
  /** Takes the window away for good. */
  destroy(): void;
  /** Calls back after so many milliseconds; returns the function that cancels it. */
  later(milliseconds: number, task: () => void): () => void;
}

export interface Closing {
  /** Somebody wants the window closed. It never goes at once: `destroy` is called when it may. */
  requested(): void;
  /** The page's answer. */
  answered(unfinished: Unfinished): void;
  /** The page is gone and can't answer any more. */
  pageGone(): void;
}

/** There is nothing to wait for once the page is gone. */
const nothing: Unfinished = { unsaved: 0, tasks: [], waiting: 0 };

/** How long the page may take to answer, in milliseconds. */
const patience = 5_000;

/**
 * The talk before the window closes: the page saves what is being typed and says what is not saved or not done yet; only when
 * that is not nothing, or no answer comes, is the reviewer asked.
 */
export function createClosing(effects: ClosingEffects): Closing {
  let state: 'open' | 'waiting' | 'deciding' | 'gone' = 'open';
  let callOff = () => {};

  const finish = async () => {
    state = 'gone';
    await effects.flush();
    effects.destroy();
  };

  const decide = async (unfinished: Unfinished | null) => {
    if (state !== 'waiting') return;
    state = 'deciding';
    callOff();
    if ((unfinished && isNothing(unfinished)) || (await effects.confirm(unfinished))) await finish();
    else state = 'open';
  };

  return {
    requested() {
      if (state !== 'open') return;
      state = 'waiting';
      if (!effects.pageAnswers()) return void decide(nothing);
      callOff = effects.later(patience, () => void decide(null));
      effects.tellPage();
    },
    answered: (unfinished) => void decide(unfinished),
    pageGone: () => void decide(nothing),
  };
}
