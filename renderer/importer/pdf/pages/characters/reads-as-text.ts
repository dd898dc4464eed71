const scripts = [
  /\p{sc=Latin}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Hebrew}/u,
  /\p{sc=Arabic}/u,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u,
  /\p{sc=Devanagari}/u,
  /\p{sc=Thai}/u,
];
const latinVowel = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]/giu;

/** Shares of characters that text has, and codes that were taken for characters hardly have. */
const minLetterShare = 0.6;
const minFigureShare = 0.85;
const minScriptShare = 0.85;
/** Vowels among the letters of text in small letters, and of text in capitals, which shifted codes resemble more. */
const vowelShares = { small: { min: 0.24, max: 0.58 }, capitals: { min: 0.3, max: 0.52 } };
const minSmallShare = 0.6;
/** Symbols between two letters, among all characters. */
const maxInnerSymbolShare = 0.03;
/** Capital letters right after a small letter, among all capital letters. */
const maxInnerCapitalShare = 0.2;

/** Whether characters that may be mere codes are text all the same: letters of one script as words have them, or figures. */
export function readsAsText(text: string): boolean {
  const characters = text.replace(/\s+/g, '');
  const count = (pattern: RegExp, within = characters) =>
    within.match(new RegExp(pattern.source, 'giu'))?.length ?? 0;
  if (characters === '') return false;
  if (count(/[\d.,:;%€$£()/–-]/) >= minFigureShare * characters.length && count(/\d/) > 0) return true;
  const letters = count(/\p{L}/u);
  if (letters < minLetterShare * characters.length) return false;
  const most = Math.max(...scripts.map((script) => count(script)));
  if (most < minScriptShare * letters) return false;
  const latin = count(/\p{sc=Latin}/u);
  if (latin < most) return true;
  const smallLetters = text.match(/\p{Ll}/gu)?.length ?? 0;
  const share = smallLetters >= minSmallShare * latin ? vowelShares.small : vowelShares.capitals;
  const vowels = count(latinVowel);
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const innerCapitals = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const innerSymbols = text.match(/\p{L}[^\p{L}\p{M}\p{N}\s'’.,/()‐–—-]\p{L}/gu)?.length ?? 0;
  return (
    vowels >= share.min * latin &&
    vowels <= share.max * latin &&
    innerCapitals <= maxInnerCapitalShare * Math.max(capitals, 1) &&
    innerSymbols <= maxInnerSymbolShare * characters.length
  );
}
