import { type Atom, isDash, isQuote } from './change-tokens';
import { type ChangeKind, materialChange, type StyleKind, styleChange, type WordChange } from './word-change';
import { isCapitalised, isDateWord, kindOfWord } from './word-kinds';

/** Atoms that follow one another, and the string they stand in. */
export interface Phrase {
  readonly text: string;
  readonly atoms: readonly Atom[];
}

/** Signs without which the same is said. Those inside numbers are part of the number. */
const meaningless = /^[,;:.，、；：。،؛۔]$/;

type MaterialKind = Exclude<ChangeKind, StyleKind>;

/** What a change of several words is named after, if they are of several kinds. */
const foremost: readonly MaterialKind[] = [
  ...(['negation', 'number', 'date', 'unit', 'name', 'hedge', 'words'] as const),
  ...(['quotation', 'question', 'sign'] as const),
];

/** The words of a phrase, from the first atom to the last. */
function wordsOf({ text, atoms }: Phrase): string {
  const [first] = atoms;
  return first ? text.slice(first.start, atoms.at(-1)?.end) : '';
}

function isMeaningless({ type, text, within }: Atom): boolean {
  return type === 'sign' && meaningless.test(text) && !within;
}

const currency = /^\p{Sc}$/u;

/** Whether a sign is one of measure or money; ASCII is looked at first, for which no expression has to be compiled. */
function isUnit(sign: string): boolean {
  return '%‰°′″\'"$'.includes(sign) || (sign > '~' && currency.test(sign));
}

function kindOf(atom: Atom): MaterialKind {
  if (atom.type === 'number') return 'number';
  if (atom.type === 'word') return kindOfWord(atom.text, !atom.starts);
  if (isQuote(atom)) return 'quotation';
  if (/^[?？؟;]$/.test(atom.text)) return 'question';
  return isUnit(atom.key) ? 'unit' : 'sign';
}

/** What it means that some atoms became others that have nothing in common with them; either may be none. */
export function changesOfPhrase(before: Phrase, after: Phrase): WordChange[] {
  const all = [...before.atoms, ...after.atoms];
  if (all.length === 0) return [];
  if (all.every(isMeaningless)) return [styleChange(wordsOf(before), wordsOf(after), 'punctuation')];
  if (goesWordByWord(before, after)) {
    return before.atoms.flatMap((atom, index) => {
      const other = after.atoms.slice(index, index + 1);
      return changeOfPhrase({ text: before.text, atoms: [atom] }, { text: after.text, atoms: other });
    });
  }
  return [changeOfPhrase(before, after)];
}

/** Whether as many words were put in as were taken out: then each stands for one. */
function goesWordByWord(before: Phrase, after: Phrase): boolean {
  const isApart = ({ type }: Atom) => type !== 'sign';
  return (
    before.atoms.length === after.atoms.length &&
    before.atoms.every(isApart) &&
    after.atoms.every(isApart) &&
    /\s/.test(wordsOf(before)) &&
    /\s/.test(wordsOf(after))
  );
}

function changeOfPhrase(before: Phrase, after: Phrase): WordChange {
  const kinds = new Set([...before.atoms, ...after.atoms].map(kindOf));
  const reason = foremost.find((kind) => kinds.has(kind)) ?? 'words';
  return materialChange(wordsOf(before), wordsOf(after), reason);
}

/** What it means that an atom is written differently than before, if it is: letter case, or a style. */
export function changesOfPair(before: Atom, after: Atom): WordChange[] {
  if (before.text === after.text) return [];
  if (before.key === after.key) return [styleChange(before.text, after.text, styleOf(before, after))];
  if (isSentenceCase(before, after)) return [styleChange(before.text, after.text, 'case')];
  const capital = isCapitalised(before.text) ? before : after;
  return [materialChange(before.text, after.text, kindOf(capital))];
}

function styleOf(before: Atom, after: Atom): StyleKind {
  const both = before.text + after.text;
  if (isQuote(before)) return 'quotes';
  if (isDash(before)) return 'dashes';
  if (before.type === 'sign') return 'punctuation';
  if (/[’‘ʼ＇]/.test(both) && both.includes("'")) return 'quotes';
  return /[\u2010-\u2015\u2212]/.test(both) ? 'dashes' : 'spacing';
}

/** Whether only the first letter is another, and its capital is that of a sentence's start. A month is none of another word. */
function isSentenceCase(before: Atom, after: Atom): boolean {
  const [capital, small] = isCapitalised(before.text) ? [before, after] : [after, before];
  return (
    capital.starts &&
    capital.key.slice(1) === small.key.slice(1) &&
    isCapitalised(capital.key) &&
    !isCapitalised(small.key) &&
    !isDateWord(capital.key)
  );
}
