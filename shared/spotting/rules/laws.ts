import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { isYear } from './read-count';
import type { Candidate, Rule } from './rule';

function law(from: number, to: number, worth: number, reason = 'A law or record'): Candidate {
  return { from, to, kind: 'law', reason, worth };
}

const germanLaw = /(?:gesetz(?:es|e)?|gesetzbuch|verordnung|richtlinie|abkommen)$/;
const records = new Set(
  'court police public tax medical bank financial government official flight phone'.split(' '),
);

/** Laws, rulings, cases and records. */
export const lawRule: Rule = (sentence, index) => {
  const { tokens, language } = sentence;
  const token = tokens[index];
  if (!token || !language) return null;
  return (
    readNumbered(tokens, index) ??
    readCase(tokens, index) ??
    (language === 'en' ? readEnglish(tokens, index) : readGerman(tokens, index))
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

function readEnglish(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (
    isWord(token, 'records', 'documents', 'filings') &&
    (records.has(before?.lower ?? '') || isWord(next, 'show', 'showed', 'obtained', 'reviewed'))
  )
    return law(
      records.has(before?.lower ?? '') ? index - 1 : index,
      isWord(next, 'show', 'showed') ? index + 2 : index + 1,
      0.6,
      'A record',
    );
  if (!token || !isOf(token, is.law) || isWord(token, 'records')) return null;
  if (
    isWord(
      token,
      'act',
      'bill',
      'constitution',
      'treaty',
      'convention',
      'amendment',
      'law',
      'directive',
      'regulation',
      'ordinance',
    ) &&
    token.isCapital
  ) {
    // "Bill Gates" is a name, and "Act" at the start of a sentence a verb.
    if (index === 0 || !before?.isCapital || (isWord(token, 'bill') && next?.isCapital)) return null;
    const from = findCapitalStart(tokens, index);
    const isDated = isWord(next, 'of') && isYear(tokens[index + 2]);
    return law(from, isDated ? index + 3 : isYear(next) ? index + 2 : index + 1, 0.7, 'A law');
  }
  if (
    isWord(
      token,
      'ruling',
      'verdict',
      'lawsuit',
      'indictment',
      'subpoena',
      'injunction',
      'decree',
      'legislation',
      'sanctions',
      'testimony',
      'statute',
      'conviction',
    ) &&
    !token.isCapital
  )
    return law(isWord(before, 'court', 'court', 'proposed', 'federal') ? index - 1 : index, index + 1, 0.45);
  return null;
}

function readGerman(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!token?.isCapital) return null;
  if (isWord(token, 'urteil', 'klage', 'anklage', 'verfassung', 'grundgesetz'))
    return law(index, index + 1, 0.45);
  if (!germanLaw.test(token.lower) || token.lower.length < 8) return null;
  return law(isOf(before, is.determiner) ? index - 1 : index, index + 1, 0.55, 'A law');
}

/** Where a run of capitalized words that ends before an index starts, at most five words before it. */
function findCapitalStart(tokens: readonly Token[], index: number): number {
  let from = index;
  while (
    from > 0 &&
    from > index - 5 &&
    tokens[from - 1]?.isCapital &&
    !isOf(tokens[from - 1], is.functionWord)
  )
    from -= 1;
  return from;
}
