const raised = new Map([
  ...Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (character, digit): [string, string] => [String(digit), character]),
  ['+', '⁺'],
  ['-', '⁻'],
  ['−', '⁻'],
]);

/** Longer figures are neither exponents nor note numbers. A sign may come alone: files store it apart from its figure. */
const figure = /^(?:[+−-]?\d{1,4}|[+−-])\s*$/;

/**
 * The raised characters for a figure that is set as a superscript, because 10⁹ is not 109 and "council¹" not "council1". Null for
 * any other text, and for a figure at the start of a line or behind a space: it is the label of a note.
 */
export function raiseDigits(text: string, textBefore: string): string | null {
  if (!figure.test(text) || !/\S$/.test(textBefore)) return null;
  return Array.from(text, (character) => raised.get(character) ?? character).join('');
}
