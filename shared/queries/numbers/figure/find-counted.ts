import type { NumberLanguage } from '../parse/text-language';
import type { Token } from '../parse/tokens';
import { getStem, isContentWord } from './context-words';
import { findCountNoun, findThing, isPeople } from './same-things';

/** The things that a number counts: the stem of its noun, how many words it has, and the thing that news name by several words. */
export interface Counted {
  stem: string;
  length: number;
  thing: string | null;
}

/** How many words before and behind people say what they do or what befell them. */
const maxDeedBefore = 3;
const maxDeedBehind = 6;
/** How many words before a number its noun may stand: "its population has shrunk to 11,400". */
const maxNounBefore = 6;

/** Words behind a number that counts people without saying so: "14 were killed", "14 of them". */
const leftOut = /^(?:were|was|are|is|have|had|of|wurden?|sind|waren|von|davon)$/;

/**
 * The things that the number from the token `first` until before `after` counts; people are counted by what they do or what befell them. Null
 * where the words do not say.
 */
export function findCounted(
  tokens: readonly Token[],
  first: number,
  after: number,
  language: NumberLanguage,
): Counted | null {
  const noun = findNoun(tokens, after, language);
  if (noun) return { ...noun, thing: findThing(tokens[after + noun.length - 1]?.lower ?? '') };
  const next = tokens[after]?.lower ?? '';
  const thing =
    isPeople(next) || (leftOut.test(next) && tokens[after + 1]?.type === 'word')
      ? findDeed(tokens, first, after)
      : findNounBefore(tokens, first);
  return thing === null ? null : { stem: thing, length: 1, thing };
}

/** The deed or the fate of the people, by the nearest word. */
function findDeed(tokens: readonly Token[], first: number, after: number): string | null {
  if (losesLives(tokens, first, after)) return 'dead';
  for (let distance = 1; distance <= maxDeedBehind; distance += 1) {
    const before = distance <= maxDeedBefore ? tokens[first - distance]?.lower : undefined;
    const thing = findThing(before ?? '') ?? findThing(tokens[after + distance]?.lower ?? '');
    if (thing !== null) return thing;
  }
  return null;
}

/** "Claimed the lives of 27 people", "cost 27 people their lives", "kostete 27 Menschen das Leben". */
function losesLives(tokens: readonly Token[], first: number, after: number): boolean {
  const lowers = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ lower }) => lower)
      .join(' ');
  return (
    lowers(first - 2, first) === 'lives of' ||
    /^\p{L}+ (?:their lives|das leben)/u.test(lowers(after, after + 3))
  );
}

/** The noun of counting before a number that ends its clause. */
function findNounBefore(tokens: readonly Token[], first: number): string | null {
  for (let distance = 1; distance <= maxNounBefore; distance += 1) {
    const token = tokens[first - distance];
    if (token?.type !== 'word') return null;
    const thing = findCountNoun(token.lower);
    if (thing !== null) return thing;
  }
  return null;
}

/** The noun behind a number, with at most two other words before it: "38,000 daily passengers". */
function findNoun(
  tokens: readonly Token[],
  from: number,
  language: NumberLanguage,
): { stem: string; length: number } | null {
  let noun: { stem: string; length: number } | null = null;
  for (let index = from; index < from + 3; index += 1) {
    const token = tokens[index];
    if (token?.type !== 'word' || !isContentWord(token.lower)) break;
    noun = { stem: getStem(token.lower, language), length: index - from + 1 };
    // German nouns have capitals; an English noun in the plural ends its group.
    if (language === 'de' ? /^\p{Lu}/u.test(token.text) : /[^s]s$/.test(token.lower)) break;
  }
  return noun;
}
