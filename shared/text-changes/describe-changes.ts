import { formatCount } from '../text/format/numbers.ts';
import { capitalize, type InlineTextFormatter, isolate, joinList, shorten } from '../text/format/wording.ts';
import { countWords } from '../text/segmenter/words.ts';
import type { ChangeKind, WordChange } from './word-change.ts';
import { getWordKind } from './word-kinds.ts';

/** Names of punctuation marks; others are quoted. */
const names: Readonly<Record<string, string>> = {
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

/** More characters than this are quoted instead of named one by one. */
const maxNamedCharacters = 3;

/** "a comma and a full stop", or the characters in quotation marks, and whether the phrase is a plural. */
function namePunctuation(
  punctuation: string,
  formatText: InlineTextFormatter,
): { phrase: string; isPlural: boolean } {
  const characters = [...punctuation.replace(/\s+/g, '')];
  const known = characters.flatMap((character) => names[character] ?? []);
  if (characters.length > maxNamedCharacters || known.length < characters.length)
    return { phrase: `the characters “${formatText(punctuation)}”`, isPlural: true };
  const named = known.map((name) => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`);
  return { phrase: joinList(named), isPlural: named.length !== 1 };
}

/** Describes a change of punctuation without a full stop: "A comma and a full stop were added". One of the two may be empty. */
function describePunctuation(before: string, after: string, formatText: InlineTextFormatter): string {
  const build = (punctuation: string, whatHappened: string) => {
    const { phrase, isPlural } = namePunctuation(punctuation, formatText);
    return `${capitalize(phrase)} ${isPlural ? 'were' : 'was'} ${whatHappened}`;
  };
  if (before === '') return build(after, 'added');
  if (after === '') return build(before, 'taken out');
  return build(before, `replaced by ${namePunctuation(after, formatText).phrase}`);
}

/** How much of a changed text is quoted by default, in UTF-16 code units. */
const defaultMaxLength = 80;

/** The most changes that are described one by one. */
const maxDescribed = 3;

/** The most words in a number with its unit, as in "about 12.5 per cent"; a longer text is more than a number. */
const maxNumberWords = 4;

/** The kind of a change, as the first words of a sentence. */
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

/**
 * Describes changes in sentences: the first few, and how many more there are. Quotes at most `maxLength` UTF-16 code units of
 * each changed text.
 */
export function describeChanges(
  changes: readonly WordChange[],
  maxLength = defaultMaxLength,
  formatText: InlineTextFormatter = isolate,
): string {
  const more = changes.length - maxDescribed;
  const sentences = changes
    .slice(0, maxDescribed)
    .map((change) => `${describeChange(change, maxLength, formatText)}.`);
  return [...sentences, ...(more > 0 ? [`And ${formatCount(more, 'more change')}.`] : [])].join(' ');
}

/**
 * Describes a change without a full stop: "A number changed: 12 → 21", "Words were added: not". A number that was replaced by
 * other words counts as taken out. Either text is shortened to `maxLength` UTF-16 code units.
 */
export function describeChange(
  { before, after, reason }: WordChange,
  maxLength = defaultMaxLength,
  formatText: InlineTextFormatter = isolate,
): string {
  const [old, now] = [shorten(before.trim(), maxLength), shorten(after.trim(), maxLength)];
  if (old === '' && now === '') return `${subjects[reason]} changed`;
  if (reason === 'punctuation') return describePunctuation(old, now, formatText);
  if (now === '' || (reason === 'number' && old !== '' && !hasNumber(after)))
    return describeOneSided(reason, removeJoints(old), 'taken out', formatText);
  if (old === '' || (reason === 'number' && !hasNumber(before)))
    return describeOneSided(reason, removeJoints(now), 'added', formatText);
  return `${subjects[reason]} changed: ${formatText(old)} → ${formatText(now)}`;
}

function hasNumber(text: string): boolean {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => /\p{N}/u.test(word) || getWordKind(word, false) === 'number');
}

/** "A number was added: 12", or with more text "Words with a number were added: to 58 decibels at night". */
function describeOneSided(
  reason: ChangeKind,
  text: string,
  whatHappened: string,
  formatText: InlineTextFormatter,
): string {
  const isMoreThanNumber = reason === 'number' && countWords(text) > maxNumberWords;
  const subject = isMoreThanNumber ? 'Words with a number' : subjects[reason];
  const isPlural = isMoreThanNumber || (/s$/.test(subject) && !/^The/.test(subject));
  return `${subject} ${isPlural ? 'were' : 'was'} ${whatHappened}: ${formatText(text)}`;
}

/**
 * Removes what joined a text to its neighbours: a comma, hyphen or dash at its end, because a full stop may follow, and the same before
 * its first letter. Before a figure it may be a sign.
 */
function removeJoints(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])\s*[,;:\-‐‑–—]+$/u, '').replace(/^[,;:\-‐‑–—]+\s*(?=\p{L})/u, '');
}
