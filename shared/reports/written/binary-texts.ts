/** Shorter runs of characters are noise of compressed data, not words. In characters. */
const minRunLength = 4;
/** A large part is searched at both its ends alone, where files keep what describes them. In bytes. */
const endBytes = 2 * 1024 * 1024;

const printable = /[\p{L}\p{N}\p{P}\p{Zs}\p{S}]{4,}/gu;

/** The runs of printable characters in a decoded text. */
function listRuns(text: string): string[] {
  return (text.match(printable) ?? []).filter((run) => run.length >= minRunLength);
}

function decodeAll(bytes: Uint8Array): string {
  const runs = ['utf-8', 'utf-16le', 'windows-1252'].flatMap((encoding) =>
    listRuns(new TextDecoder(encoding).decode(bytes)),
  );
  // UTF-16 that begins at an odd offset.
  runs.push(...listRuns(new TextDecoder('utf-16le').decode(bytes.subarray(1))));
  return runs.join('\n');
}

/** Collects what can be read in a part of an unknown or binary format: the descriptions in a picture, the strings of a macro. */
export function collectBinaryTexts(bytes: Uint8Array): string {
  if (bytes.length <= 2 * endBytes) return decodeAll(bytes);
  return `${decodeAll(bytes.subarray(0, endBytes))}\n${decodeAll(bytes.subarray(bytes.length - endBytes))}`;
}
