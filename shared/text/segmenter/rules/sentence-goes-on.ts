import { goesOnAfterAbbreviation } from './abbreviations.ts';
import { type BreakPosition, startsWithOpener } from './break-position.ts';

/** The part of an address up to a mark within it, such as `https://example.org/watch?` and `www.example.org/report?` */
const address = /(?:^|[\s(<["“„«])(?:(?:https?|ftp|mailto):|www\.|[\w-]+(?:\.[\w-]+)+\/)[^\s]*$/i;
/** A text without white space that is longer than the rules look back. CJK text has none either. */
const longAddress = /^[\x21-\x7e]{64,}$/;

/** Whether a position is within an address. */
function isWithinAddress({ before, isSpaced }: BreakPosition): boolean {
  return !isSpaced && (address.test(before) || longAddress.test(before));
}

/** An ellipsis apart from the word before it, or in brackets: words were left out. */
const omission = /(?:^|[\s[(])(?:…|\.{3}|\.\s\.\s\.)["”’»)\]]*$/;
const omissionAfterEnd = /[.!?]["”’»)]*\s(?:…|\.{3})["”’»)]*$/;

/** Whether the text before a position ends in an ellipsis that stands for words left out of the same sentence. */
function goesOnAfterOmission(position: BreakPosition): boolean {
  if (!/…|\.\s?\./.test(position.before.slice(-6))) return false;
  return (
    omission.test(position.before) && !omissionAfterEnd.test(position.before) && !startsWithOpener(position)
  );
}

const nameWithMark = /(?:^|[^\p{L}])(?:Yahoo|Jeopardy|Joomla|Kahoot|Yum)!$/u;
const continuing = /^[,;:%)\]}]/;

/** Whether the mark before a position belongs to a name, as in `Yahoo! Finance`. */
function goesOnAfterName(position: BreakPosition): boolean {
  return position.before.endsWith('!') && nameWithMark.test(position.before) && !startsWithOpener(position);
}

/** Whether the text after a position starts with a comma or another mark that no sentence starts with. Versions of ICU differ here. */
function goesOnWithMark({ after }: BreakPosition): boolean {
  return continuing.test(after);
}

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
function goesOnAfterNumber(position: BreakPosition): boolean {
  const { before, after, isWhole, isSpaced, language } = position;
  if (!isNumber.test(before.slice(-3))) return false;
  if ((isWhole && isSpaced && label.test(before)) || labelAfterColon.test(before)) return true;
  if (dayBefore.test(before) && monthAfter.test(after)) return true;
  if (dayAndMonthBefore.test(before) && yearAfter.test(after)) return true;
  if (!withOrdinals.has(language.name)) return false;
  if (romanOrdinal.test(before)) return !startsWithOpener(position);
  if (!ordinal.test(before)) return false;
  if (germanMonth.test(after)) return true;
  return (
    language.name === 'de' &&
    beforeGermanOrdinal.test(before) &&
    /^["„»(]?\p{Lu}/u.test(after) &&
    !startsWithOpener(position)
  );
}

/** A word in lower case, also behind a dash or an opening mark. Items such as `b) …` and names such as `iPhone` are none. */
const lowerCase = /^["'“”‘’„‚«»(\u2013\u2014-]*\s?\p{Ll}(?!\p{Ll}?\p{Lu}|\))/u;
/** Dutch `’s Avonds` and `’t Is` open sentences. */
const elidedArticle = /^['’‘][a-z]\s\p{Lu}/u;

/** The end of a quotation, and who says it: `“Why?” Ms. Keld asked.` */
const closedQuotation = /[.!?…]["”’»“]$/;
const speaker =
  /^(?:(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov)\.\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){0,3}\s(\p{Ll}+)/u;
const wordOfSpeech =
  /^(?:said|says|ask(?:s|ed)|repl(?:ies|ied)|answered|add(?:s|ed)|told|tells|wrote|writes|shouted|called|cried|recalled|continued|explained|noted|wondered|whispered|quipped)$/;
/** Japanese `「…。」と` */
const closedJapaneseQuotation = /[。！？][」』]$/;
const japaneseParticle = /^(?:と|って)/;

/** Whether a sentence goes on in lower case, as in `“Why?” she asked.` and `« Non ! » dit-il.` */
function goesOnInLowerCase({ before, after, isSpaced }: BreakPosition): boolean {
  return (isSpaced || closedQuotation.test(before)) && lowerCase.test(after) && !elidedArticle.test(after);
}

/** Whether the words after a quotation say who spoke, so that both are one sentence. */
function goesOnWithSpeaker(position: BreakPosition): boolean {
  const { before, after } = position;
  if (closedJapaneseQuotation.test(before)) return japaneseParticle.test(after);
  if (!closedQuotation.test(before)) return false;
  const [, verb] = speaker.exec(after) ?? [];
  return verb !== undefined && wordOfSpeech.test(verb) && !startsWithOpener(position);
}

/** The rules by which a sentence goes on where the platform ends it. */
const rules: readonly ((position: BreakPosition) => boolean)[] = [
  goesOnInLowerCase,
  goesOnWithMark,
  goesOnAfterAbbreviation,
  goesOnAfterNumber,
  goesOnAfterOmission,
  goesOnWithSpeaker,
  goesOnAfterName,
  isWithinAddress,
];

/** Whether a sentence goes on at a position where the platform's segmenter ends it. */
export function sentenceGoesOn(position: BreakPosition): boolean {
  return rules.some((rule) => rule(position));
}
