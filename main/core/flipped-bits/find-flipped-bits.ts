import { createHash } from 'node:crypto';
import { GramCounts } from './gram-counts';
import { findImpossibleBytes } from './impossible-bytes';
import { type Candidate, listCandidates, rankCandidates, splitCandidate } from './rank-candidates';

/** Bytes that are hashed again for each candidate, before those in front of them become a part of the common beginning. */
const stepBytes = 256;

/** How one candidate differs from the damaged byte, by exclusive or. */
const bitFlips = [1, 2, 4, 8, 16, 32, 64, 128];
const otherBytes = Array.from({ length: 255 }, (_, index) => index + 1).filter(
  (difference) => !bitFlips.includes(difference),
);

/** `bit`: one bit of a byte was flipped. `byte`: it was replaced by any other. */
export type RecoveryKind = 'bit' | 'byte';

/** A JSON text of which a byte is damaged. Plain data, so that it can be sent to a thread. */
export interface FlippedBitsSearch {
  /** The text in front of and behind the damaged bytes that the checksum covers as well. */
  before: string;
  after: string;
  damaged: Uint8Array;
  /** The checksums of which one is right, in lower-case hexadecimal. */
  targets: readonly string[];
  /** The kinds of damage to look for, in this order. */
  kinds: readonly RecoveryKind[];
  /** Intact texts like the damaged one, by which the damaged byte is found sooner. */
  known: readonly Uint8Array[];
}

export interface FlippedBitsFound {
  /** The bytes as they were. */
  bytes: Uint8Array;
  kind: RecoveryKind;
}

/** The cost of a candidate besides that of the bytes hashed for it, in bytes that could be hashed in that time. */
const candidateCost = 3_000;

/** When the search gives up, in bytes hashed: after about twenty seconds for bits, and one for bytes. */
const maxCosts: Record<RecoveryKind, number> = { bit: 30_000_000_000, byte: 1_500_000_000 };

/** Shorter texts are searched from their beginning to their end, which takes milliseconds. */
const shortBytes = 1_000;

/** The most suspicious positions, at which every other byte is tried. */
const maxBytePositions = 4_000;

/**
 * Searches the one bit, or the one byte, that differs from what the checksum was made of. Null when there is none, or the search
 * was given up. Half of the damaged bytes are hashed for each candidate, so trying all of them would cost the square of
 * their number; the likeliest are tried first. `reportProgress` gets how much of the search is done, at most every second.
 */
export function findFlippedBits(
  search: FlippedBitsSearch,
  reportProgress: (done: number, total: number) => void = () => undefined,
): FlippedBitsFound | null {
  const impossible = findImpossibleBytes(search.damaged);
  if (impossible === null) return null;
  const meanCost = search.damaged.length / 2 + candidateCost;
  const limits = {
    bit: Math.min(maxCosts.bit, search.damaged.length * bitFlips.length * meanCost),
    byte: Math.min(maxCosts.byte, search.damaged.length * otherBytes.length * meanCost),
  };
  const total = search.kinds.reduce((sum, kind) => sum + limits[kind], 0);
  const costs = { bit: 0, byte: 0 };
  for (const kind of search.kinds)
    for (const candidates of listGroups(search, kind, impossible, Math.ceil(limits[kind] / meanCost))) {
      const spend = (cost: number) => {
        costs[kind] += cost;
        reportProgress(costs.bit + costs.byte, total);
        return costs[kind] <= maxCosts[kind];
      };
      const bytes = tryCandidates(search, candidates, spend);
      if (bytes) return { bytes, kind };
      if (costs[kind] > maxCosts[kind]) break;
    }
  return null;
}

/** The candidates in groups, the likeliest first. */
function* listGroups(
  { damaged, known }: FlippedBitsSearch,
  kind: RecoveryKind,
  impossible: readonly number[],
  limit: number,
): Generator<Candidate[]> {
  const differences = kind === 'bit' ? bitFlips : otherBytes;
  if (impossible.length > 0) return yield listCandidates(impossible, differences);
  if (damaged.length < shortBytes) return yield listCandidates([...damaged.keys()], differences);
  const counts = new GramCounts([damaged, ...known]);
  const groups = counts.groupPositions(damaged);
  const options = { counts, differences, limit };
  if (kind === 'bit') for (const positions of groups) yield* rankCandidates(damaged, positions, options);
  else yield* rankCandidates(damaged, groups.flat().slice(0, maxBytePositions), options);
}

/** Candidates are tried from the first position to the last, because what stands in front of one is hashed only once. */
function tryCandidates(
  { before, after, damaged, targets }: FlippedBitsSearch,
  candidates: readonly Candidate[],
  spend: (cost: number) => boolean,
): Uint8Array | null {
  const bytes = Uint8Array.from(damaged);
  const beginning = createHash('sha256').update(before);
  let done = 0;
  for (const candidate of candidates.toSorted((a, b) => a - b)) {
    const { position, difference } = splitCandidate(candidate);
    const step = Math.floor((position - done) / stepBytes) * stepBytes;
    if (step > 0) beginning.update(bytes.subarray(done, done + step));
    done += step;
    const rest = bytes.subarray(done);
    const original = bytes[position] ?? 0;
    bytes[position] = original ^ difference;
    if (targets.includes(beginning.copy().update(rest).update(after).digest('hex'))) return bytes;
    bytes[position] = original;
    if (!spend(step + rest.length + candidateCost)) return null;
  }
  return null;
}
