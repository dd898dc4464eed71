import { unzipSync } from 'fflate';

/** The parts that a Word report may change or add; all others must have the bytes that they had. */
const changeable =
  /^(\[Content_Types\]\.xml|.*\/_rels\/(document|comments|footnotes)\d*\.xml\.rels|word\/(document|comments|commentsextended|commentsids|commentsextensible|people|footnotes|endnotes)\d*\.xml)$/i;

/** The names of parts of a Word file that a report changed although it may not. `main` is the name of the main part. */
export function listChangedParts(original: Uint8Array, written: Uint8Array, main: string): string[] {
  const before = unzipSync(original);
  const after = unzipSync(written);
  return Object.keys(before).filter((name) => {
    if (changeable.test(name) || name.toLowerCase() === main) return false;
    const [old, now] = [before[name], after[name]];
    return !old || !now || Buffer.compare(old, now) !== 0;
  });
}
