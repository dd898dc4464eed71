import { foldLine, unspacedClass } from './fold-line';

/**
 * Pages of text, folded for finding quotes: without anything that a printer or a PDF may change without changing the words.
 * Offsets are UTF-16 code units into `text`. Hyphens between letters are removed and listed apart, because it can't be known
 * whether one at a line's end belongs to its word; there a quote may have it or not.
 */
export interface ComparableText {
  readonly text: string;
  /** Where hyphens were removed, in order. */
  readonly hyphens: readonly number[];
  /** Where hyphens at line ends were removed, in order. */
  readonly lineEndHyphens: readonly number[];
  /** Where the lines that are not empty start, in order, each with its page and line counted from 1. */
  readonly lines: readonly { readonly start: number; readonly page: number; readonly line: number }[];
}

const endsUnspaced = new RegExp(`[${unspacedClass}]$`, 'u');
const startsUnspaced = new RegExp(`^[${unspacedClass}]`, 'u');

const hyphenInWord = /(?<=[\p{L}\p{M}])-(?=\p{L})/gu;

function* splitLines(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end === -1 ? text.length : end);
    start = end === -1 ? text.length + 1 : end + 1;
  }
}

/**
 * How a line is joined with the next: by a hyphen that may or may not belong to the word (`lineEndHyphen`), by a hyphen or dash
 * that does (`hyphen`), by nothing, as after a soft hyphen, which folding has removed from `before`, or by a space. `isHyphenated`:
 * whether the line ended in any hyphen.
 */
function findJoint(
  before: string,
  after: string,
  isHyphenated: boolean,
): 'lineEndHyphen' | 'hyphen' | 'nothing' | 'space' {
  const tail = before.slice(-4);
  if (/^\p{L}/u.test(after)) {
    if (/[\p{L}\p{M}]-$/u.test(tail)) return isHyphenated ? 'lineEndHyphen' : 'hyphen';
    if (isHyphenated && /[\p{L}\p{M}]$/u.test(tail)) return 'nothing';
  }
  if (/^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]-$/u.test(tail)) return 'nothing';
  return endsUnspaced.test(tail) && startsUnspaced.test(after) ? 'nothing' : 'space';
}

/** Folds pages of lines that end in `\n`. Text continues from page to page. Takes time in proportion to their length. */
export function toComparableText(pages: readonly string[]): ComparableText {
  const parts: string[] = [];
  const hyphens: number[] = [];
  const lineEndHyphens: number[] = [];
  const lines: { start: number; page: number; line: number }[] = [];
  let length = 0;
  /** The part that was added last. */
  let before = '';
  let isHyphenated = false;

  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const joinWith = (after: string) => {
    if (before === '') return;
    const joint = findJoint(before, after, isHyphenated);
    if (joint === 'space') add(' ');
    if (joint === 'lineEndHyphen' || joint === 'hyphen') {
      parts[parts.length - 1] = before.slice(0, -1);
      length -= 1;
    }
    if (joint === 'lineEndHyphen') lineEndHyphens.push(length);
    if (joint === 'hyphen') hyphens.push(length);
  };

  for (const [page, text] of pages.entries()) {
    let line = 0;
    for (const written of splitLines(text)) {
      line += 1;
      const folded = foldLine(written);
      if (folded === '') continue;
      joinWith(folded);
      lines.push({ start: length, page: page + 1, line });
      let from = 0;
      for (const { index } of folded.matchAll(hyphenInWord)) {
        add(folded.slice(from, index));
        hyphens.push(length);
        from = index + 1;
      }
      before = folded.slice(from);
      add(before);
      isHyphenated = /[-\u2010\u00ad]$/.test(written.trimEnd().slice(-1));
    }
  }
  return { text: parts.join(''), hyphens, lineEndHyphens, lines };
}
