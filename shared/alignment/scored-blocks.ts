import { borderBetween } from './boundary-slide';
import type { Run } from './match-blocks';
import { at, type Tokens } from './tokens/tokens';
import { looseEnds } from './unreliable-ends';
import { inOrder, type Matching, runsIn } from './word-matching';

/** A run of matched words, as long as it is, and what speaks for it. */
export interface Stretch extends Run {
  /** Whether the order of the draft changed around it. */
  readonly moved: boolean;
  /** Whether it holds words that stand once in each draft. */
  readonly seeded: boolean;
  /** So many of its first words, and of its last, may as well belong to the stretch beside it. */
  head: number;
  tail: number;
}

/** The matched words as stretches, in order of the draft before. */
export function stretchesOf(matching: Matching, seeds: readonly Run[], size: number): Stretch[] {
  const { partners, taken } = matching;
  const isSeed = seedPlaces(partners, seeds, size);
  const stretches = runsIn(matching).map((run, index, runs): Stretch => {
    const { before, after, length } = run;
    const { head, tail } = looseEnds(matching, { previous: runs[index - 1], run, next: runs[index + 1] });
    // Named one by one: copying objects whole takes longer than all that is looked at here.
    const moved = !some(taken.before, before, before + length, inOrder);
    return { before, after, length, moved, seeded: some(isSeed, before, before + length, 1), head, tail };
  });
  findContested(stretches, matching);
  return stretches;
}

/** By word of the draft before, the index of the first stretch that ends behind it. */
export function stretchesByWord(stretches: readonly Stretch[], count: number): Int32Array {
  const byWord = new Int32Array(count).fill(stretches.length);
  let word = 0;
  for (const [index, { before, length }] of stretches.entries()) {
    byWord.fill(index, word, before + length);
    word = before + length;
  }
  return byWord;
}

/** Marks the words at which a group of so many begins that stands once in each draft, and was matched as that. */
function seedPlaces(partners: Int32Array, seeds: readonly Run[], size: number): Uint8Array {
  const places = new Uint8Array(partners.length);
  for (const { before, after, length } of seeds)
    for (let step = 0, kept = 0; step < length; step += 1) {
      kept = at(partners, before + step) === after + step ? kept + 1 : 0;
      const enough = Math.min(size, length);
      if (kept >= enough) places[before + step - enough + 1] = 1;
    }
  return places;
}

function some(marks: Uint8Array, start: number, end: number, mark: number): boolean {
  for (let index = start; index < end; index += 1) if (marks[index] === mark) return true;
  return false;
}

/** A repetition of so many words is looked for where stretches touch. */
const repetition = { shortest: 4, longest: 60 };

/** How many of the last words of one stretch are the first of the other again, when the two touch in a draft. */
function repeatedBetween({ ids }: Tokens, left: Stretch, right: Stretch, side: 'before' | 'after'): number {
  const most = Math.min(repetition.longest, left.length, right.length);
  for (let count = most; count >= repetition.shortest; count -= 1) {
    const border = right[side];
    let step = 0;
    while (step < count && at(ids, border - count + step) === at(ids, border + step)) step += 1;
    if (step === count) return count;
  }
  return 0;
}

/**
 * Of `The rain. The rain.` shortened to `The rain.`, nothing tells which of the two was taken out. So where stretches touch,
 * the words which either of them could hold as well are contested, and what holds any of those has no sure place. So are
 * words that stand twice in a row of which one moved: nothing tells which.
 */
function findContested(stretches: readonly Stretch[], matching: Matching): void {
  for (const side of ['before', 'after'] as const) {
    const ordered = stretches.toSorted((a, b) => a[side] - b[side]);
    for (const [index, right] of ordered.entries()) {
      const left = ordered[index - 1];
      if (!left || left[side] + left.length !== right[side]) continue;
      const { tail, head } = borderBetween(matching, left, right, side);
      const repeated = repeatedBetween(matching[side], left, right, side);
      left.tail = Math.max(left.tail, tail, repeated);
      right.head = Math.max(right.head, head, repeated);
    }
  }
}
