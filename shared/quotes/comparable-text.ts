import { replaceTypographicVariants } from '../text/characters/typographic-variants';
import { unspacedScriptClass } from '../text/characters/unspaced-scripts';

/**
 * Pages of a text made ready for finding quoted words: all that a printer or a PDF may change without changing the words is
 * folded away. Offsets are UTF-16 units into `text`, in which hyphens between letters are left out and listed apart:
 * whether one at a line's end belongs to its word can't be known, so there it may be either.
 */
export interface ComparableText {
  readonly text: string;
  /** Where a hyphen was left out, in order. */
  readonly hyphens: readonly number[];
  /** Where a hyphen at the end of a line was left out, in order. */
  readonly lineEndHyphens: readonly number[];
  /** Where the lines that are not empty begin, in order, each with its page and line, counted from 1. */
  readonly lines: readonly { readonly start: number; readonly page: number; readonly line: number }[];
}

/** Letters of scripts without spaces between words, and their punctuation. */
const unspaced = `${unspacedScriptClass}\\u3001-\\u303f\\uff01-\\uff0f`;
const spaceBetweenUnspaced = new RegExp(`(?<=[${unspaced}]) (?=[${unspaced}])`, 'gu');
const endsUnspaced = new RegExp(`[${unspaced}]$`, 'u');
const beginsUnspaced = new RegExp(`^[${unspaced}]`, 'u');

const plainAscii = /^[ -~]*$/;
const invisible = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Everything that compatibility decomposition changes, and capital letters, which it leaves alone. */
const compatible = /(?![A-Z])\p{Changes_When_NFKC_Casefolded}/gu;
const hyphenInWord = /(?<=[\p{L}\p{M}])-(?=\p{L})/gu;

/** The compatibility form (NFKC) of a letter, but of none that would make other figures: `10²` is not `102`. */
function compatibilityForm(letter: string): string {
  const form = letter.normalize('NFKC');
  return /\p{N}/u.test(form) && !/\p{Nd}/u.test(letter) ? letter : form;
}

/** A line with plain signs, compatibility forms, single spaces, and without what can't be seen. */
function plainLine(line: string): string {
  if (plainAscii.test(line)) return line.replace(/ {2,}/g, ' ').trim();
  return replaceTypographicVariants(line)
    .replace(invisible, '')
    .replace(compatible, compatibilityForm)
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(spaceBetweenUnspaced, '')
    .trim();
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end === -1 ? text.length : end);
    start = end === -1 ? text.length + 1 : end + 1;
  }
}

/**
 * How a line goes on in the next: its hyphen may or may not belong to the word (`lineEnd`), its dash does belong to the words
 * (`hyphen`), it goes on at once (as after a soft hyphen, of which nothing is left in `before`), or after a space.
 */
function joint(before: string, after: string, wrapped: boolean): 'lineEnd' | 'hyphen' | 'none' | 'space' {
  const tail = before.slice(-4);
  if (/^\p{L}/u.test(after)) {
    if (/[\p{L}\p{M}]-$/u.test(tail)) return wrapped ? 'lineEnd' : 'hyphen';
    if (wrapped && /[\p{L}\p{M}]$/u.test(tail)) return 'none';
  }
  if (/^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]-$/u.test(tail)) return 'none';
  return endsUnspaced.test(tail) && beginsUnspaced.test(after) ? 'none' : 'space';
}

/** Folds pages, each of lines that end in `\n`; words run on over the border of a page. Takes time in line with their length. */
export function toComparableText(pages: readonly string[]): ComparableText {
  const parts: string[] = [];
  const hyphens: number[] = [];
  const lineEndHyphens: number[] = [];
  const lines: { start: number; page: number; line: number }[] = [];
  let length = 0;
  let before = '';
  let wrapped = false;

  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const join = (after: string) => {
    if (before === '') return;
    const how = joint(before, after, wrapped);
    if (how === 'space') add(' ');
    if (how === 'lineEnd' || how === 'hyphen') {
      parts[parts.length - 1] = before.slice(0, -1);
      length -= 1;
    }
    if (how === 'lineEnd') lineEndHyphens.push(length);
    if (how === 'hyphen') hyphens.push(length);
  };

  for (const [page, text] of pages.entries()) {
    let line = 0;
    for (const written of linesOf(text)) {
      line += 1;
      const plain = plainLine(written);
      if (plain === '') continue;
      join(plain);
      lines.push({ start: length, page: page + 1, line });
      let from = 0;
      for (const { index } of plain.matchAll(hyphenInWord)) {
        add(plain.slice(from, index));
        hyphens.push(length);
        from = index + 1;
      }
      before = plain.slice(from);
      add(before);
      wrapped = /[-\u2010\u00ad]$/.test(written.trimEnd().slice(-1));
    }
  }
  return { text: parts.join(''), hyphens, lineEndHyphens, lines };
}
