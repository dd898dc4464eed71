import type { Cue } from './parse-cues';

/** A cue that is shown for less only moves the lines of captions that roll up, in milliseconds. */
const minSpokenMs = 100;

/** The share of cues that begin with lines of the one before, from which on captions roll up. */
const minRollUpShare = 0.5;

/** How many lines at the end of a cue are shown again at the beginning of the next. */
function countSharedLines(before: Cue, cue: Cue): number {
  const longest = Math.min(before.lines.length, cue.lines.length);
  for (let count = longest; count > 0; count -= 1)
    if (cue.lines.slice(0, count).every((line, index) => line === before.lines.at(index - count)))
      return count;
  return 0;
}

/** Whether shared lines move up, or are said once more: the same words in a cue of their own are said again. */
function areMoved(count: number, before: Cue, cue: Cue): boolean {
  const isWhole = count === before.lines.length && count === cue.lines.length;
  return count > 0 && (!isWhole || cue.endMs - cue.startMs < minSpokenMs);
}

/**
 * Leaves out the lines that captions repeat while they roll up: each cue shows the last lines of the one before above its own.
 * Whether captions do so is decided for the file as a whole, because people repeat themselves as well. A cue that is shown a second
 * time at once is left out from any file. Returns the cues with the words that each adds, and how many lines were left out.
 */
export function removeRepeatedLines(cues: readonly Cue[]): { cues: Cue[]; lineCount: number } {
  const spoken = cues.filter(({ lines }) => lines.length > 0);
  const pairs = spoken.slice(1).map((cue, index) => {
    const before = spoken[index] ?? cue;
    const count = countSharedLines(before, cue);
    const isTwin = count === cue.lines.length && count === before.lines.length && cue.startMs < before.endMs;
    return { cue, count, isTwin, isMoved: areMoved(count, before, cue) };
  });
  const rollsUp = pairs.filter(({ isMoved }) => isMoved).length >= minRollUpShare * pairs.length;
  let lineCount = 0;
  const kept = pairs.map(({ cue, count, isTwin, isMoved }): Cue => {
    if (!isTwin && !(rollsUp && isMoved)) return cue;
    lineCount += count;
    return { ...cue, lines: cue.lines.slice(count) };
  });
  return { cues: [...spoken.slice(0, 1), ...kept], lineCount };
}
