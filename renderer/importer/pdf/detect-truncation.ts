const toAsciiBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const endOfFile = toAsciiBytes('startxref');
const objectEnd = toAsciiBytes('endobj');
const objectStart = toAsciiBytes(' obj');

/**
 * Detects whether the end of a PDF is missing: after its last object nothing says where the table of objects is (ISO 32000-1,
 * 7.5.5). `isInsideObject` says whether it even ends within an object.
 */
export function detectTruncation(bytes: Uint8Array): { isMissing: boolean; isInsideObject: boolean } {
  const lastObjectEnd = findLast(bytes, objectEnd);
  const isMissing = findLast(bytes, endOfFile) < lastObjectEnd;
  return { isMissing, isInsideObject: isMissing && findLast(bytes, objectStart) > lastObjectEnd };
}

/** The offset where a sequence last occurs, or -1. */
function findLast(bytes: Uint8Array, sequence: Uint8Array): number {
  const [first = 0] = sequence;
  let offset = bytes.lastIndexOf(first);
  while (offset !== -1) {
    if (sequence.every((byte, index) => bytes[offset + index] === byte)) return offset;
    offset = offset === 0 ? -1 : bytes.lastIndexOf(first, offset - 1);
  }
  return -1;
}
