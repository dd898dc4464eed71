import type { Place } from './place';

/** The part of an address up to a mark within it, such as `https://example.org/watch?` and `www.example.org/report?` */
const address = /(?:^|[\s(<["“„«])(?:(?:https?|ftp|mailto):|www\.|[\w-]+(?:\.[\w-]+)+\/)[^\s]*$/i;
/** A text without white space that is longer than the rules look back. CJK text has none either. */
const longAddress = /^[\x21-\x7e]{64,}$/;

/** Whether a place is within an address. */
export function isWithinAddress({ before, isSpaced }: Place): boolean {
  return !isSpaced && (address.test(before) || longAddress.test(before));
}
