import type { HistoryEnd } from './read-history';

const newline = 0x0a;

/** The lines of a history that are safely on the disk, in memory. */
export class AcknowledgedLines {
  readonly #content: Buffer[];
  /** The bytes before `#content`; null once they are part of it. */
  #earlier: Promise<Buffer> | null;
  #end: HistoryEnd;

  /** `content` has the bytes up to the last whole line, or the end of them; `earlier` those before, unless it has all. */
  constructor(content: Buffer, earlier: Promise<Buffer> | null, end: HistoryEnd) {
    this.#content = [content];
    this.#earlier = earlier;
    this.#end = end;
  }

  /** The last line: its number, its checksum, and the size in bytes of all lines up to it. */
  get end(): HistoryEnd {
    return this.#end;
  }

  /** The bytes of the last line. */
  get last(): Buffer {
    const last = this.#content.at(-1) ?? Buffer.alloc(0);
    return last.subarray(last.lastIndexOf(newline, -2) + 1);
  }

  /** Adds a line, which ends the history from now on. */
  add(line: Buffer, end: HistoryEnd): void {
    this.#content.push(line);
    this.#end = end;
  }

  /** Takes over a whole history that has more lines. */
  replace(content: Buffer, end: HistoryEnd): void {
    this.#earlier = null;
    this.#content.splice(0, this.#content.length, content);
    this.#end = end;
  }

  /** All bytes. Rejects as `waitForEarlier`. */
  async toBuffer(): Promise<Buffer> {
    await this.waitForEarlier();
    const all = Buffer.concat(this.#content);
    this.#content.splice(0, this.#content.length, all);
    return all;
  }

  /** Waits for the lines that were not read yet. Rejects when they can't be read. */
  async waitForEarlier(): Promise<void> {
    const earlier = this.#earlier;
    if (!earlier) return;
    const bytes = await earlier;
    // Another caller may have waited as well.
    if (this.#earlier !== earlier) return;
    this.#earlier = null;
    this.#content.unshift(bytes);
  }
}
