import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord, type Token } from '../../tokens/token';
import type { Candidate } from '../rule';
import { law } from './law';

const norms = new Set(
  'requires require required allows allow allowed forbids forbid forbade bans ban banned prohibits prohibit prohibited says permits permit permitted obliges mandates grants protects limits'.split(
    ' ',
  ),
);

const forbidden = 'illegal unlawful outlawed mandatory compulsory legal forbidden prohibited'.split(' ');
/** The words in the middle of what a law says. */
const starts = new Set(['law', 'laws', 'rules', 'constitution', ...forbidden]);

/** The content of a law: "the law requires", "under the law", "it is illegal to", "required by law", "against the law". */
export function readNorm(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  if (!token || !starts.has(token.lower)) return null;
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isWord(token, 'law', 'laws', 'rules', 'constitution')) {
    const at = isOf(next, is.auxiliary) || isWord(next, 'currently') ? index + 2 : index + 1;
    const from = isOf(before, is.determiner) ? index - 1 : index;
    if (norms.has(tokens[at]?.lower ?? '')) return law(from, at + 1, 0.55, 'What a law says');
    if (isWord(tokens[from - 1], 'under', 'against', 'by') && isWord(token, 'law', 'laws', 'rules'))
      return law(from - 1, index + 1, 0.5, 'What a law says');
    if (isWord(tokens[from - 2], 'under') && isWord(token, 'law'))
      return law(from - 2, index + 1, 0.5, 'What a law says');
  }
  const isForbidden = isWord(token, ...forbidden);
  const isStated = isWord(
    before,
    'is',
    'are',
    'was',
    'were',
    'became',
    'been',
    'remains',
    'now',
    'made',
    'it',
    'still',
  );
  return isForbidden && isStated
    ? law(index, isWord(next, 'to', 'for', 'in') ? index + 2 : index + 1, 0.42, 'What a law says')
    : null;
}
