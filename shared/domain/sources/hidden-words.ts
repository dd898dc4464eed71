import { maxLineLength } from '../primitives';

/** Splits the field "Also hide" of a source into its entries, which are separated by commas or semicolons. */
export function splitHiddenWords(alsoHide: string | null): string[] {
  return (alsoHide ?? '').split(/[,;\n]/).flatMap((entry) => entry.trim() || []);
}

/** Joins two such fields when their sources are merged: each entry once, as many as the field can hold. */
export function joinHiddenWords(first: string | null, second: string | null): string | null {
  if (second === null || first === second) return first;
  const entries = new Set([...splitHiddenWords(first), ...splitHiddenWords(second)]);
  let joined = '';
  for (const entry of entries) {
    const longer = joined === '' ? entry : `${joined}, ${entry}`;
    if (longer.length <= maxLineLength) joined = longer;
  }
  return joined === '' ? null : joined;
}
