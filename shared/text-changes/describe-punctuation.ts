import { capitalize } from '../text/format/end-sentence';
import type { InlineTextFormatter } from '../text/format/isolate';
import { joinList } from '../text/format/join-list';

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
export function describePunctuation(before: string, after: string, formatText: InlineTextFormatter): string {
  const build = (punctuation: string, whatHappened: string) => {
    const { phrase, isPlural } = namePunctuation(punctuation, formatText);
    return `${capitalize(phrase)} ${isPlural ? 'were' : 'was'} ${whatHappened}`;
  };
  if (before === '') return build(after, 'added');
  if (after === '') return build(before, 'taken out');
  return build(before, `replaced by ${namePunctuation(after, formatText).phrase}`);
}
