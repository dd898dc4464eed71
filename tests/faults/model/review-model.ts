import type { Verdict } from '../../../shared/domain/verdict';

/** The state that one article should show, without any of the app’s code. */
export interface ArticleState {
  title: string;
  /** Verdict and note of each claim by its id. */
  claims: Readonly<Record<string, { verdict: Verdict; note: string | null }>>;
}

/** An article in memory, with undo and redo: each step is a whole state. */
export class ReviewModel {
  #states: ArticleState[];
  #at = 0;

  constructor(title: string) {
    this.#states = [{ title, claims: {} }];
  }

  get state(): ArticleState {
    const state = this.#states[this.#at];
    if (!state) throw new Error('there is no state');
    return state;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#states.length - 1;
  }

  /** Adds the next state. Undone steps can't be redone any more. */
  step(state: ArticleState): void {
    this.#states = [...this.#states.slice(0, this.#at + 1), state];
    this.#at += 1;
  }

  undo(): void {
    this.#at -= 1;
  }

  redo(): void {
    this.#at += 1;
  }
}
