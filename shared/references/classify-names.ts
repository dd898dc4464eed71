const particles =
  'de|del|della|der|den|di|da|das|dos|du|e|el|al|bin|ibn|la|le|ten|ter|van|von|vom|y|zu|zur|et';
/** `et al.`, or a mark of editors. */
const suffix = /(?:,?\s+et al\.?|\s*\(eds?\.?\)|,\s*eds?\.?)$/i;
const separator = /\s*(?:;|,?\s*&|,?\s+and\s+|,)\s*/;
const initials = /^(?:\p{Lu}\.?[ -]?){1,4}$/u;
const personName = new RegExp(
  `^(?:(?:${particles})\\s+){0,3}\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:(?:${particles})|\\p{Lu}[\\p{L}\\p{M}.'’-]*)){0,5}$`,
  'u',
);
const surnameAndInitials = /\s\p{Lu}{1,3}$/u;
const organizationWord =
  /^(?:\(?\p{Lu}[\p{L}\p{M}\d.'’&/-]*\)?|&|of|for|the|and|on|in|at|to|und|für|der|des|de|la|du)$/u;

/** Longer texts, in UTF-16 code units, are not a list of names. */
const maxNamesLength = 600;
/** Longer texts, in words, are not the name of an organization. */
const maxOrganizationWords = 12;

/**
 * Classifies the names before a date or a title in a list of references: `people` if initials or a comma between surname and
 * given name show it, `organization` if all words but small ones are capitalized, null if the text holds no names.
 */
export function classifyNames(text: string): 'people' | 'organization' | null {
  const names = text
    .trim()
    .replace(suffix, '')
    .replace(/[.,:]$/, '');
  if (names === '' || names.length > maxNamesLength) return null;
  const parts = names.split(separator).filter((part) => part !== '');
  const canBePeople = parts.every((part) => initials.test(part) || personName.test(part));
  const hasPersonMark = parts.length > 1 || surnameAndInitials.test(names) || suffix.test(text.trim());
  if (canBePeople && hasPersonMark) return 'people';
  const words = names.split(/\s+/);
  return words.length <= maxOrganizationWords &&
    /^\p{Lu}/u.test(names) &&
    words.every((word) => organizationWord.test(word))
    ? 'organization'
    : null;
}
