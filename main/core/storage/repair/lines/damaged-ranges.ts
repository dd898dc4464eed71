import type { ByteRange, WholeLine } from './find-lines';

const newline = 0x0a;

/** Damaged pieces of the file that are tried in the place of one line. More of them are no single accident. */
const maxPieces = 4;

/** The bytes of a history that no whole line covers. */
export class DamagedRanges {
  readonly #ranges: ByteRange[] = [];

  /** `lines` are the whole lines, in the order of the file. */
  constructor(
    private readonly bytes: Buffer,
    lines: readonly WholeLine[],
  ) {
    let start = 0;
    for (const line of [...lines, { start: bytes.length, end: bytes.length }]) {
      if (line.start > start) this.#ranges.push({ start, end: line.start });
      start = line.end;
    }
  }

  /**
   * Returns what `recover` makes of the first piece behind a position that it can recover, and takes the piece out. A piece is what
   * two newlines enclose, or a whole range, whose newlines may be damaged bytes.
   */
  async take<T>(position: number, recover: (damaged: Buffer) => Promise<T | null>): Promise<T | null> {
    const behind = this.#ranges.filter(({ end }) => end > position);
    const pieces = behind.slice(0, maxPieces).flatMap((range) => this.#split(range).slice(0, maxPieces));
    for (const piece of pieces) {
      const damaged = this.bytes.subarray(piece.start, piece.end);
      const endsWithNewline = damaged.at(-1) === newline;
      // Most likely a line that was never finished. A whole line whose newline was damaged is found without recovering it.
      if (!endsWithNewline && piece.end === this.bytes.length) continue;
      const recovered = await recover(endsWithNewline ? damaged.subarray(0, -1) : damaged);
      if (recovered === null) continue;
      this.#remove(piece);
      return recovered;
    }
    return null;
  }

  /** The bytes that are left at the end of the file. */
  getEnd(): Buffer {
    const last = this.#ranges.at(-1);
    return last?.end === this.bytes.length ? this.bytes.subarray(last.start) : Buffer.alloc(0);
  }

  /** Takes out the bytes that are left at the end of the file, unless they are more than this number. */
  dropEnd(maxBytes: number): void {
    const { length } = this.getEnd();
    if (length > 0 && length <= maxBytes) this.#ranges.pop();
  }

  /** The lines of a range, and the range itself. */
  #split(range: ByteRange): ByteRange[] {
    const lines: ByteRange[] = [];
    for (let { start } = range; start < range.end; ) {
      const lineEnd = this.bytes.indexOf(newline, start);
      const end = lineEnd === -1 || lineEnd >= range.end ? range.end : lineEnd + 1;
      lines.push({ start, end });
      start = end;
    }
    return lines.length === 1 ? lines : [...lines, range];
  }

  #remove(piece: ByteRange): void {
    const remaining = this.#ranges.flatMap(({ start, end }) => {
      if (piece.end <= start || piece.start >= end) return [{ start, end }];
      return [
        { start, end: piece.start },
        { start: piece.end, end },
      ].filter((part) => part.end > part.start);
    });
    this.#ranges.splice(0, this.#ranges.length, ...remaining);
  }
}
