import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import type { Line } from '../lines/build-lines.ts';

const words = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;
const lastWord = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\-\u2010\u00ad]*$/u;
const firstWord = /^[\p{L}\p{M}\p{N}]+/u;
const endsInHyphen = /[\p{L}\p{M}\p{N}][-\u2010\u00ad]$/u;
/** A part of a word at the end of a cell, where it may be split as at the end of a line. */
const splitInCell = /[\p{L}\p{M}\p{N}]+[-\u2010](?=\s)/gu;
/** A hyphen that stands apart within a line, as a dash does, and one at its end, which may have been moved from its word. */
const hyphenApart = /(?<=\p{L}) -(?=\s)/gu;
const lastHyphenApart = /(?<=\p{L}) -$/u;

/** The words within the lines of a document in lower case, as its author spells them, and how often each occurs. */
export type Vocabulary = ReadonlyMap<string, number>;

/**
 * Closes up a hyphen that stands apart at the end of a line, unless it is a dash: a capital letter follows, or the document has
 * hyphens that stand apart within its lines.
 */
export function closeUpHyphen(line: string, after: string, vocabulary: Vocabulary): string {
  return vocabulary.has(' -') || !/^\p{Ll}/u.test(after) ? line : line.replace(lastHyphenApart, '-');
}

/**
 * Counts the words of a document, and ` -` for hyphens that stand apart; a word that may be split at the end of a line is left
 * out, in both lines.
 */
export function buildVocabulary(lines: readonly Line[], lineTexts: ReadonlyMap<Line, string>): Vocabulary {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  let mayBeSplit = false;
  for (const line of lines) {
    const text = (lineTexts.get(line) ?? '').replace(lastHyphenApart, '-');
    for (const [apart] of text.matchAll(hyphenApart)) count(apart);
    const withoutFirst = mayBeSplit ? text.replace(firstWord, '') : text;
    mayBeSplit = endsInHyphen.test(text);
    const whole = mayBeSplit ? withoutFirst.replace(lastWord, '') : withoutFirst;
    for (const [word] of whole.replace(splitInCell, '').matchAll(words)) {
      const key = word.toLowerCase().replaceAll('\u2010', '-');
      count(key);
      if (key.includes('-')) key.split('-').forEach(count);
    }
  }
  return counts;
}

/** Words after a hyphen that stands in for the rest of a compound: "two- and three-year". */
const conjunction = /^(?:and|or|to|und|oder|bis|y|o|et|ou|e|en|of)(?![\p{L}\p{M}])/u;
/** Words that keep their hyphen: they are hardly ever written as one word with what follows. */
const hyphenatedPrefixes = new Set('all cross ex half high long low quasi self short vice well'.split(' '));
/** Words that often begin a longer word, as in "understand": a hyphen after them may be dropped although both parts are words. */
const fusedPrefixes = new Set(
  (
    'an any as be con every for her him in it me my no on out over per pro so some the them there through to under up ' +
    'what when where with your'
  ).split(' '),
);

const address = /(?:https?:\/\/|www\.|doi\.org\/)\S*$/i;
const endsUnspaced = new RegExp(`[${unspacedScriptClass}\\u3001-\\u303f\\uff01-\\uff0f]$`, 'u');
const beginsUnspaced = new RegExp(`^[${unspacedScriptClass}\\u3001-\\u303f\\uff01-\\uff0f]`, 'u');

/** How a line is joined with the next one: whether the hyphen at its end is dropped, and what comes between the two. */
interface LineJoin {
  dropsHyphen: boolean;
  separator: '' | ' ';
}

/** Decides how the line `before` is joined with the line `after`. */
export function getLineJoin(before: string, after: string, vocabulary: Vocabulary): LineJoin {
  const direct: LineJoin = { dropsHyphen: false, separator: '' };
  if (before === '' || after === '') return direct;
  if (before.endsWith('\u00ad')) return { dropsHyphen: true, separator: '' };
  if (address.test(before) && /[-/_=&?%#~]$/.test(before) && /^[\p{Ll}\p{N}/]/u.test(after)) return direct;
  if (/\S\u2014$/.test(before) || /[\p{L}\p{N}]--$/u.test(before)) return direct;
  const head = lastWord.exec(before)?.[0] ?? '';
  const tail = firstWord.exec(after)?.[0] ?? '';
  if (head !== '' && tail !== '' && endsInHyphen.test(before)) {
    if (conjunction.test(after)) return { dropsHyphen: false, separator: ' ' };
    return { dropsHyphen: isHyphenation(head.slice(0, -1), tail, vocabulary), separator: '' };
  }
  if (/\p{N}\u2013$/u.test(before) && /^\p{N}/u.test(after)) return direct;
  return endsUnspaced.test(before) && beginsUnspaced.test(after)
    ? direct
    : { dropsHyphen: false, separator: ' ' };
}

/** Whether the hyphen between the parts of a word is only there because the line ended. */
function isHyphenation(head: string, tail: string, vocabulary: Vocabulary): boolean {
  if (/\p{N}$/u.test(head) || /^\p{N}/u.test(tail)) return false;
  const [a, b] = [head.toLowerCase().replaceAll('\u2010', '-'), tail.toLowerCase()];
  const closedCount = vocabulary.get(a + b) ?? 0;
  const hyphenatedCount = vocabulary.get(`${a}-${b}`) ?? 0;
  if (closedCount !== hyphenatedCount) return closedCount > hyphenatedCount;
  const last = a.slice(a.lastIndexOf('-') + 1);
  if (/^\p{Lu}/u.test(tail) || a.includes('-') || hyphenatedPrefixes.has(last)) return false;
  const areWords = last.length > 2 && b.length > 2 && vocabulary.has(last) && vocabulary.has(b);
  return fusedPrefixes.has(last) || !areWords;
}
