import { blankLine, partedAt, sentenceEnd } from './boundary-slide';
import type { Run } from './match-blocks';
import type { Matching } from './word-matching';

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
  const parted = (step: number) => {
    const [a, b] = [partedAt(before, run.before + step), partedAt(after, run.after + step)];
    return { least: Math.min(a, b), most: Math.max(a, b) };
  };
  const few = (end: number, step: 1 | -1, isSmall: boolean) => {
    if (parted(end).least >= sentenceEnd) return 0;
    const border = isSmall ? blankLine : sentenceEnd;
    for (let words = Math.min(fewWords, run.length - 1); words > 0; words -= 1)
      if (parted(end + step * words).most >= border) return words;
    return 0;
  };
  return {
    head: few(0, 1, isSmallEdit(previous, run)),
    tail: few(run.length, -1, isSmallEdit(run, next)),
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
