import { normalizeWords } from '../search/normalize-words';
import { rateWord } from './name-parts';
import type { TermPart } from './term-part';

/** Words that begin with a capital letter. */
const capitalized = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]*/gu;

/**
 * Lists the rare words in a text that are written like names, one by one: in "Met her at the Hubert annex", `Hubert` may say who a
 * source is. They are only possible, because such a word can be a German noun or the name of a firm as well.
 */
export function listRareNames(text: string): TermPart[] {
  const words = (text.match(capitalized) ?? []).flatMap(normalizeWords);
  return [...new Set(words)]
    .filter((word) => rateWord(word)?.level === 'certain')
    .map((word) => ({ text: word, level: 'possible', isCapitalized: true }));
}
