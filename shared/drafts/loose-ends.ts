import { blankLine, partedAt, sentenceEnd } from './borders';
import type { Matching } from './matching';
import type { Run } from './runs';
import type { Tokens } from './tokens';

/** How many of the first and of the last words of a run have no sure place. */
export interface LooseEnds {
  readonly head: number;
  readonly tail: number;
}

/** So few words on the far side of a sentence's border may be there by chance. */
const fewWords = 2;

/** Between runs, so few words were replaced within a sentence that is the same otherwise. */
const fewReplaced = 2;

/** A run between those beside it in the draft before, if there are any. */
export interface RunBetween {
  readonly previous: Run | undefined;
  readonly run: Run;
  readonly next: Run | undefined;
}

/** What may have come into a run by chance: a word or two of a sentence of which the rest is another now (`… rained. The`). */
export function looseEnds({ before, after }: Matching, { previous, run, next }: RunBetween): LooseEnds {
  const end = { before: run.before + run.length, after: run.after + run.length };
  const isParted = (place: { before: number; after: number }) =>
    partedAt(before, place.before) >= sentenceEnd && partedAt(after, place.after) >= sentenceEnd;
  return {
    head: isParted(run) ? 0 : fewWordsTo(before, run.before, run.length, 1, isSmallEdit(previous, run)),
    tail: isParted(end) ? 0 : fewWordsTo(before, end.before, run.length, -1, isSmallEdit(run, next)),
  };
}

/** Whether a word or two were replaced between two runs that are more than a word or two themselves. */
function isSmallEdit(left: Run | undefined, right: Run | undefined): boolean {
  if (!left || !right) return false;
  const gap = right.before - left.before - left.length;
  const gapAfter = right.after - left.after - left.length;
  if (left.length <= fewWords || right.length <= fewWords) return false;
  return gap <= fewReplaced && gapAfter >= 0 && gapAfter <= fewReplaced;
}

/** How many words there are from an end of a run to the border of a sentence within it, if they are few; else 0. */
function fewWordsTo(tokens: Tokens, end: number, length: number, step: 1 | -1, isSmall: boolean): number {
  const border = isSmall ? blankLine : sentenceEnd;
  for (let words = Math.min(fewWords, length - 1); words > 0; words -= 1)
    if (partedAt(tokens, end + step * words) >= border) return words;
  return 0;
}
