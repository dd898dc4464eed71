import { counted } from '../text/format/count-of';
import { capitalized } from '../text/format/end-sentence';
import { isolate, type Telling } from '../text/format/isolate';
import { shorten } from '../text/format/shorten';
import { countWords } from '../text/segmenter/words';
import type { ChangeKind, WordChange } from './word-change';
import { kindOfWord } from './word-kinds';

/** UTF-16 units of the words that are told, as a rule. */
const longestWords = 80;

/** What changed, as a sentence begins with it. */
const subjects: Record<ChangeKind, string> = {
  spacing: 'Spaces',
  quotes: 'The style of quotation marks',
  dashes: 'The style of dashes',
  punctuation: 'Punctuation',
  case: 'A capital letter',
  number: 'A number',
  date: 'A date',
  name: 'A name',
  unit: 'A unit',
  negation: 'A negation',
  hedge: 'A hedge',
  quotation: 'Quotation marks',
  question: 'A question mark',
  sign: 'A sign',
  words: 'Words',
};

/** So many changes are named; who wants to know all of more looks at the words. */
const mostNamed = 3;

/** Changes in words, as sentences: the first few, and how many there are besides. */
export function changesInWords(
  changes: readonly WordChange[],
  longest = longestWords,
  tell: Telling = isolate,
): string {
  const more = changes.length - mostNamed;
  const told = changes.slice(0, mostNamed).map((change) => `${changeWords(change, longest, tell)}.`);
  return [...told, ...(more > 0 ? [`And ${counted(more, 'more change')}.`] : [])].join(' ');
}

/** Signs as a sentence names them; a sign that is not here is quoted. */
const signNames: Record<string, string> = {
  ',': 'comma',
  '.': 'full stop',
  ';': 'semicolon',
  ':': 'colon',
  '…': 'ellipsis',
  '!': 'exclamation mark',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'square bracket',
  ']': 'square bracket',
  '-': 'hyphen',
  '–': 'dash',
  '—': 'dash',
  '’': 'apostrophe',
  "'": 'apostrophe',
};

/** More signs are not read one by one. */
const mostSigns = 3;

/** "a comma and a full stop", or the signs in quotation marks. */
function signsInWords(signs: string, tell: Telling): { words: string; count: number } {
  const each = [...signs.replace(/\s+/g, '')];
  const names = each.map((sign) => signNames[sign]);
  if (each.length > mostSigns || names.includes(undefined))
    return { words: `the signs “${tell(signs)}”`, count: 2 };
  const named = names.map((name) => `${/^[aeiou]/.test(name ?? '') ? 'an' : 'a'} ${name}`);
  const last = named.at(-1) ?? '';
  const words = named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
  return { words, count: named.length };
}

/** "A comma and a full stop were added". */
function punctuationWords(old: string, now: string, tell: Telling): string {
  const told = (signs: string, what: string) => {
    const { words, count } = signsInWords(signs, tell);
    return `${capitalized(words)} ${count === 1 ? 'was' : 'were'} ${what}`;
  };
  if (old === '') return told(now, 'added');
  if (now === '') return told(old, 'taken out');
  return told(old, `replaced by ${signsInWords(now, tell).words}`);
}

function hasNumber(words: string): boolean {
  return words
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => /\p{N}/u.test(word) || kindOfWord(word, false) === 'number');
}

/** The most words a number with its unit has, as in "about 12.5 per cent"; longer text says more than a number. */
const longestNumber = 4;

/** "A number was added: 12", or where it came with more, "Words with a number were added: to 58 decibels at night". */
function oneSided(reason: ChangeKind, told: string, what: string, tell: Telling): string {
  const isMore = reason === 'number' && countWords(told) > longestNumber;
  const subject = isMore ? 'Words with a number' : subjects[reason];
  const verb = isMore || (/s$/.test(subject) && !/^The/.test(subject)) ? 'were' : 'was';
  return `${subject} ${verb} ${what}: ${tell(told)}`;
}

/**
 * A change in words, without a full stop: "A number changed: 12 → 21", "Words were added: not". A number that other words took
 * the place of is one that was taken out.
 */
export function changeWords(
  { before, after, reason }: WordChange,
  longest = longestWords,
  tell: Telling = isolate,
): string {
  const [old, now] = [shorten(before.trim(), longest), shorten(after.trim(), longest)];
  if (old === '' && now === '') return `${subjects[reason]} changed`;
  if (reason === 'punctuation') return punctuationWords(old, now, tell);
  if (now === '' || (reason === 'number' && old !== '' && !hasNumber(after)))
    return oneSided(reason, withoutComma(old), 'taken out', tell);
  if (old === '' || (reason === 'number' && !hasNumber(before)))
    return oneSided(reason, withoutComma(now), 'added', tell);
  return `${subjects[reason]} changed: ${tell(old)} → ${tell(now)}`;
}

/** Words that a full stop is set behind, without the comma or the like that they end with. */
function withoutComma(words: string): string {
  return words.replace(/(?<=[\p{L}\p{N}])[,;:]+$/u, '');
}
