/** Private-use characters count as visible: a document's own symbols are such characters, and so are marks set by a format. */
const visibleCharacter = /[^\s\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/u;

/** Whether a text shows anything at all. */
export function hasVisibleText(text: string): boolean {
  return visibleCharacter.test(text);
}
