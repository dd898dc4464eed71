import type { ChangeKind, WordChange } from '../domain/word-change';
import { counted } from '../text/counted';
import { shorten } from '../text/shorten';

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
export function changesInWords(changes: readonly WordChange[], longest = longestWords): string {
  const more = changes.length - mostNamed;
  const told = changes.slice(0, mostNamed).map((change) => `${changeWords(change, longest)}.`);
  return [...told, ...(more > 0 ? [`And ${counted(more, 'more change')}.`] : [])].join(' ');
}

/** A change in words, without a full stop: "A number changed: 12 → 21", "Words were added: not". */
export function changeWords({ before, after, reason }: WordChange, longest = longestWords): string {
  const subject = subjects[reason];
  const verb = /s$/.test(subject) && !/^The/.test(subject) ? 'were' : 'was';
  const [old, now] = [shorten(before.trim(), longest), shorten(after.trim(), longest)];
  if (old === '' && now === '') return `${subject} changed`;
  if (old === '') return `${subject} ${verb} added: ${now}`;
  if (now === '') return `${subject} ${verb} taken out: ${old}`;
  return `${subject} changed: ${old} → ${now}`;
}
