function splitList(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** A full stop after these never ends a sentence: a name, a number or an explanation follows. */
const continuing = splitList(
  'mr mrs ms dr prof st sen rep gov gen col lt sgt capt hon rev mme mlle nos fig vs cf e.g i.e z.b d.h nr ca approx',
);

/** A full stop after these ends a sentence only where the text after it starts like one. */
const ambiguous = splitList(
  'jr sr inc ltd co corp no vol p pp etc al est jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n a.m p.m bzw str m',
);

/**
 * How many characters before a full stop are searched for an abbreviation, in UTF-16 code units: none is longer, and looking
 * further back would take quadratic time in a long text without spaces.
 */
const maxAbbreviationLength = 12;

const lastWord = /([\p{L}.]+)\.\s*$/u;
const initial = /^\p{Lu}$/u;
const startsLow = /^[\s"'“‘(]*[\p{Ll}\d]/u;

/** Whether a sentence continues after this word (in lower case, without its full stop), even before a capital letter. */
export function isContinuingAbbreviation(word: string): boolean {
  return continuing.has(word);
}

/** Whether a text ends in an abbreviation or a single initial with which the text after it continues the sentence. */
export function endsInAbbreviation(before: string, after: string): boolean {
  const word = lastWord.exec(before.trimEnd().slice(-maxAbbreviationLength))?.[1];
  if (!word) return false;
  const lower = word.toLowerCase();
  return initial.test(word) || continuing.has(lower) || (ambiguous.has(lower) && startsLow.test(after));
}
