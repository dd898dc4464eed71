import type { NumberLanguage } from '../parse/text-language';
import {
  englishChanges,
  englishComparisons,
  englishFromTo,
  englishMultiples,
  englishPart,
  englishPoints,
  englishShares,
  englishTimes,
  englishToFrom,
  englishUnorderedChanges,
  englishWhole,
} from './english-patterns';
import {
  germanChanges,
  germanComparisons,
  germanFromTo,
  germanMultiples,
  germanPart,
  germanPoints,
  germanShares,
  germanTimes,
  germanToFrom,
  germanUnorderedChanges,
  germanWhole,
} from './german-patterns';
import { words } from './pattern-parts';

/** The ways in which a language puts shares beside the numbers that they follow from. */
interface PercentagePatterns {
  changes: readonly RegExp[];
  unorderedChanges: readonly RegExp[];
  shares: readonly RegExp[];
  whole: RegExp;
  part: RegExp;
  points: readonly RegExp[];
  multiples: readonly (readonly [number, RegExp])[];
}

const compile = (pattern: string) => new RegExp(pattern, 'giu');
const nearVerb = 30;

function compileMultiples(
  multiples: readonly (readonly [number, string])[],
  { fromTo, toFrom }: { fromTo: string; toFrom: string },
) {
  return multiples.map(([factor, verb]) => {
    const isBefore = `(?<verb>${verb})${words(nearVerb)}:? ${fromTo}`;
    // A group has one name in one expression, so the verb behind the numbers is in an expression of its own.
    const isBehind = `${fromTo}${words(nearVerb)} (?<verb>${verb})`;
    const isReversed = `(?<verb>${verb})${words(nearVerb)} ${toFrom}`;
    return [isBefore, isBehind, isReversed].map((pattern) => [factor, compile(pattern)] as const);
  });
}

function compileComparisons(times: readonly (readonly [number, string])[], comparisons: readonly string[]) {
  return times.flatMap(([factor, verb]) =>
    comparisons.map((comparison) => [factor, compile(comparison.replace('VERB', verb))] as const),
  );
}

export const percentagePatterns: Partial<Record<NumberLanguage, PercentagePatterns>> = {
  en: {
    changes: englishChanges.map(compile),
    unorderedChanges: englishUnorderedChanges.map(compile),
    shares: englishShares.map(compile),
    whole: compile(englishWhole),
    part: compile(englishPart),
    points: englishPoints.map(compile),
    multiples: [
      ...compileMultiples(englishMultiples, { fromTo: englishFromTo, toFrom: englishToFrom }).flat(),
      ...compileComparisons(englishTimes, englishComparisons),
    ],
  },
  de: {
    changes: germanChanges.map(compile),
    unorderedChanges: germanUnorderedChanges.map(compile),
    shares: germanShares.map(compile),
    whole: compile(germanWhole),
    part: compile(germanPart),
    points: germanPoints.map(compile),
    multiples: [
      ...compileMultiples(germanMultiples, { fromTo: germanFromTo, toFrom: germanToFrom }).flat(),
      ...compileComparisons(germanTimes, germanComparisons),
    ],
  },
};
