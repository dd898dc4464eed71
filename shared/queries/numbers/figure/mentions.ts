import { groupBy } from '../../../text/sequences/group-by';
import type { NumberText } from '../number-text';
import type { Figure } from '../parse/figure';
import { readMonth } from '../parse/months';
import type { Phrase } from '../parse/phrase';
import type { NumberLanguage } from '../parse/text-language';
import type { Token } from '../parse/tokens';
import { getStem, isContentWord, isTimeWord, isWeakWord, otherFigure } from './context-words';
import { type Counted, findCounted } from './find-counted';
import { findThing, isCost } from './same-things';

/** A figure with the words of its sentence that say what it counts. */
export interface Mention {
  figure: Figure;
  /** Where its sentence is among those with figures. */
  sentence: number;
  /** The currency, the unit, or the noun behind the number. */
  unit: string;
  /** Whether the unit is a thing that news name by several words: "420 people worked", "380 employees". */
  isThing: boolean;
  /** Per what: "a day", "pro Jahr"; empty for none. */
  rate: string;
  /** Whether an article or a possessive before it says that it is known already: "the 72 protesters". */
  isKnown: boolean;
  /** The stems of the words around it. */
  words: ReadonlySet<string>;
  /** Those of them that name things rather than what is done: in German, the nouns. */
  strongWords: ReadonlySet<string>;
  /** The words in capitals around it, which may be names. Empty in German, whose nouns all have them. */
  names: ReadonlySet<string>;
  /** The years in its sentence, and the days and words of time near it. */
  times: ReadonlySet<string>;
}

/** How many words on each side say what a figure counts. */
const maxDistance = 14;
/** How many words on each side may say when it was counted. */
const maxTimeDistance = 7;
/** The smallest number of things that is compared. */
const minCount = 10;
/** The most figures of one sentence that are compared: longer lists name many things. */
const maxInSentence = 5;

const comparedKinds = new Set(['number', 'money', 'measure', 'percent']);
const definite =
  /^(?:all|alle[nr]?|the|these|those|its|their|his|her|our|der|die|das|den|dem|des|diese[rnms]?|seine[rnms]?|ihre[rnms]?)$|['’]s$/;
/** The forms of a word of time: "Jahr", "Jahres". */
const timeForms = /^(jahr|monat|woche|tag|year|month|week|day|decade|hour|quartal|abend)(?:e?s|e|en|n|ly)$/;
const rates = /^(?:a|an|per|every|each|pro|je|am|im)$/;
const rateUnits =
  /^(?:day|week|month|year|hour|minute|person|head|night|tag|woche|monat|jahr|stunde|minute|person|kopf|nacht)$/;

/** A figure with the tokens around it, before the words that say what it counts are read. */
interface Candidate {
  phrase: Phrase;
  figure: Figure;
  sentence: number;
  unit: string;
  noun: Counted | null;
  /** The indexes of its first token, and of the one behind it. */
  first: number;
  after: number;
}

/** The figures that the text has again with another value, with their contexts. Figures with one unit are in order of the text. */
export function findMentions({ phrases, language }: NumberText): Mention[] {
  const candidates = phrases.flatMap((phrase, sentence) => {
    const figures = phrase.figures.filter(({ kind }) => comparedKinds.has(kind));
    if (figures.length > maxInSentence) return [];
    return figures.flatMap((figure) => readCandidate(phrase, sentence, figure, language) ?? []);
  });
  return [...groupBy(candidates, ({ unit }) => unit).values()]
    .filter((alike) => alike.some(({ figure }) => figure.value !== alike[0]?.figure.value))
    .flat()
    .flatMap((candidate) => readMention(candidate, language) ?? []);
}

function readCandidate(
  phrase: Phrase,
  sentence: number,
  figure: Figure,
  language: NumberLanguage,
): Candidate | null {
  const { tokens } = phrase;
  if (figure.kind === 'number' && figure.value < minCount) return null;
  const first = tokens.findIndex(({ end }) => end > figure.start);
  const behind = tokens.findIndex(({ start }) => start >= figure.end);
  const after = behind === -1 ? tokens.length : behind;
  const noun = figure.kind === 'number' ? findCounted(tokens, first, after, language) : null;
  if (figure.kind === 'number' && noun === null) return null;
  const unit = `${figure.kind} ${noun?.thing ?? noun?.stem ?? figure.unit ?? ''}`;
  return { phrase, figure, sentence, unit, noun, first, after };
}

function readMention(
  { phrase: { tokens, figures }, figure, sentence, unit, noun, first, after }: Candidate,
  language: NumberLanguage,
): Mention | null {
  const near = [
    ...tokens.slice(Math.max(0, first - maxDistance), first),
    ...tokens.slice(after, after + maxDistance),
  ];
  const beforeBound = figure.bound === null ? first : Math.max(0, first - 2);
  // A word for another figure counts only close by.
  const isKnown = isReferredTo(tokens, beforeBound);
  // "More than the 830,000 visitors" compares something with a figure that is known.
  const closeBefore = isKnown ? [] : tokens.slice(Math.max(0, first - 4), beforeBound);
  const close = [...closeBefore, ...tokens.slice(after, after + 4)];
  if (close.some(({ lower }) => otherFigure.has(lower))) return null;
  const times = new Set([
    ...tokens
      .slice(Math.max(0, first - maxTimeDistance), after + maxTimeDistance)
      .flatMap(({ lower, text, type }) =>
        type === 'word' && (isTimeWord(lower) || (/^\p{Lu}/u.test(text) && readMonth(text) !== null))
          ? [lower.replace(timeForms, '$1')]
          : [],
      ),
    ...figures.filter(({ kind }) => kind === 'year').map(({ value }) => String(value)),
  ]);
  const rate = readRate(tokens, after + (noun?.length ?? 0));
  if (rate !== '') times.delete(rate);
  const collect = (some: readonly Token[]) =>
    new Set(
      some
        .flatMap((token) => readWord(token, language))
        .filter((stem) => stem !== noun?.stem && !(stem === noun?.thing)),
    );
  return {
    ...{ figure, sentence, unit, rate, times },
    isThing: noun !== null && noun.thing !== null,
    isKnown,
    words: collect(near),
    strongWords: collect(near.filter((token) => isStrong(token, language))),
    names: new Set(language === 'de' ? [] : near.flatMap((token) => readName(token, tokens))),
  };
}

/** Whether an article or a possessive makes a figure one that is known: "the 72 protesters", "its cost of $2.3 billion". */
function isReferredTo(tokens: readonly Token[], figureStart: number): boolean {
  const [third, second, first] = [1, 2, 3].map((back) => tokens[figureStart - back]?.lower ?? '');
  if (definite.test(third ?? '')) return true;
  return third === 'of' && isContentWord(second ?? '') && definite.test(first ?? '');
}

function readWord({ type, lower }: Token, language: NumberLanguage): string[] {
  if (type !== 'word' || !isContentWord(lower)) return [];
  return [findThing(lower) ?? (isCost(lower) ? 'cost' : getStem(lower, language))];
}

function isStrong({ text, lower }: Token, language: NumberLanguage): boolean {
  if (findThing(lower) !== null) return true;
  return language === 'de' ? /^\p{Lu}/u.test(text) : !isWeakWord(lower);
}

function readName(token: Token, tokens: readonly Token[]): string[] {
  return token !== tokens[0] && token.type === 'word' && /^\p{Lu}/u.test(token.text) ? [token.lower] : [];
}

/** Per what a figure is counted: "a day", "pro Jahr". */
function readRate(tokens: readonly Token[], from: number): string {
  for (let index = from; index < from + 4; index += 1) {
    const [word, unit] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
    if (rates.test(word) && rateUnits.test(unit)) return unit;
  }
  return '';
}
