/** As its bytes are in ASCII. */
const bytesOf = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0));

const end = bytesOf('startxref');
const objectEnds = bytesOf('endobj');
const objectBegins = bytesOf(' obj');

/**
 * Whether the bytes of a PDF end before the file does: nothing says where its table of objects is (ISO 32000-1, 7.5.5), and
 * `midway` tells whether the last object is not finished.
 */
export function endOfFile(bytes: Uint8Array): { missing: boolean; midway: boolean } {
  const finished = lastIndexOf(bytes, objectEnds);
  const missing = lastIndexOf(bytes, end) < finished;
  return { missing, midway: missing && lastIndexOf(bytes, objectBegins) > finished };
}

function lastIndexOf(bytes: Uint8Array, word: Uint8Array): number {
  const [first = 0] = word;
  for (let at = bytes.lastIndexOf(first); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1))
    if (word.every((byte, offset) => bytes[at + offset] === byte)) return at;
  return -1;
}
