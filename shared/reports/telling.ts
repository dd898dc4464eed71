/** Words that tell nobody apart: what people type into a field without naming anything, and how places are written. */
const common = new Set(
  [
    'a an and any as at by for from he her his in is it no not of on or our she that the their they this to we with yes',
    'p pp page pages para paragraph paragraphs sec section sections ch chapter chapters table tables fig figure figures',
    'line lines row rows column columns vol volume no number min minute minutes sec second seconds hour hours slide sheet',
    'first second third last whole all beginning end top bottom annex appendix footnote tab cell passim ff f',
    'anonymous call conversation contact document email employee file insider interview letter mail meeting memo message',
    'name none note official person phone police report source spokesperson staff talk telephone text unknown witness',
    'confidential private secret whistleblower mr mrs ms dr sir madam na x',
  ]
    .join(' ')
    .split(' '),
);

/** Text as it is compared: letters of one width and case, one kind of quotation mark and dash, single spaces. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2018\u2019\u201a\u201b\u2032`´]/g, "'")
    .replace(/[\u201c-\u201f\u2033«»]/g, '"')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters and figures alone: what is left of a text however a printed page sets it. */
export function squeezed(text: string): string {
  return comparable(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a comparable text. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Scripts that put no spaces between words: there, a word may begin anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/**
 * Whether a reader could learn anything from finding the text: it has at least so many letters and figures, one word that
 * is not common, and is more than a short number.
 */
export function isTelling(text: string, least: number): boolean {
  const words = wordsOf(comparable(text));
  const length = words.join('').length;
  if (length < (isUnspaced(text) ? Math.min(least, 2) : least)) return false;
  return words.some((word) =>
    /^\p{N}+$/u.test(word) ? word.length >= 5 : !common.has(word) && /\p{L}/u.test(word),
  );
}
