import { roman } from '../web/elements/list-numbers';

/** Word doubles the letter after z: aa, bb, cc (ECMA-376, part 1: 17.18.59). */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.min(100, Math.ceil(number / 26)));
}

function ordinal(number: number): string {
  const tens = Math.floor(number / 10) % 10;
  return `${number}${(tens === 1 ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

const systems = new Map<string, (number: number) => string>([
  ['lowerLetter', letters],
  ['upperLetter', (number) => letters(number).toUpperCase()],
  ['lowerRoman', roman],
  ['upperRoman', (number) => roman(number).toUpperCase()],
  ['decimalZero', (number) => String(number).padStart(2, '0')],
  ['ordinal', ordinal],
  ['none', () => ''],
]);

/** A list's number as a format of Word writes it; in digits where the format is another script's. */
export function numberIn(format: string, number: number): string {
  const write = systems.get(format);
  return write && number > 0 ? write(number) : String(number);
}
