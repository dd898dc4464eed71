const noteSign = '(?:\\d{1,4}|[*†‡§¶‖]{1,3})';
/** References to notes after a full stop. The platform breaks within the first one: `… in 1986.[` and `2][3] The second …`. */
const restOfReferences = new RegExp(`^${noteSign}\\](?:\\[${noteSign}\\])*`, 'u');
const raisedDigits = /^[¹²³⁰⁴-⁹]+(?:[,⁻–][¹²³⁰⁴-⁹]+)*/;
/** A closing quotation mark behind a space, as French has it. One before a letter opens a quotation, as in German. */
const spacedQuotationMark = /^\s?[»›](?=[\s.,;:!?)]|$)/;

/** Asterisks of notes and of Markdown’s emphasis. */
const asterisks = /^(?:[*_]{1,3}|[†‡§])(?=\s|$)/;
/** Marks that only open. The platform leaves them with the sentence before where no space is between, as in Japanese. */
const openingMark = /[「『（〈《【([¿¡„‚]/;
const openingMarks = /[「『（〈《【([¿¡„‚]+$/;

/** Around a place: an opened reference to a note, or a character with which one of the others begins. */
const mayGoOn = /^\[|^.[¹²³⁰⁴-⁹*_†‡§»›]|^.\s?[»›]/s;

/** How many code units behind a place are looked at. */
const reach = 64;

/**
 * Where a sentence ends that the platform ends at `place`, as offsets in the line: closing quotation marks and references to notes
 * belong to it, and opening marks to the next one.
 */
export function moveToClosing(line: string, place: number): number {
  let end = place;
  while (mayGoOn.test(line.slice(end - 1, end + 2))) {
    const next = line.slice(end, end + reach);
    const previous = line.charAt(end - 1);
    const skipped =
      (previous === '[' ? restOfReferences.exec(next) : null) ??
      (/\s/.test(previous) ? null : (raisedDigits.exec(next) ?? asterisks.exec(next))) ??
      spacedQuotationMark.exec(next);
    if (!skipped) break;
    end += skipped[0].length;
  }
  if (!openingMark.test(line.charAt(end - 1))) return end;
  const marks = openingMarks.exec(line.slice(Math.max(0, end - reach), end));
  return end - (marks?.[0].length ?? 0);
}
