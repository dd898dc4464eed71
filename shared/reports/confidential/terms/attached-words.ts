import type { TermPart } from './term-part';

/** Words that Arabic and Hebrew write in one with the next: and, the, in, to, from, as, that, and what they form together. */
const attachedWords: readonly { script: RegExp; words: readonly string[] }[] = [
  {
    script: /^\p{sc=Arabic}+$/u,
    words: ['ال', 'و', 'ف', 'ب', 'ل', 'ك', 'وال', 'فال', 'بال', 'كال', 'لل', 'ولل', 'وب', 'ول'],
  },
  {
    script: /^\p{sc=Hebrew}+$/u,
    words: ['ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ', 'וה', 'וב', 'ול', 'ומ', 'וש', 'שה', 'של', 'כש'],
  },
];

/** In letters: a shorter name behind one of these words is another word too often. */
const minCertainLength = 4;

/** Lists a word of a name, in Arabic or Hebrew, behind each word that is written in one with it. */
export function listAttachedForms(word: string): TermPart[] {
  const { words = [] } = attachedWords.find(({ script }) => script.test(word)) ?? {};
  const level = word.length < minCertainLength ? 'possible' : 'certain';
  return words.map((before) => ({ text: before + word, level }));
}
