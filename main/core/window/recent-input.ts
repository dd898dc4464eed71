/** How long after a press the page may act on it, in milliseconds. */
const maxDelayMs = 3_000;

/** Input events that a person causes by pressing something. Moving the mouse and scrolling do not count. */
const pressTypes: readonly string[] = [
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'touchStart',
  'touchEnd',
];

export function isPress(type: string): boolean {
  return pressTypes.includes(type);
}

/**
 * Remembers when a person last pressed something, so that scripts in the page can't do on their own what a person has to ask
 * for. Each press allows one action. Times are in milliseconds of one clock.
 */
export class RecentInput {
  #pressedAt: number | null = null;

  record(now: number): void {
    this.#pressedAt = now;
  }

  /** Whether a person has just pressed something. A press counts for the first call only. */
  consume(now: number): boolean {
    const pressedAt = this.#pressedAt;
    this.#pressedAt = null;
    return pressedAt !== null && now - pressedAt <= maxDelayMs;
  }
}
