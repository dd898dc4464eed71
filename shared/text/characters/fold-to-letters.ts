/**
 * Folds a text to its letters and numbers, in lower case and without compatibility forms (NFKC); accents stay. Each sequence of
 * other characters is replaced by the separator. For comparing titles and names, of which spaces and punctuation vary.
 */
export function foldToLetters(text: string, separator: '' | ' '): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, separator);
}
