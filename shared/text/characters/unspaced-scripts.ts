/**
 * Scripts that are written without spaces between words, as the inside of a character class for expressions with the `u` flag.
 * Korean has spaces.
 */
export const unspacedScriptClass =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}';
