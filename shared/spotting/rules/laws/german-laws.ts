import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord, type Token } from '../../tokens/token';
import type { Candidate } from '../rule';
import { law } from './law';

const germanLaw = /(?:gesetz(?:es|e)?|gesetzbuch|verordnung|richtlinie|abkommen)$/;
const germanNorms = new Set(
  'schreibt schreiben verlangt verbietet erlaubt regelt sieht sehen fordert verpflichtet untersagt gestattet gilt garantiert'.split(
    ' ',
  ),
);

const forbidden = 'verboten strafbar illegal vorgeschrieben untersagt pflicht'.split(' ');
const starts = new Set(['gesetzlich', ...forbidden]);
const mayBeLaw = /gesetz|verfassung|verordnung|richtlinie|abkommen/;

/** "Das Gesetz verbietet", "nach dem Gesetz", "ist verboten", "gesetzlich vorgeschrieben". */
function readGermanNorm(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  const isLaw = token?.isCapital === true && token.lower.length > 5 && mayBeLaw.test(token.lower);
  if (!token || !(isLaw || starts.has(token.lower))) return null;
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (
    isWord(token, 'gesetz', 'verfassung', 'grundgesetz', 'gesetze') ||
    (token?.isCapital && germanLaw.test(token.lower) && token.lower.length > 7)
  ) {
    const from = isOf(before, is.determiner) ? index - 1 : index;
    if (germanNorms.has(next?.lower ?? '')) return law(from, index + 2, 0.65, 'What a law says');
    if (
      isWord(tokens[from - 1], 'nach', 'laut', 'gemäß') &&
      isWord(token, 'gesetz', 'verfassung', 'grundgesetz')
    )
      return law(from - 1, index + 1, 0.55, 'What a law says');
  }
  if (
    isWord(token, 'gesetzlich') &&
    isWord(next, 'vorgeschrieben', 'verboten', 'geregelt', 'verpflichtet', 'garantiert', 'geschützt')
  )
    return law(index, index + 2, 0.55, 'What a law says');
  const isForbidden = isWord(token, ...forbidden);
  return isForbidden && isWord(before, 'ist', 'sind', 'war', 'waren', 'bleibt', 'wurde', 'wurden')
    ? law(index, index + 1, 0.42, 'What a law says')
    : null;
}

/** Laws and rulings in German. */
export function readGermanLaw(tokens: readonly Token[], index: number): Candidate | null {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const norm = readGermanNorm(tokens, index);
  if (norm) return norm;
  if (!token?.isCapital) return null;
  if (isWord(token, 'urteil', 'klage', 'anklage', 'verfassung', 'grundgesetz'))
    return law(index, index + 1, 0.45);
  if (!germanLaw.test(token.lower) || token.lower.length < 8) return null;
  return law(isOf(before, is.determiner) ? index - 1 : index, index + 1, 0.55, 'A law');
}
