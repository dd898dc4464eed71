import type { Run } from './match-blocks';
import { at } from './tokens/tokens';
import { elsewhere, freeParts, type Matching, take } from './word-matching';

/**
 * What stands once in each draft, in order of the draft before: sentences, which are matched at once, for a whole sentence is
 * the same wherever it stands; and groups of so many words outside of them. `starts` are those of the draft before.
 */
export function anchorsOf(
  matching: Matching,
  starts: Int32Array,
  { sentences, groups, size }: { sentences: readonly Run[]; groups: readonly Run[]; size: number },
): Run[] {
  for (const run of sentences) take(matching, run, elsewhere);
  const anchors = [...sentences];
  const cut = withoutEnds(starts, size);
  for (const group of groups)
    for (const part of freeParts(matching, group)) {
      const run = cut(part);
      if (run.length >= size) anchors.push(run);
    }
  return joined(anchors.sort((a, b) => a.before - b.before));
}

/**
 * Takes from runs, in order of the draft before, the few words at their ends that belong to sentences of which the rest is no
 * part of them: those sentences may have been reworded, and are looked for as a whole.
 */
function withoutEnds(starts: Int32Array, size: number): (run: Run) => Run {
  let next = 0;
  return ({ before, after, length }) => {
    const end = before + length;
    while (at(starts, next) < before) next += 1;
    let behind = next;
    while (behind < starts.length && at(starts, behind) <= end) behind += 1;
    const toStart = at(starts, next) - before;
    const fromLastStart = end - at(starts, behind - 1);
    const head = toStart < size ? toStart : 0;
    const tail = fromLastStart < size ? fromLastStart : 0;
    return { before: before + head, after: after + head, length: length - head - tail };
  };
}

/** Runs of which one goes on where another ends, as one. */
function joined(runs: readonly Run[]): Run[] {
  const longer: Run[] = [];
  let open: { before: number; after: number; length: number } | null = null;
  for (const { before, after, length } of runs) {
    if (open && before === open.before + open.length && after === open.after + open.length)
      open.length += length;
    else {
      open = { before, after, length };
      longer.push(open);
    }
  }
  return longer;
}
