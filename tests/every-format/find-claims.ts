import type { Span } from '#shared/text/span.ts';
import { articleBlocks, articleClaims, getRunText } from './article.ts';

/** The letters and figures of a text without ligatures, and where in the text each of them is, in UTF-16 code units. */
interface Letters {
  letters: string;
  starts: number[];
  ends: number[];
}

/**
 * Reduces a text to what every format writes in the same way. The order of blocks is the only other thing that formats
 * differ in.
 */
function readLetters(text: string): Letters {
  const read: Letters = { letters: '', starts: [], ends: [] };
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const letter of character.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]/gu) ?? []) {
      read.letters += letter;
      for (let unit = 0; unit < letter.length; unit += 1) {
        read.starts.push(start);
        read.ends.push(end);
      }
    }
    start = end;
  }
  return read;
}

export const toLetters = (text: string): string => readLetters(text).letters;

/** Where the letters of a claim begin in the article's own letters: how many equal ones come before it. */
function countEarlier(): number[] {
  const article = toLetters(
    articleBlocks
      .filter(({ kind }) => kind !== 'note')
      .flatMap(({ cells }) => cells.map(getRunText))
      .join('\n'),
  );
  let from = 0;
  return articleClaims.map(({ words, kind }) => {
    // Notes lie elsewhere in every format, so their claims are unique.
    if (kind === 'note') return 0;
    const letters = toLetters(words);
    const at = article.indexOf(letters, from);
    if (at === -1) throw new Error(`the article has no “${words}” there`);
    from = at + letters.length;
    return listStarts(article, letters).indexOf(at);
  });
}

function listStarts(text: string, part: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) starts.push(at);
  return starts;
}

const earlierCounts = countEarlier();

/** Adds the symbols and quotes around a claim's letters, such as "€", where the text has them as well. */
function addEdges(text: string, { start, end }: Span, words: string): Span {
  const [before = ''] = /^[^\p{L}\p{N}]*/u.exec(words) ?? [];
  const [after = ''] = /[^\p{L}\p{N}]*$/u.exec(words) ?? [];
  return {
    start: text.slice(0, start).endsWith(before) ? start - before.length : start,
    end: text.slice(end).startsWith(after) ? end + after.length : end,
  };
}

/**
 * Finds the claims of the article in an imported text, by their letters and figures alone, so that neither the importer nor the
 * code that carries claims is asked. Null for a claim that the text does not have.
 */
export function findClaims(text: string): (Span | null)[] {
  const { letters, starts, ends } = readLetters(text);
  return articleClaims.map(({ words }, index) => {
    const wanted = toLetters(words);
    const at = listStarts(letters, wanted)[earlierCounts[index] ?? 0];
    const [start, end] = [starts[at ?? -1], ends[(at ?? 0) + wanted.length - 1]];
    return at === undefined || start === undefined || end === undefined
      ? null
      : addEdges(text, { start, end }, words);
  });
}
