import { findLastBytes, toAsciiBytes } from './find-bytes';

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
