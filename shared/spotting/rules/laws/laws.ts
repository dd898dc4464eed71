import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord, type Token } from '../../tokens/token';
import type { Candidate, Rule } from '../rule';
import { readEnglishLaw } from './english-laws';
import { readGermanLaw } from './german-laws';
import { law } from './law';

/** Laws, rulings, cases and records. */
export const lawRule: Rule = (sentence, index) => {
  const { tokens, language } = sentence;
  const token = tokens[index];
  if (!token || !language) return null;
  return (
    readNumbered(tokens, index) ??
    readCase(tokens, index) ??
    (language === 'en' ? readEnglishLaw(tokens, index) : readGermanLaw(tokens, index))
  );
};

/** "Article 12", "Section 4(b)", "Decision 2019/44", "Regulation (EU) 2016/679", "§ 12". */
function readNumbered(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  if (!token || !isOf(token, is.numberedLaw) || (token.type === 'word' && !token.isCapital)) return null;
  let at = index + 1;
  if (isWord(tokens[at], '§', '.', 'no', 'nr')) at += 1;
  if (isWord(tokens[at], '.')) at += 1;
  if (isWord(tokens[at], '(') && isWord(tokens[at + 2], ')')) at += 3;
  const number = tokens[at];
  const isRoman = number?.type === 'word' && /^[ivx]+$/.test(number.lower) && number.isCapital;
  if (number?.type !== 'number' && !isRoman) return null;
  // "Part 2" and "Chapter 3" are parts of any text.
  const isAnyText = isWord(
    token,
    'part',
    'chapter',
    'paragraph',
    'order',
    'rule',
    'case',
    'title',
    'abschnitt',
  );
  return law(index, at + 1, isAnyText ? 0.35 : 0.7);
}

/** "Miller v. Stone". */
function readCase(tokens: readonly Token[], index: number): Candidate | null {
  if (!isWord(tokens[index], 'v', 'vs') || !tokens[index - 1]?.isCapital) return null;
  const at = isWord(tokens[index + 1], '.') ? index + 2 : index + 1;
  if (!tokens[at]?.isCapital || (isWord(tokens[index], 'vs') && !isWord(tokens[at + 1], ',', '(')))
    return null;
  return law(index - 1, at + 1, 0.7, 'A court case');
}
