import type { Candidate, ReadSentence, Rule } from '../rule';
import { readGermanScope } from './german-scope';
import { readAll, readEvery } from './said-of-all';
import { readMajority, readMostOf, readNearlyAll } from './said-of-most';
import { readNever, readNobody, readNone, readNot } from './said-of-none';

type ScopeReader = (sentence: ReadSentence, index: number) => Candidate | null;

/** How far the scope of an English statement is read, by the word that it starts with. */
const readers = new Map<string, ScopeReader>([
  ['every', readEvery],
  ['each', readEvery],
  ['all', readAll],
  ['none', readNone],
  ['not', readNot],
  ['nobody', readNobody],
  ['no', readNobody],
  ['nowhere', readNobody],
  ['most', readMostOf],
  ['few', readMostOf],
  ['nearly', readNearlyAll],
  ['almost', readNearlyAll],
  ['virtually', readNearlyAll],
  ['never', readNever],
  ['majority', readMajority],
  ['minority', readMajority],
]);

/** Statements about all, most or none, and about things that are said never to have happened. */
export const scopeRule: Rule = (sentence, index) => {
  const token = sentence.tokens[index];
  if (token?.type !== 'word') return null;
  if (sentence.language === 'de') return readGermanScope(sentence.tokens, index);
  return readers.get(token.lower)?.(sentence, index) ?? null;
};
