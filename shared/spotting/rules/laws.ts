import { isYear } from '#shared/reading/dates.ts';
import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import type { Candidate, Rule } from './rule.ts';

function law(from: number, to: number, reason: string): Candidate {
  return { from, to, kind: 'law', reason, score: 0.7 };
}

/** Names of laws, and sections of laws. */
export const lawRule: Rule = ({ tokens, language }, index) => {
  if (!language) return null;
  return (
    readSection(tokens, index) ?? (language === 'en' ? readAct(tokens, index) : readGermanAct(tokens, index))
  );
};

/** Numbered parts that other texts have as well as laws. */
const partsOfTexts = new Set(
  'part chapter paragraph order rule case title abschnitt decision resolution proposition docket appendix schedule urteil beschluss entscheidung aktenzeichen az drucksache'.split(
    ' ',
  ),
);

/** "Article 12", "Section 4(b)", "Regulation (EU) 2016/679", "§ 12". */
function readSection(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  if (!token || !isOf(token, is.numberedLaw) || (token.type === 'word' && !token.isCapital)) return null;
  if (partsOfTexts.has(token.lower)) return null;
  let at = index + 1;
  if (isWord(tokens[at], '§', '.', 'no', 'nr')) at += 1;
  if (isWord(tokens[at], '.')) at += 1;
  if (isWord(tokens[at], '(') && isWord(tokens[at + 2], ')')) at += 3;
  const number = tokens[at];
  const isRoman = number?.type === 'word' && /^[ivx]+$/.test(number.lower) && number.isCapital;
  if (number?.type !== 'number' && !isRoman) return null;
  const isLettered = isWord(tokens[at + 1], '(') && isWord(tokens[at + 3], ')');
  return law(index, isLettered ? at + 4 : at + 1, 'A section of a law');
}

const acts = new Set(
  'act bill constitution treaty convention amendment law directive regulation ordinance'.split(' '),
);

/** "The Clean Water Act of 1972", but not "Bill Gates" and "Act" at the start of a sentence. */
function readAct(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token?.isCapital || !acts.has(token.lower)) return null;
  if (index === 0 || !before?.isCapital || (isWord(token, 'bill') && next?.isCapital)) return null;
  const isDated = isWord(next, 'of') && isYear(tokens[index + 2]);
  const from = findCapitalStart(tokens, index);
  return from === index
    ? null
    : law(from, isDated ? index + 3 : isYear(next) ? index + 2 : index + 1, 'A law');
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

const germanAct = /.{4}(?:gesetz(?:es|e)?|gesetzbuch|verordnung|richtlinie|abkommen)$/;

/** "Klimaschutzgesetz", "das Grundgesetz". */
function readGermanAct(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  return token?.isCapital && (germanAct.test(token.lower) || isWord(token, 'grundgesetz', 'grundgesetzes'))
    ? law(index, index + 1, 'A law')
    : null;
}
