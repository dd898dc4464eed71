/** After this many looks in a row without a sign of life, the holder counts as quiet. */
const quietLooks = 6;

/** Watches the lock of another process for signs of life. Only looks are counted, never times compared. */
export class LockWatch {
  #text = '';
  #looks = 0;

  /** Notes what a look at the lock showed: the whole text of its file. */
  look(text: string): void {
    this.#looks = this.#text === text ? this.#looks + 1 : 0;
    this.#text = text;
  }

  /** Whether the lock was seen so often without a beat that it can be taken over. */
  get isQuiet(): boolean {
    return this.#looks >= quietLooks;
  }

  /** Whether it is this very lock, without a beat since, that counts as quiet. */
  hasSeenQuiet(text: string): boolean {
    return this.isQuiet && this.#text === text;
  }
}
