import type { NumberLanguage } from './text-language';

/** A number of digits: its value, and the value of one in its last place. */
export interface WrittenNumber {
  value: number;
  step: number;
}

/** The longest number that is read, in UTF-16 code units. */
const maxNumberLength = 24;

const spaced = "[\\u00a0\\u2009\\u202f'’ ]";
const plain = /^\d+$/;
const patterns: Record<NumberLanguage, { grouped: RegExp; decimal: RegExp }> = {
  en: {
    grouped: new RegExp(`^\\d{1,3}(?:(?:,\\d{3})+|(?:${spaced}\\d{3})+)(?:\\.\\d+)?$`),
    decimal: /^\d+\.\d+$/,
  },
  de: {
    grouped: new RegExp(`^\\d{1,3}(?:(?:\\.\\d{3})+|(?:${spaced}\\d{3})+)(?:,\\d+)?$`),
    decimal: /^\d+,\d+$/,
  },
  // A single separator before three digits is ambiguous, and is read as a separator of thousands. All others are unambiguous.
  other: {
    grouped: new RegExp(
      `^\\d{1,3}(?:(?:\\.\\d{3})+(?:,\\d+)?|(?:,\\d{3})+(?:\\.\\d+)?|(?:${spaced}\\d{3})+(?:[.,]\\d+)?)$`,
    ),
    decimal: /^\d+[.,](?:\d{1,2}|\d{4,})$/,
  },
};

/** Reads digits with their separators as the language sets them: 1,234.5 or 1.234,5 or 1 234. Null for anything else. */
export function readDigits(written: string, language: NumberLanguage): WrittenNumber | null {
  if (written.length > maxNumberLength) return null;
  if (plain.test(written)) return { value: Number(written), step: 1 };
  const { grouped, decimal } = patterns[language];
  const isGrouped = grouped.test(written);
  if (!isGrouped && !decimal.test(written)) return null;
  const point = isGrouped
    ? findPointOfGrouped(written)
    : Math.max(written.indexOf('.'), written.indexOf(','));
  const whole = (point === -1 ? written : written.slice(0, point)).replace(/\D/g, '');
  const digits = point === -1 ? '' : written.slice(point + 1);
  return { value: Number(`${whole}.${digits}`), step: 10 ** -digits.length };
}

/** Where the decimals of a number with grouped thousands begin; -1 where it has none. */
function findPointOfGrouped(written: string): number {
  const separators = [...written.matchAll(/\D/g)];
  const [first] = separators;
  const last = separators.at(-1);
  if (!first || !last || last[0] === first[0] || /[^.,]/.test(last[0])) return -1;
  return last.index;
}
