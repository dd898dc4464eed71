import type { Random } from '../../bench/support/random';

/** A random damage to the bytes of a file. `other` are the bytes of a file that it may be mixed up with. */
export interface Damage {
  name: string;
  apply(bytes: Buffer, random: Random, other: Buffer): Buffer;
}

/** A random range in the bytes, of at most `most` bytes and at least one. */
function chooseRange(bytes: Buffer, random: Random, most: number): { start: number; end: number } {
  const start = random.below(bytes.length);
  return { start, end: Math.min(bytes.length, start + 1 + random.below(most)) };
}

const splitLines = (bytes: Buffer) => bytes.toString('latin1').split(/(?<=\n)/);
const joinLines = (lines: readonly string[]) => Buffer.from(lines.join(''), 'latin1');

export const damages: readonly Damage[] = [
  {
    name: 'flipped bit',
    apply(bytes, random) {
      const damaged = Buffer.from(bytes);
      const at = random.below(bytes.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
      return damaged;
    },
  },
  {
    name: 'overwritten range',
    apply(bytes, random) {
      const damaged = Buffer.from(bytes);
      const { start, end } = chooseRange(bytes, random, 64);
      for (let at = start; at < end; at += 1) damaged[at] = random.below(256);
      return damaged;
    },
  },
  {
    name: 'zero-filled block',
    apply(bytes, random) {
      const { start, end } = chooseRange(bytes, random, 512);
      return Buffer.from(bytes).fill(0, start, end);
    },
  },
  { name: 'truncated', apply: (bytes, random) => bytes.subarray(0, random.below(bytes.length)) },
  {
    name: 'removed line',
    apply(bytes, random) {
      const lines = splitLines(bytes);
      lines.splice(random.below(lines.length), 1);
      return joinLines(lines);
    },
  },
  {
    name: 'doubled line',
    apply(bytes, random) {
      const lines = splitLines(bytes);
      const at = random.below(lines.length);
      lines.splice(at, 0, lines[at] ?? '');
      return joinLines(lines);
    },
  },
  { name: 'swapped file', apply: (_bytes, _random, other) => other },
];
