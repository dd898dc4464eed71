/**
 * The first bytes of executables, as Latin-1: Windows, Linux, macOS (one processor in both byte orders; several processors),
 * scripts, PostScript.
 */
const executableSignatures = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '\xca\xfe\xba\xbf',
  '#!',
  '%!',
];

const byteOrderMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
/** First tags by which browsers recognise a page (WHATWG MIME Sniffing, 7.1), and XML of any kind. */
const firstTag =
  /^[\t\n\f\r ]*<(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|!--|\?xml)(?![a-z])/;
/** Tags that make a text a page wherever they are. Long enough that a video of some GB has none by chance. */
const anyTag = /^<(?:!doctype|html|head|script|iframe|body|svg(?=[\s>/]))(?![a-z])/;

/** In bytes: how much of the start is examined for signatures, as much as programs do that detect a type by its content. */
const sampleBytes = 1024;
/** In bytes: a tag of `anyTag` and the character behind it, in UTF-16. */
const tagBytes = 22;
const lessThan = 0x3c;

/** In UTF-16 every other byte of these characters is zero. */
function decode(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '').toLowerCase();
}

/**
 * Finds out while a file is copied whether it can run code: whether it begins like a program or a script, or has the tags of a
 * page or a drawing anywhere. Chunks have to be added in the order of the file.
 */
export class ActiveContentScan {
  #isActive = false;
  #start = Buffer.alloc(0);
  /** The end of the last chunk, where a tag may have begun. */
  #rest = Buffer.alloc(0);

  add(chunk: Uint8Array): void {
    if (this.#isActive) return;
    const bytes = Buffer.concat([this.#rest, chunk]);
    if (this.#start.length < sampleBytes)
      this.#start = Buffer.concat([this.#start, chunk.subarray(0, sampleBytes - this.#start.length)]);
    this.#isActive = this.#hasTag(bytes);
    this.#rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - tagBytes)));
  }

  /** Whether the file that was added can run code. */
  get isActive(): boolean {
    const raw = this.#start.toString('latin1').replace(byteOrderMark, '').replaceAll('\0', '');
    return (
      this.#isActive ||
      executableSignatures.some((signature) => raw.startsWith(signature)) ||
      firstTag.test(raw.toLowerCase())
    );
  }

  #hasTag(bytes: Buffer): boolean {
    for (let at = bytes.indexOf(lessThan); at !== -1; at = bytes.indexOf(lessThan, at + 1)) {
      const next = bytes[at + 1] === 0 ? bytes[at + 2] : bytes[at + 1];
      // Most of what follows such a byte in a picture or a video begins no tag.
      if (next !== undefined && mayBeginTag(next) && anyTag.test(decode(bytes.subarray(at, at + tagBytes))))
        return true;
    }
    return false;
  }
}

/** Whether a byte is the first one of a tag of `anyTag`, in either case. */
function mayBeginTag(byte: number): boolean {
  return byte === 0x21 || [0x68, 0x73, 0x69, 0x62].includes(byte | 0x20);
}
