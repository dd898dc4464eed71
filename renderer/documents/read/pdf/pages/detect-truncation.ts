export const toAsciiBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The offset where a sequence last occurs before another offset, or -1. */
export function findLastBytes(bytes: Uint8Array, sequence: Uint8Array, before = bytes.length): number {
  const [first = 0] = sequence;
  let offset = before === 0 ? -1 : bytes.lastIndexOf(first, before - 1);
  while (offset !== -1) {
    if (sequence.every((byte, index) => bytes[offset + index] === byte)) return offset;
    offset = offset === 0 ? -1 : bytes.lastIndexOf(first, offset - 1);
  }
  return -1;
}

const endOfFile = toAsciiBytes('startxref');
const objectEnd = toAsciiBytes('endobj');
const objectStart = toAsciiBytes(' obj');

/**
 * Detects whether the end of a PDF is missing: after its last object nothing says where the table of objects is (ISO 32000-1,
 * 7.5.5). `isInsideObject` says whether it even ends within an object.
 */
export function detectTruncation(bytes: Uint8Array): { isMissing: boolean; isInsideObject: boolean } {
  const lastObjectEnd = findLastBytes(bytes, objectEnd);
  const isMissing = findLastBytes(bytes, endOfFile) < lastObjectEnd;
  return { isMissing, isInsideObject: isMissing && findLastBytes(bytes, objectStart) > lastObjectEnd };
}
