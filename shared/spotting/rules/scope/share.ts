import type { Candidate } from '../rule';

/** A share of a whole, or what is said of all, of most or of none. */
export function share(from: number, to: number, worth: number, reason: string): Candidate {
  return { from, to, kind: 'share', reason, worth };
}
