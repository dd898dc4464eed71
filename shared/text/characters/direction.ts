/** Where Unicode puts the scripts that are written from right to left (Derived Bidi Class, its defaults), and their marks. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const rightToLeftWords = new RegExp(`(?!\\p{P})${rightToLeft.source}`, 'u');

/** Whether words or figures of these scripts are in a text, which turn what stands around them; commas alone don't. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeftWords.test(text);
}

/** Letters, and figures that are used with letters of one script alone, but for those without a direction (Bidi Class ON, EN, AN). */
const strong =
  /(?![\u02b9\u02ba\u02c6-\u02cf\u02ec\u0374\u2e2f\ua67f\ua717-\ua71f\ua788\u{10140}-\u{10174}])(?![0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u{10d30}-\u{10d39}\u{1d7ce}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}])[\p{L}\p{Nd}\p{Nl}\p{Mc}\u200e\u200f\u061c]/u;

/** Languages that are written so, by their subtag (BCP 47), where none for a script follows. */
const rightToLeftLanguages = new Set(
  'ar arc arz azb ckb dv fa he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi ji'.split(' '),
);

const rightToLeftScripts = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg', 'samr', 'mand']);

export type Direction = 'ltr' | 'rtl';

/** The direction in which a language (a BCP 47 tag) is written; left to right when none is known. */
export function directionOfLanguage(language: string | null): Direction {
  const [tag = '', ...subtags] = (language ?? '').toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft = script ? rightToLeftScripts.has(script) : rightToLeftLanguages.has(tag);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** The direction of a text as HTML's `dir="auto"` finds it, by its first strong character; null when it has none. */
export function ownDirection(text: string): Direction | null {
  const [first] = strong.exec(text) ?? [];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** The direction of a text of an article; one without letters, as a row of figures, has that of the article's language. */
export function directionOf(text: string, language: string | null): Direction {
  return ownDirection(text) ?? directionOfLanguage(language);
}
