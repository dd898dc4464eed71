import type { SentenceState } from '#shared/domain/review/progress.ts';
import type { Span } from '#shared/text/span.ts';

/** Where several sentences share a row of pixels, it shows the state that stands first. */
const precedence: readonly (SentenceState | null)[] = ['notLookedAt', 'partly', 'setAside', 'lookedAt', null];

/** The distance of the lines that hatch what was set aside, in CSS pixels. */
const hatchDistance = 3;

/** The state that each row of pixels shows; null where no sentence is. Takes time proportional to sentences and rows. */
export function listRows(
  sentences: readonly Span[],
  states: readonly SentenceState[],
  textLength: number,
  rowCount: number,
): (SentenceState | null)[] {
  const rows = Array<SentenceState | null>(rowCount).fill(null);
  const toRow = (offset: number) => Math.floor((offset / textLength) * rowCount);
  sentences.forEach(({ start, end }, index) => {
    const state = states[index] ?? null;
    for (let row = toRow(start); row <= Math.min(rowCount - 1, toRow(end - 1)); row += 1)
      if (precedence.indexOf(state) < precedence.indexOf(rows[row] ?? null)) rows[row] = state;
  });
  return rows;
}

/**
 * Paints what was read, so that no colour is needed: what was looked at fills the width, what was partly looked at fills half of it; what
 * was set aside is hatched, and what was not looked at stays a frame.
 */
export function paintReadingLane(
  context: CanvasRenderingContext2D,
  rows: readonly (SentenceState | null)[],
  { left, width }: { left: number; width: number },
  tokens: CSSStyleDeclaration,
): void {
  context.fillStyle = tokens.getPropertyValue('--line');
  context.fillRect(left, 0, width, rows.length);
  context.fillStyle = tokens.getPropertyValue('--edge');
  const hatch = Math.round(hatchDistance * devicePixelRatio);
  rows.forEach((state, row) => {
    const isPainted =
      state === 'lookedAt' || state === 'partly' || (state === 'setAside' && row % hatch < hatch / 3);
    if (isPainted) context.fillRect(left, row, state === 'partly' ? width / 2 : width, 1);
  });
}
