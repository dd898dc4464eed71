/** How long after a person pressed something the page may act on it, in milliseconds. */
const longestWaitMs = 3_000;

/** Input events that a person causes by pressing something; moving the mouse and scrolling ask for nothing. */
const presses: readonly string[] = [
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'touchStart',
  'touchEnd',
];

/** Whether an input event of this type is a press. */
export function isPress(type: string): boolean {
  return presses.includes(type);
}

/**
 * Remembers when a person last pressed something, so that script in the page can't do by itself what a person has to ask
 * for. Each press allows one act. Times are in milliseconds of one clock.
 */
export class RecentInput {
  #pressedAt: number | null = null;

  note(now: number): void {
    this.#pressedAt = now;
  }

  /** Whether something was pressed just now; true for the first to ask only. */
  take(now: number): boolean {
    const at = this.#pressedAt;
    this.#pressedAt = null;
    return at !== null && now - at <= longestWaitMs;
  }
}
