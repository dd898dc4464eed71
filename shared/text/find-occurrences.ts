/** Finds the occurrences of one string in another, overlapping ones too, at most `max`. Returns UTF-16 offsets, in order. */
export function findOccurrences(text: string, part: string, max: number): number[] {
  const offsets: number[] = [];
  let offset = text.indexOf(part);
  for (; offset !== -1 && offsets.length < max; offset = text.indexOf(part, offset + 1)) offsets.push(offset);
  return offsets;
}
