import type { Candidate } from './rules/rule';

/** How much a longer candidate is preferred to a shorter one that is worth the same, for each token. */
const lengthBonus = 0.01;

/**
 * Keeps one candidate for each place: the one that is worth most, and of several the longest. `isTaken` says for each token of the
 * sentence whether it belongs to a span already, and is updated. A candidate has a limited length, so this takes n log n.
 */
export function resolveOverlaps(candidates: readonly Candidate[], isTaken: Uint8Array): Candidate[] {
  const score = ({ from, to, worth }: Candidate) => worth + (to - from) * lengthBonus;
  const sorted = [...candidates].sort((a, b) => score(b) - score(a) || a.from - b.from);
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    if (isTaken.subarray(candidate.from, candidate.to).some((taken) => taken === 1)) continue;
    isTaken.fill(1, candidate.from, candidate.to);
    kept.push(candidate);
  }
  return kept;
}

/** The worth of several things together, where each could be the one that is wrong (noisy or). From 0 to 1. */
export function combineWorths(worths: readonly number[]): number {
  return 1 - worths.reduce((product, worth) => product * (1 - worth), 1);
}
