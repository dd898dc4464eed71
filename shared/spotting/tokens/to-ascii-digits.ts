/** The zeros of the decimal digits that texts are written with beside ASCII: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const otherDigit = /[^\0-\x7f]/g;

/** A number with ASCII digits. Other characters, and digits of rare scripts, stay. */
export function toAsciiDigits(number: string): string {
  return number.replace(otherDigit, (character) => {
    const code = character.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? character : String(code - zero);
  });
}
