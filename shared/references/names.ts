const particles =
  'de|del|della|der|den|di|da|das|dos|du|e|el|al|bin|ibn|la|le|ten|ter|van|von|vom|y|zu|zur|et';
const ending = /(?:,?\s+et al\.?|\s*\(eds?\.?\)|,\s*eds?\.?)$/i;
const between = /\s*(?:;|,?\s*&|,?\s+and\s+|,)\s*/;
const initials = /^(?:\p{Lu}\.?[ -]?){1,4}$/u;
const person = new RegExp(
  `^(?:(?:${particles})\\s+){0,3}\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:(?:${particles})|\\p{Lu}[\\p{L}\\p{M}.'’-]*)){0,5}$`,
  'u',
);
const surnameAndInitials = /\s\p{Lu}{1,3}$/u;
const organization =
  /^(?:\(?\p{Lu}[\p{L}\p{M}\d.'’&/-]*\)?|&|of|for|the|and|on|in|at|to|und|für|der|des|de|la|du)$/u;

/** Longer is no list of names, in UTF-16 units. */
const longest = 600;

/**
 * Whose name stands before a date or a title in a list of references: `people` where initials or a comma between surname
 * and given name say so, `organization` where all words but small ones are capitalised, null where it is no name.
 */
export function namesIn(text: string): 'people' | 'organization' | null {
  const names = text
    .trim()
    .replace(ending, '')
    .replace(/[.,:]$/, '');
  if (names === '' || names.length > longest) return null;
  const pieces = names.split(between).filter((piece) => piece !== '');
  const people = pieces.every((piece) => initials.test(piece) || person.test(piece));
  const marked = pieces.length > 1 || surnameAndInitials.test(names) || ending.test(text.trim());
  if (people && marked) return 'people';
  const words = names.split(/\s+/);
  return words.length <= 12 && /^\p{Lu}/u.test(names) && words.every((word) => organization.test(word))
    ? 'organization'
    : null;
}
