import type { Run, Window } from './match-blocks';
import { at, type Tokens } from './tokens/tokens';
import type { Taken } from './unique-ngrams';

/** How a word was matched: where it stood among the others, or elsewhere. */
export const inOrder = 1;
export const elsewhere = 2;

/** Which word of one draft is which of the other, so far: each is used once. Filled step by step. */
export interface Matching {
  readonly before: Tokens;
  readonly after: Tokens;
  /** By word of the draft before, the one of the draft after; -1 for none. */
  readonly partners: Int32Array;
  /** By word of the draft after, the one of the draft before; -1 for none. */
  readonly origins: Int32Array;
  readonly taken: Taken;
}

export function emptyMatching(before: Tokens, after: Tokens): Matching {
  return {
    before,
    after,
    partners: new Int32Array(before.count).fill(-1),
    origins: new Int32Array(after.count).fill(-1),
    taken: { before: new Uint8Array(before.count), after: new Uint8Array(after.count) },
  };
}

/** The same matching, seen from the draft after. */
export function turned({ before, after, partners, origins, taken }: Matching): Matching {
  return {
    before: after,
    after: before,
    partners: origins,
    origins: partners,
    taken: { before: taken.after, after: taken.before },
  };
}

/** Matches the words of a run. */
export function take(matching: Matching, run: Run, how: typeof inOrder | typeof elsewhere): void {
  for (let step = 0; step < run.length; step += 1) {
    matching.partners[run.before + step] = run.after + step;
    matching.origins[run.after + step] = run.before + step;
    matching.taken.before[run.before + step] = how;
    matching.taken.after[run.after + step] = how;
  }
}

/** Forgets the partners of words of the draft before. */
export function release(
  matching: Matching,
  { before, length }: { readonly before: number; readonly length: number },
): void {
  for (let index = before; index < before + length; index += 1) {
    const partner = at(matching.partners, index);
    if (partner === -1) continue;
    matching.partners[index] = -1;
    matching.origins[partner] = -1;
    matching.taken.before[index] = 0;
    matching.taken.after[partner] = 0;
  }
}

/** The matched words as runs as long as they go, in order of the draft before. */
export function runsIn({ partners }: Matching): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < partners.length; ) {
    const after = at(partners, start);
    let end = start + 1;
    if (after !== -1) {
      while (end < partners.length && at(partners, end) === after + end - start) end += 1;
      runs.push({ before: start, after, length: end - start });
    }
    start = end;
  }
  return runs;
}

/** Whether two words are the same, and neither is used. */
export function matches({ before, after, taken }: Matching, a: number, b: number): boolean {
  return at(before.ids, a) === at(after.ids, b) && taken.before[a] === 0 && taken.after[b] === 0;
}

/** The parts of a run whose words are still free in both drafts. */
export function freeParts({ taken }: Matching, run: Run): Run[] {
  const parts: Run[] = [];
  let start = -1;
  for (let step = 0; step <= run.length; step += 1) {
    const isFree =
      step < run.length && taken.before[run.before + step] === 0 && taken.after[run.after + step] === 0;
    if (isFree && start === -1) start = step;
    if (!isFree && start !== -1) {
      parts.push({ before: run.before + start, after: run.after + start, length: step - start });
      start = -1;
    }
  }
  return parts;
}

/** Lengthens runs, which lie in order in a range, by the same words around them: first each to its end, then to its start. */
export function extended(matching: Matching, runs: readonly Run[], window: Window): Run[] {
  const longer = runs.map((run, index) => {
    const beforeEnd = runs[index + 1]?.before ?? window.beforeEnd;
    const afterEnd = runs[index + 1]?.after ?? window.afterEnd;
    let { length } = run;
    while (
      run.before + length < beforeEnd &&
      run.after + length < afterEnd &&
      matches(matching, run.before + length, run.after + length)
    )
      length += 1;
    return { before: run.before, after: run.after, length };
  });
  return longer.map((run, index) => {
    const previous = longer[index - 1];
    const before = previous ? previous.before + previous.length : window.before;
    const after = previous ? previous.after + previous.length : window.after;
    let more = 0;
    while (
      run.before - more > before &&
      run.after - more > after &&
      matches(matching, run.before - more - 1, run.after - more - 1)
    )
      more += 1;
    return { before: run.before - more, after: run.after - more, length: run.length + more };
  });
}

/** What lies before, between and behind runs in order, as far as it is something in both drafts. */
export function gapsBetween(runs: readonly Run[], window: Window): Window[] {
  const gaps: Window[] = [];
  let { before, after } = window;
  const end = { before: window.beforeEnd, after: window.afterEnd, length: 0 };
  for (const run of [...runs, end]) {
    if (run.before > before && run.after > after)
      gaps.push({ before, beforeEnd: run.before, after, afterEnd: run.after });
    before = run.before + run.length;
    after = run.after + run.length;
  }
  return gaps;
}
