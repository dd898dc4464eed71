import { partedAt } from './borders';
import type { Matching } from './matching';
import type { Run } from './runs';
import { at, type Tokens } from './tokens';

/** How many of the first and of the last words of a run have no sure place. */
export interface LooseEnds {
  readonly head: number;
  readonly tail: number;
}

/** So few words on the far side of a sentence's border may be there by chance. */
const fewWords = 2;

/** A sentence that is repeated at once is looked for up to so many words. */
const longestRepetition = 60;

/** Between runs, so few words were replaced within a sentence that is the same otherwise. */
const fewReplaced = 2;

/** As good a border as the end of a sentence, and as a blank line. */
const sentenceEnd = 3;
const blankLine = 4;

/** A run between those beside it in the draft before, if there are any. */
export interface RunBetween {
  readonly previous: Run | undefined;
  readonly run: Run;
  readonly next: Run | undefined;
}

/**
 * What may have come into a run by chance: a word or two of a sentence of which the rest is another now (`… rained. The`), and
 * a sentence that stands twice in a row in one of the drafts, of which nothing tells which one it is.
 */
export function looseEnds({ before, after }: Matching, { previous, run, next }: RunBetween): LooseEnds {
  const end = { before: run.before + run.length, after: run.after + run.length };
  const fewAtStart = fewWordsTo(before, run.before, run.length, 1, isSmallEdit(previous, run));
  const fewAtEnd = fewWordsTo(before, end.before, run.length, -1, isSmallEdit(run, next));
  const isParted = (a: number, b: number) =>
    partedAt(before, a) >= sentenceEnd && partedAt(after, b) >= sentenceEnd;
  return {
    head: Math.max(
      isParted(run.before, run.after) ? 0 : fewAtStart,
      repeated(before, run.before, run.length, -1),
      repeated(after, run.after, run.length, -1),
    ),
    tail: Math.max(
      isParted(end.before, end.after) ? 0 : fewAtEnd,
      repeated(before, end.before, run.length, 1),
      repeated(after, end.after, run.length, 1),
    ),
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

/** How many words on one side of a sentence's border (a step of -1 looks back across it) stand again on the other. */
function repeated(tokens: Tokens, border: number, most: number, step: 1 | -1): number {
  if (partedAt(tokens, border) < sentenceEnd) return 0;
  for (let words = Math.min(most, longestRepetition); words > 0; words -= 1) {
    const [inside, outside] = step === 1 ? [border - words, border] : [border, border - words];
    if (outside < 0 || outside + words > tokens.count) continue;
    let same = 0;
    while (same < words && at(tokens.ids, inside + same) === at(tokens.ids, outside + same)) same += 1;
    if (same === words) return words;
  }
  return 0;
}
