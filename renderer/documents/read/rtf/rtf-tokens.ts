/** A token of RTF (RTF 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { kind: 'open' | 'close' }
  /** A control word with its number, or a control symbol, whose number is null. */
  | { kind: 'control'; name: string; number: number | null }
  /** Bytes of text, also a single one that is written as `\'hh`. */
  | { kind: 'bytes'; bytes: Uint8Array };

const codes = {
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  cr: 0x0d,
  lf: 0x0a,
  minus: 0x2d,
  space: 0x20,
  quote: 0x27,
};

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isText = (byte: number) =>
  byte !== codes.backslash &&
  byte !== codes.open &&
  byte !== codes.close &&
  byte !== codes.cr &&
  byte !== codes.lf;

/** Longest control words and numbers that are read; the standard has them shorter. */
const maxNameLength = 32;
const maxDigits = 10;

/** Splits RTF into tokens. The bytes of `\bin` are skipped. */
export class RtfTokens {
  /** How far the file is read, in bytes. */
  offset = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** The next token; null at the end. */
  next(): RtfToken | null {
    const { bytes } = this;
    while (bytes[this.offset] === codes.cr || bytes[this.offset] === codes.lf) this.offset += 1;
    const byte = bytes[this.offset];
    if (byte === undefined) return null;
    if (byte === codes.open || byte === codes.close) {
      this.offset += 1;
      return { kind: byte === codes.open ? 'open' : 'close' };
    }
    if (byte === codes.backslash) return this.readControl();
    const start = this.offset;
    while (this.offset < bytes.length && isText(bytes[this.offset] ?? 0)) this.offset += 1;
    return { kind: 'bytes', bytes: bytes.subarray(start, this.offset) };
  }

  private readControl(): RtfToken {
    const { bytes } = this;
    const first = bytes[this.offset + 1] ?? codes.lf;
    if (isLetter(first)) return this.readWord();
    this.offset += 2;
    if (first !== codes.quote) return { kind: 'control', name: String.fromCharCode(first), number: null };
    const hex = String.fromCharCode(bytes[this.offset] ?? 0, bytes[this.offset + 1] ?? 0);
    if (!/^[\da-f]{2}$/i.test(hex)) return { kind: 'bytes', bytes: new Uint8Array() };
    this.offset += 2;
    return { kind: 'bytes', bytes: Uint8Array.of(Number.parseInt(hex, 16)) };
  }

  private readWord(): RtfToken {
    const { bytes } = this;
    const name = this.takeWhile(this.offset + 1, maxNameLength, isLetter);
    const isNegative = bytes[this.offset] === codes.minus && isDigit(bytes[this.offset + 1] ?? 0);
    const digits = this.takeWhile(this.offset + (isNegative ? 1 : 0), maxDigits, isDigit);
    if (bytes[this.offset] === codes.space) this.offset += 1;
    const number = digits === '' ? null : Number(digits) * (isNegative ? -1 : 1);
    if (name === 'bin' && number !== null && number > 0) this.offset += number;
    return { kind: 'control', name, number };
  }

  private takeWhile(start: number, maxLength: number, isPart: (byte: number) => boolean): string {
    let end = start;
    while (end < this.bytes.length && end - start < maxLength && isPart(this.bytes[end] ?? 0)) end += 1;
    this.offset = end === start && this.bytes[start - 1] === codes.minus ? start - 1 : end;
    return String.fromCharCode(...this.bytes.subarray(start, end));
  }
}
