import type { GramCounts } from './gram-counts';

/** A byte that may be the damaged one, as a number: its position times 256, and the exclusive or with what it was. */
export type Candidate = number;

export function splitCandidate(candidate: Candidate): { position: number; difference: number } {
  return { position: Math.floor(candidate / 256), difference: candidate % 256 };
}

/** Every difference at every position, unranked. */
export function listCandidates(positions: readonly number[], differences: readonly number[]): Candidate[] {
  return positions.flatMap((position) => differences.map((difference) => position * 256 + difference));
}

/** The steps in which candidates are as likely as each other. */
const rankCount = 256;

/**
 * Ranks what one byte of a text may have been, the likeliest first, and returns at most `limit` candidates in groups. A
 * candidate is likely when it turns runs of bytes that stand nowhere else into runs that occur often. `differences` are those
 * to try at each of the `positions`, and `counts` has the runs of the text itself and of others like it.
 */
export function rankCandidates(
  damaged: Uint8Array,
  positions: readonly number[],
  { counts, differences, limit }: { counts: GramCounts; differences: readonly number[]; limit: number },
): Candidate[][] {
  const width = differences.length;
  const gains = new Float64Array(width);
  const ranks = new Uint8Array(positions.length * width);
  const sizes = new Uint32Array(rankCount);
  for (const [index, position] of positions.entries()) {
    gains.fill(0);
    counts.addGains(damaged, position, differences, gains);
    for (const [at, gain] of gains.entries()) {
      const rank = toRank(gain);
      ranks[index * width + at] = rank;
      sizes[rank] = (sizes[rank] ?? 0) + 1;
    }
  }
  const groups = new Map<number, Candidate[]>();
  let room = limit;
  for (const [rank, size] of sizes.entries()) {
    if (room <= 0) break;
    if (size > 0) groups.set(rank, []);
    room -= size;
  }
  for (const [index, rank] of ranks.entries()) {
    const position = positions[Math.floor(index / width)] ?? 0;
    groups.get(rank)?.push(position * 256 + (differences[index % width] ?? 0));
  }
  return [...groups.values()];
}

function toRank(gain: number): number {
  return Math.max(0, Math.min(rankCount - 1, Math.round(rankCount / 2 - gain * 2)));
}
