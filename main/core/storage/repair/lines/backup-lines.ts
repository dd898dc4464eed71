import { findWholeLines, type WholeLine } from './find-lines';

/** The whole history of an article in a backup. */
export interface BackedUpHistory {
  /** When it was backed up, as `timestampSchema` requires it. */
  takenAt: string;
  bytes: Buffer;
}

/** A line that a backup has. */
export interface BackedUpLine {
  line: WholeLine;
  takenAt: string;
}

/** The number and the checksum of a line. */
export interface LineName {
  seq: number;
  sha256: string;
}

/** The lines of backed-up histories, found by what they follow. Lines that are chained to each other are of one history. */
export class BackupLines {
  readonly #chains: ReadonlyMap<string, BackedUpLine>[];

  constructor(backups: readonly BackedUpHistory[]) {
    this.#chains = backups.map(({ bytes, takenAt }) => {
      // Their places are those in another file.
      const lines = findWholeLines(bytes).map((line) => ({ ...line, start: 0, end: 0 }));
      return new Map(lines.map((line) => [toKey(line.seq - 1, line.prev), { line, takenAt }]));
    });
  }

  /** The lines from behind one line up to another, when a backup has all of them; otherwise null. */
  findBetween(from: LineName, to: LineName): BackedUpLine[] | null {
    for (const chain of this.#chains) {
      const lines = follow(chain, from, to.seq);
      if (lines.at(-1)?.line.seq === to.seq && lines.at(-1)?.line.sha256 === to.sha256) return lines;
    }
    return null;
  }

  /** The longest run of lines behind one line that a backup has, up to a number, none of which contradicts a known line. */
  findBehind(from: LineName, lastSeq: number, known: readonly LineName[]): BackedUpLine[] {
    const runs = this.#chains.map((chain) => follow(chain, from, lastSeq));
    const fitting = runs.filter((lines) =>
      lines.every(({ line }) => known.every(({ seq, sha256 }) => seq !== line.seq || sha256 === line.sha256)),
    );
    return fitting.reduce((longest, lines) => (lines.length > longest.length ? lines : longest), []);
  }
}

const toKey = (seq: number, sha256: string) => `${seq} ${sha256}`;

function follow(
  chain: ReadonlyMap<string, BackedUpLine>,
  { seq, sha256 }: LineName,
  lastSeq: number,
): BackedUpLine[] {
  const lines: BackedUpLine[] = [];
  for (let next = chain.get(toKey(seq, sha256)); next && next.line.seq <= lastSeq; ) {
    lines.push(next);
    next = chain.get(toKey(next.line.seq, next.line.sha256));
  }
  return lines;
}
