/** The scripts that are written from right to left, and their marks, by the defaults of Unicode's Derived Bidi Class. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const rightToLeftNotPunctuation = new RegExp(`(?!\\p{P})${rightToLeft.source}`, 'u');

/** Whether a text holds right-to-left letters or figures, which reorder the text around them; punctuation alone does not. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeftNotPunctuation.test(text);
}

/**
 * Letters, and digits used with the letters of one script only, except those without a strong direction (Bidi Class ON, EN,
 * AN).
 */
const strong =
  /(?![\u02b9\u02ba\u02c6-\u02cf\u02ec\u0374\u2e2f\ua67f\ua717-\ua71f\ua788\u{10140}-\u{10174}])(?![0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u{10d30}-\u{10d39}\u{1d7ce}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}])[\p{L}\p{Nd}\p{Nl}\p{Mc}\u200e\u200f\u061c]/u;

/** Right-to-left languages by their BCP 47 subtag, for tags without a script. */
const rightToLeftLanguages = new Set(
  'ar arc arz azb ckb dv fa he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi ji'.split(' '),
);

const rightToLeftScripts = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg', 'samr', 'mand']);

export type Direction = 'ltr' | 'rtl';

/** The direction in which a language (a BCP 47 tag) is written; left to right where the language isn't known. */
export function getLanguageDirection(language: string | null): Direction {
  const [tag = '', ...subtags] = (language ?? '').toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft = script ? rightToLeftScripts.has(script) : rightToLeftLanguages.has(tag);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** The direction of a text by its first strong character, as HTML's `dir="auto"` finds it; null where it has none. */
export function detectStrongDirection(text: string): Direction | null {
  const [first] = strong.exec(text) ?? [];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** The direction of a text of an article. A text without letters, such as a row of figures, has that of the language. */
export function detectDirection(text: string, language: string | null): Direction {
  return detectStrongDirection(text) ?? getLanguageDirection(language);
}
