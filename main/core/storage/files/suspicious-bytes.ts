/** Bytes in a row that are looked up together. Their number of 48 bits is exact in a `number`. */
const gramBytes = 6;

function* listGrams(bytes: Uint8Array): Generator<number> {
  let gram = 0;
  for (const [at, byte] of bytes.entries()) {
    gram = (gram % 2 ** (8 * (gramBytes - 1))) * 256 + byte;
    if (at >= gramBytes - 1) yield gram;
  }
}

/** The short runs of bytes (n-grams) of texts that are intact. */
export type KnownGrams = ReadonlySet<number>;

export function collectGrams(texts: Iterable<Uint8Array>): KnownGrams {
  const grams = new Set<number>();
  for (const text of texts) for (const gram of listGrams(text)) grams.add(gram);
  return grams;
}

/** The runs that occur more than once in a text: a damaged one hardly does. */
function collectRepeatedGrams(text: Uint8Array): KnownGrams {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const gram of listGrams(text)) (seen.has(gram) ? repeated : seen).add(gram);
  return repeated;
}

/**
 * Groups the positions of damaged bytes by how suspicious they are, the most suspicious first: by how few of the runs that
 * they stand in are known from intact texts, or occur elsewhere in the damaged one. Almost everything in a long change is also
 * in the snapshot or in other changes, and a flipped bit changes all runs around it.
 */
export function rankSuspiciousBytes(damaged: Uint8Array, known: KnownGrams): number[][] {
  const repeated = collectRepeatedGrams(damaged);
  const knownRuns = new Uint8Array(damaged.length);
  let start = 0;
  for (const gram of listGrams(damaged)) {
    if (known.has(gram) || repeated.has(gram))
      for (let at = start; at < start + gramBytes; at += 1) knownRuns[at] = (knownRuns[at] ?? 0) + 1;
    start += 1;
  }
  const ranks = Array.from({ length: gramBytes + 1 }, (): number[] => []);
  for (const [at, count] of knownRuns.entries()) ranks[count]?.push(at);
  return ranks;
}
