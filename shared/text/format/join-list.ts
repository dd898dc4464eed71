/** Joins phrases as a sentence lists them: `Ada`, `Ada and Bo`, `Ada, Bo and Cy`. Empty for an empty list. */
export function joinList(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? '';
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} and ${last}`;
}
