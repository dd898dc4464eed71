import type { Candidate } from '../rule';

export function law(from: number, to: number, worth: number, reason = 'A law or record'): Candidate {
  return { from, to, kind: 'law', reason, worth };
}
