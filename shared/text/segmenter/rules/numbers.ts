import { type Place, startsWithOpener } from './place';

/** A digit, or what may be a Roman numeral or the letter of an item, with a full stop. */
const isNumber = /(?:\d|[IVXLivx]|(?:^|[^\p{L}])\p{L})\.$/u;

/** The number of an item within a list, or its letter, at the start of a sentence or behind a colon: `1.`, `b.`, `2.3.`, `iv.` */
const label = /^["'“„«([]*(?:(?:\d{1,3}\.)*\d{1,3}|[\p{Lu}\p{Ll}]|(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3}))\.$/u;
const labelAfterColon = /[:;]\s+(?:\d{1,2}|\p{Ll})\.$/u;

const ordinal = /(?:^|[^\p{L}\d.,:/])(\d{1,3})\.$/u;
const romanOrdinal = /(?:^|\s)[IVXL]{2,6}\.$/u;
/** Languages that write ordinals with a full stop. */
const withOrdinals = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'hu',
  'fi',
  'et',
  'lv',
  null,
]);

/** The words before an ordinal in German: articles, prepositions, pronouns, and weekdays before a date. */
const beforeGermanOrdinal =
  /(?:^|[^\p{L}])(?:[Dd](?:er|ie|as|en|em|es)|[AaIi]m|[VvZz]om|[Zz]u[mr]|[Bb]eim|[Aa]ns|[Ii]ns|[Ff]ürs|(?:[Ee]|[MmDdSs]e|[Kk]e)?in(?:e[rnms]?)?|[Ii]hr(?:e[rnms]?)?|(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn)tag,?|[Mm]ittwoch,?)\s\d{1,3}\.$/u;
const germanMonth =
  /^(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jh\.)/;

/** A date in figures: `3. 5. 2020`. */
const dayBefore = /(?:^|[^\d.])\d{1,2}\.$/;
const monthAfter = /^(?:1[0-2]|0?[1-9])\.(?:\s?\d{2,4}|\s\p{L}|$)/u;
const dayAndMonthBefore = /(?:^|[^\d.])\d{1,2}\.\s?\d{1,2}\.$/;
const yearAfter = /^(?:19|20)\d\d\b/;

/** Whether a full stop belongs to the number before it: that of a list item, an ordinal, a ruler or a date. */
export function goesOnAfterNumber(place: Place): boolean {
  const { before, after, isWhole, isSpaced, language } = place;
  if (!isNumber.test(before.slice(-3))) return false;
  if ((isWhole && isSpaced && label.test(before)) || labelAfterColon.test(before)) return true;
  if (dayBefore.test(before) && monthAfter.test(after)) return true;
  if (dayAndMonthBefore.test(before) && yearAfter.test(after)) return true;
  if (!withOrdinals.has(language.name)) return false;
  if (romanOrdinal.test(before)) return !startsWithOpener(place);
  if (!ordinal.test(before)) return false;
  if (germanMonth.test(after)) return true;
  return (
    language.name === 'de' &&
    beforeGermanOrdinal.test(before) &&
    /^["„»(]?\p{Lu}/u.test(after) &&
    !startsWithOpener(place)
  );
}
