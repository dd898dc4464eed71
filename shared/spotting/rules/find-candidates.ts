import { causeRule } from './causes';
import { comparisonRule } from './comparisons';
import { dateRule } from './dates';
import { figureRule } from './figures';
import { lawRule } from './laws';
import { nameRule } from './names';
import type { Candidate, ReadSentence, Rule } from './rule';
import { scopeRule } from './scope';
import { superlativeRule } from './superlatives';

/** Rules that hold in any language. */
const commonRules: readonly Rule[] = [figureRule, dateRule, nameRule];

const languageRules: readonly Rule[] = [
  ...commonRules,
  comparisonRule,
  superlativeRule,
  scopeRule,
  causeRule,
  lawRule,
];

/** All that the rules find in a sentence, in no order. Candidates may overlap. */
export function findCandidates(sentence: ReadSentence): Candidate[] {
  const rules = sentence.language ? languageRules : commonRules;
  const found: Candidate[] = [];
  for (let index = 0; index < sentence.tokens.length; index += 1) {
    // Most signs start nothing.
    const token = sentence.tokens[index];
    if (token?.type === 'sign' && token.classes === 0) continue;
    for (const rule of rules) {
      const candidate = rule(sentence, index);
      if (candidate) found.push(candidate);
    }
  }
  return found;
}
