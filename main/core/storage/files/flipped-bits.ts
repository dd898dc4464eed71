import { createHash } from 'node:crypto';

/** Bytes that are hashed again for each candidate, before those in front of them become a part of the common beginning. */
const stepBytes = 256;

/** How one candidate differs from the damaged byte, by exclusive or. */
const bitFlips = [1, 2, 4, 8, 16, 32, 64, 128];
const otherBytes = Array.from({ length: 255 }, (_, index) => index + 1).filter(
  (difference) => !bitFlips.includes(difference),
);

export interface ChecksumSearch {
  /** The text in front of and behind the damaged bytes that the checksum covers as well. */
  before: string;
  after: string;
  damaged: Buffer;
  /** The checksums of which one is right, in lower-case hexadecimal. */
  targets: ReadonlySet<string>;
}

/** The cost of a candidate besides that of the bytes hashed for it, in bytes that could be hashed in that time. */
const candidateCost = 3_000;

/** When the search gives up, in bytes hashed: after about four seconds for bits, and half a second for bytes. */
const maxCosts = { bit: 8_000_000_000, byte: 1_000_000_000 };

export type RecoveryKind = 'bit' | 'byte';

const differencesOf: Record<RecoveryKind, readonly number[]> = { bit: bitFlips, byte: otherBytes };

/**
 * Searches the one bit, or the one byte, that differs from what the checksum was made of. `ranks` are the positions in the
 * order in which to try them, each group from its first to its last, and `kinds` what to try there. Returns the bytes as they were; null when there is no such byte, or the search was given up. Half of
 * the damaged bytes are hashed for each candidate, so the cost grows with the square of their number.
 */
export function findFlippedBits(
  search: ChecksumSearch,
  ranks: readonly (readonly number[])[],
  kinds: readonly RecoveryKind[],
): { bytes: Buffer; kind: RecoveryKind } | null {
  const passes = kinds.flatMap((kind) => ranks.map((positions) => ({ kind, positions })));
  const costs = { bit: 0, byte: 0 };
  for (const { kind, positions } of passes) {
    const spend = (cost: number) => {
      costs[kind] += cost;
      return costs[kind] <= maxCosts[kind];
    };
    const bytes = tryPositions(search, positions, differencesOf[kind], spend);
    if (bytes) return { bytes, kind };
  }
  return null;
}

function tryPositions(
  { before, after, damaged, targets }: ChecksumSearch,
  positions: readonly number[],
  differences: readonly number[],
  spend: (cost: number) => boolean,
): Buffer | null {
  const bytes = Buffer.from(damaged);
  const beginning = createHash('sha256').update(before);
  let done = 0;
  for (const at of positions) {
    for (; at - done >= stepBytes; done += stepBytes)
      beginning.update(bytes.subarray(done, done + stepBytes));
    const rest = bytes.subarray(done);
    const original = bytes[at] ?? 0;
    for (const difference of differences) {
      bytes[at] = original ^ difference;
      if (targets.has(beginning.copy().update(rest).update(after).digest('hex'))) return bytes;
    }
    bytes[at] = original;
    if (!spend(differences.length * (rest.length + candidateCost))) return null;
  }
  return null;
}

/** In how many bits two texts of ASCII differ. */
export function countFlippedBits(one: string, other: string): number {
  const bytes = Buffer.from(other, 'latin1');
  return Buffer.from(one, 'latin1').reduce((count, byte, at) => {
    const difference = byte ^ (bytes[at] ?? 0);
    return count + difference.toString(2).replaceAll('0', '').length;
  }, 0);
}
