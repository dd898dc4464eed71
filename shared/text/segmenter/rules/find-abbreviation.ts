import type { AbbreviationKind } from '../languages';
import type { Place } from './place';

/** The word before a full stop, without an elided article (`l’art.`). */
const lastWord = /(?:^|[^\p{L}\p{M}.ªº’'‐-])(?:\p{L}{1,4}['’])?(\p{L}[\p{L}\p{M}.ªº‐-]*)\.$/u;
/** Letters with spaces between them: `z. B.`, `v. Chr.` */
const spacedLetters = /(?:^|[^\p{L}\p{M}.'’-])((?:\p{L}{1,2}\.\s?){1,4}\p{L}{1,3})\.$/u;
const singleLetter = /^(?:[\p{Lu}\p{Ll}]|\p{Lu}\p{M}*(?:\.?-\p{Lu})+)$/u;
/** Short parts with full stops between them: `U.S`, `S.p.A`, `Ph.D`. */
const dotted = /^(?:\p{L}{1,2}\.-?){1,5}\p{L}{1,4}$/u;
/** A letter behind one of these is a part of a name or a word: `18F.`, `Ctrl+D.`, `isn’t.` */
const partOfWord = /[\p{L}\p{M}\p{N}+/]['’]?$/u;

/** The abbreviation in which the text before a place ends. */
export interface FoundAbbreviation {
  /** Without its last full stop. */
  word: string;
  /** Null for one that is in no list: a single letter, or letters with full stops between them. */
  kind: AbbreviationKind | null;
  isLetter: boolean;
  textBefore: string;
}

/** The text behind the last white space. A search by a regular expression from the start would take several times as long. */
function getLastToken(text: string): string {
  let start = text.length;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}

function findKind({ before, language }: Place, word: string): AbbreviationKind | null {
  const { abbreviations, name } = language;
  const hasStopBefore = before.charAt(before.length - word.length - 3) === '.';
  const spaced = hasStopBefore ? spacedLetters.exec(before)?.[1]?.replace(/\s/g, '') : undefined;
  const isCapitals = word.length > 1 && word === word.toUpperCase();
  const kind =
    (spaced === undefined ? undefined : abbreviations.get(spaced)) ??
    abbreviations.get(word) ??
    (word.length > 1 ? abbreviations.get(word.charAt(0).toLowerCase() + word.slice(1)) : undefined) ??
    (isCapitals ? abbreviations.get(word.charAt(0) + word.slice(1).toLowerCase()) : undefined);
  // The names of streets are written in one word in German.
  return kind ?? (name === 'de' && /str$/i.test(word) ? 'beforeNumbers' : null);
}

/** Finds the abbreviation with whose full stop the text before a place ends; null where it ends otherwise. */
export function findAbbreviation(place: Place): FoundAbbreviation | null {
  if (!place.before.endsWith('.')) return null;
  const word = lastWord.exec(getLastToken(place.before))?.[1];
  if (word === undefined) return null;
  const kind = findKind(place, word);
  const textBefore = place.before.slice(0, place.before.length - word.length - 1);
  const isLetter = singleLetter.test(word);
  if (kind === null && (isLetter ? partOfWord.test(textBefore) : !dotted.test(word))) return null;
  return { word, kind, isLetter, textBefore };
}
