import fc from 'fast-check';

/** Pieces that break naive text code: joiners, flags, marks, jamo, conjuncts, halves of pairs, every line end. */
const hostilePieces = [
  ...['a', 'Zo', 'word', '12', '. ', ', ', '? ', 'Mr. ', 'e.g. ', 'No ', '“', '”', '’', '—', ' ', '  '],
  ...['👨‍👩‍👧‍👦', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇦', '🇹', '🇩🇪', '☝', '❤️‍🔥', '1️⃣', '\u200d', '\ufe0f', '🏽'],
  ...['e\u0301', '\u0301', 'a\u0308\u0323', ' \u0301', '\u20dd'],
  ...['ᄀ', 'ᅡ', 'ᆨ', '각', '가'],
  ...['क्ष', 'नि', '्', 'র্', 'ക്ഷ', 'ำ', '\u0600', '\u06dd', '\u0d4e'],
  ...['\ud83d', '\ude00', '\udc00'],
  ...['\n', '\r\n', '\r', '\n\n', '\t', '\u00a0', '\u2028', '\u0085', '\u200b', '\ufeff', '\u0000', '\u001b'],
];

/** Text of hostile pieces and any UTF-16 units at all. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...hostilePieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

/** One piece many times over: clusters and runs that are longer than any window. */
export const longRun = fc
  .tuple(fc.constantFrom(...hostilePieces), fc.integer({ min: 20, max: 300 }), hostileText)
  .map(([piece, times, rest]) => piece.repeat(times) + rest);

/** Text in which people write: words, punctuation, paragraphs. */
export const proseText = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom('The', 'tram', 'cost', '€412', 'million', 'said', '“No', 'Ö', 'it”'),
      },
      { weight: 2, arbitrary: fc.constantFrom('. ', ', ', '? ', '.\n\n', '\n', '\n \t\n', ' – ', '\u00a0') },
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((pieces) => pieces.join(' '));

/** A span inside a range, not empty; the range must hold at least one unit. */
export function spanWithin(start: number, end: number) {
  return fc
    .tuple(fc.integer({ min: start, max: end - 1 }), fc.integer({ min: start + 1, max: end }))
    .map(([a, b]) => (a < b ? { start: a, end: b } : { start: b - 1, end: a + 1 }));
}
