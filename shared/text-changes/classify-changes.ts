import { commonSequence, largestTable, type Pair } from '../text/longest-common-subsequence';
import { changesOfPair, changesOfPhrase, type Phrase } from './change-kinds';
import { atomsOf } from './change-tokens';
import { sameEnds } from './trim-common-affixes';
import { styleChange, type WordChange } from './word-change';

/** Whether a sentence begins with the words, in each of the two. */
export interface Starts {
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * What changed between two strings, in order, each change with its words and its kind; empty when nothing did. Canonically
 * equivalent strings (Unicode, UAX #15) are the same: they are one text in two encodings, look alike, and turn into each
 * other on the way through a clipboard or a file system, so no reader could see a change.
 */
export function changesBetween(before: string, after: string, starts: Starts): WordChange[] {
  if (before === after) return [];
  const a = before.normalize('NFC');
  const b = after.normalize('NFC');
  if (a === b) return [];
  const { start, end } = sameEnds(a, b);
  const left = phraseOf(a.slice(start, a.length - end), start === 0 && starts.before);
  const right = phraseOf(b.slice(start, b.length - end), start === 0 && starts.after);
  return changesOf(left, right, pairsOf(left, right));
}

/** Whether any of the changes may change what is said. */
export function isMaterial(changes: readonly WordChange[]): boolean {
  return changes.some(({ material }) => material);
}

function phraseOf(text: string, starts: boolean): Phrase {
  return { text, atoms: atomsOf(text, starts) };
}

/** Which atoms are the same, whatever their style and case, in order. */
function pairsOf(left: Phrase, right: Phrase): Pair[] {
  const same = (a: number, b: number) => left.atoms[a]?.folded === right.atoms[b]?.folded;
  const shorter = Math.min(left.atoms.length, right.atoms.length);
  let start = 0;
  while (start < shorter && same(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && same(left.atoms.length - 1 - end, right.atoms.length - 1 - end)) end += 1;
  const a = left.atoms.length - start - end;
  const b = right.atoms.length - start - end;
  const pairs: Pair[] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  // Of what is too long to compare, one change is told, with all its words.
  if (a > 0 && b > 0 && a * b <= largestTable)
    for (const [i, j] of commonSequence(a, b, (i, j) => same(start + i, start + j)))
      pairs.push([start + i, start + j]);
  for (let index = 0; index < end; index += 1) pairs.push([start + a + index, start + b + index]);
  return pairs;
}

/** The changes between the pairs, within them, and of the spaces around them. */
function changesOf(left: Phrase, right: Phrase, pairs: readonly Pair[]): WordChange[] {
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  for (const [a, b] of [...pairs, [left.atoms.length, right.atoms.length] as const]) {
    if (i === a && j === b) changes.push(...changesOfSpaces(spacesBefore(left, a), spacesBefore(right, b)));
    else
      changes.push(
        ...changesOfPhrase(
          { text: left.text, atoms: left.atoms.slice(i, a) },
          { text: right.text, atoms: right.atoms.slice(j, b) },
        ),
      );
    const one = left.atoms[a];
    const other = right.atoms[b];
    if (one && other) changes.push(...changesOfPair(one, other));
    i = a + 1;
    j = b + 1;
  }
  return changes;
}

/** What stands between an atom and the one before it, or the end of the string: spaces, and what can't be seen. */
function spacesBefore({ text, atoms }: Phrase, index: number): string {
  return text.slice(atoms[index - 1]?.end ?? 0, atoms[index]?.start ?? text.length);
}

function changesOfSpaces(before: string, after: string): WordChange[] {
  return before === after ? [] : [styleChange(before, after, 'spacing')];
}
