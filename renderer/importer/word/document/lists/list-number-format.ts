import { toRoman } from '../../../web/elements/list-numbers';

/** Word repeats the letter after z: aa, bb, cc (ECMA-376, part 1: 17.18.59). */
function toRepeatedLetters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.min(100, Math.ceil(number / 26)));
}

function toOrdinal(number: number): string {
  const tens = Math.floor(number / 10) % 10;
  return `${number}${(tens === 1 ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

const numberFormats = new Map<string, (number: number) => string>([
  ['lowerLetter', toRepeatedLetters],
  ['upperLetter', (number) => toRepeatedLetters(number).toUpperCase()],
  ['lowerRoman', toRoman],
  ['upperRoman', (number) => toRoman(number).toUpperCase()],
  ['decimalZero', (number) => String(number).padStart(2, '0')],
  ['ordinal', toOrdinal],
  ['none', () => ''],
]);

/** Formats a list number as Word does (ECMA-376, part 1: 17.18.59), in digits where the format is one of another script. */
export function formatListNumber(format: string, number: number): string {
  const formatNumber = numberFormats.get(format);
  return formatNumber && number > 0 ? formatNumber(number) : String(number);
}
