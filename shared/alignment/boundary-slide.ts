import type { Run } from './match-blocks';
import { at, type Tokens } from './tokens/tokens';
import { elsewhere, inOrder, type Matching, release, take } from './word-matching';

/** How far two runs that touch in one of the drafts could reach into each other, and which border between them is best. */
export interface Border {
  /** So many of the last words of the left run, and of the first of the right, make as good a border. */
  readonly tail: number;
  readonly head: number;
  /** So many words the border is to move to the right for the best; to the left when negative. */
  readonly shift: number;
}

type Side = 'before' | 'after';

/** As good a border as the end of a sentence, and as a blank line. */
export const sentenceEnd = 3;
export const blankLine = 4;

/** Signs between two words of which the first may end a sentence, and a word that may begin one. */
const endsSentence = /[.!?…؟۔։]["'”’»)\]]*\s/;
const startsSentence = /^\P{Ll}/u;
/** Signs that end a sentence whatever stands around them. */
const surelyEndsSentence = /[。！？｡।॥።]/;

/** How well a text is parted in front of a word: by a blank line (4), a sentence's end (3), another sign (1), a space (0). */
export function partedAt({ text, count, starts, ends }: Tokens, word: number): number {
  if (word <= 0 || word >= count) return blankLine;
  const from = at(ends, word - 1);
  const to = at(starts, word);
  // Nearly always there is one space, and no need to look further.
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 0;
  const between = text.slice(from, to);
  if (/\n[^\S\n]*\n/.test(between)) return blankLine;
  if (surelyEndsSentence.test(between)) return sentenceEnd;
  if (
    endsSentence.test(between) &&
    startsSentence.test(text.slice(to, to + 2)) &&
    to - at(starts, word - 1) > 3
  )
    return sentenceEnd;
  return /\S/.test(between) ? 1 : 0;
}

/** Whether the words so many steps from two others are the same; there may be none. */
function same({ before, after }: Matching, from: { before: number; after: number }, step: number): boolean {
  const a = from.before + step;
  const b = from.after + step;
  return a >= 0 && b >= 0 && a < before.count && b < after.count && at(before.ids, a) === at(after.ids, b);
}

function isFree({ taken }: Matching, side: Side, word: number): boolean {
  return taken[side][word] === 0;
}

/**
 * The border between runs that touch on one side. `The rain fell. The sun` without its first sentence leaves `The` to either:
 * whole sentences are taken out and put in more often than parts of two, so the best border is where the texts are parted.
 */
export function borderBetween(matching: Matching, left: Run, right: Run, touching: Side): Border {
  const other = touching === 'before' ? 'after' : 'before';
  const leftEnd = { before: left.before + left.length, after: left.after + left.length };
  const score = (shift: number) =>
    partedAt(matching[touching], right[touching] + shift) +
    partedAt(matching[other], leftEnd[other] + shift) +
    partedAt(matching[other], right[other] + shift);

  const now = score(0);
  let best = { shift: 0, score: now };
  let [tail, head] = [0, 0];
  const look = (step: number, isReachable: boolean) => {
    const found = score(step);
    if (found >= now && step < 0) tail = -step;
    if (found >= now && step > 0) head = step;
    if (found > best.score && isReachable) best = { shift: step, score: found };
  };
  let isReachable = true;
  for (let step = 1; step <= left.length && same(matching, right, -step); step += 1) {
    isReachable &&= isFree(matching, other, right[other] - step);
    look(-step, isReachable);
  }
  isReachable = true;
  for (let step = 0; step < right.length && same(matching, leftEnd, step); step += 1) {
    isReachable &&= isFree(matching, other, leftEnd[other] + step);
    look(step + 1, isReachable);
  }
  return { tail, head, shift: best.shift };
}

/** Moves the borders of runs that touch to where the texts are parted. */
export function settleBorders(matching: Matching, runs: readonly Run[]): void {
  const moving = runs.map(({ before, after, length }) => ({ before, after, length }));
  for (const side of ['before', 'after'] as const) {
    const ordered = moving.filter(({ length }) => length > 0).sort((a, b) => a[side] - b[side]);
    for (const [index, right] of ordered.entries()) {
      const left = ordered[index - 1];
      if (!left || left[side] + left.length !== right[side]) continue;
      const { shift } = borderBetween(matching, left, right, side);
      if (shift !== 0) moveBorder(matching, left, right, shift);
    }
  }
}

interface Moving {
  before: number;
  after: number;
  length: number;
}

/** Gives the first words of the right run to the left one, or the last of the left one to the right. */
function moveBorder(matching: Matching, left: Moving, right: Moving, shift: number): void {
  const isRight = matching.taken.before[right.before] === inOrder;
  const isLeft = matching.taken.before[left.before] === inOrder;
  release(matching, shift < 0 ? partOf(left, left.length + shift, left.length) : partOf(right, 0, shift));
  left.length += shift;
  right.before += shift;
  right.after += shift;
  right.length -= shift;
  if (shift < 0) take(matching, { ...right, length: -shift }, isRight ? inOrder : elsewhere);
  else take(matching, partOf(left, left.length - shift, left.length), isLeft ? inOrder : elsewhere);
}

/** The part of a run from one of its words to another. */
function partOf({ before, after }: Run, start: number, end: number): Run {
  return { before: before + start, after: after + start, length: end - start };
}
