import type { ReadDraft } from '#shared/reading/read-text.ts';
import { isCommonWord } from '#shared/text/common-words.ts';
import {
  isGivenName,
  isMononym,
  isOrganizationWord,
  isTitle,
  isVerbOfPerson,
} from '#shared/text/words-around-names.ts';
import type { Query } from '../base/query.ts';
import { foldName, isCapitalized, type Names, type NameWord, quote } from './name-words.ts';
import { getNextWord } from './two-spellings.ts';

/**
 * Finds people whom the text names by surname alone before it gives their full name. Headings, captions, and a first block that may
 * be a headline or a standfirst do not count.
 */
export function findLateIntroductions(draft: ReadDraft, names: Names): Query[] {
  /** The first place where each surname stands alone. */
  const bare = new Map<string, NameWord>();
  const introduced = new Set<string>();
  const queries: Query[] = [];
  const persons = new Set(
    names.words.filter((word) => isUsedAsPerson(draft, word, names.capitalizesNouns)).map(({ key }) => key),
  );
  for (const word of names.words) {
    const { key } = word;
    if (introduced.has(key) || isMononym(key) || isOrganizationWord(key) || names.lower.has(key)) continue;
    if (isAlone(word) || (names.capitalizesNouns && word.isAfterParticle)) {
      if (!bare.has(key) && !isAside(draft, word)) bare.set(key, word);
      continue;
    }
    // Any longer name introduces its words, even one of another person, a place or a firm.
    introduced.add(key);
    const first = bare.get(key);
    if (!first || !isFullName(draft.text, word, names)) continue;
    if (!persons.has(key) || articles.has(first.previous) || isAside(draft, word)) continue;
    const full = { start: word.left?.start ?? word.start, end: word.end };
    queries.push({
      rule: 'introduction',
      places: [{ start: first.start, end: first.end }, full],
      explanation: `${quote(draft.text, first)} is named before being introduced as ${quote(draft.text, full)}.`,
    });
  }
  return queries;
}

/** Words before a name that make it a thing: the Guide. */
const articles = new Set('the a an this our their its his her my your'.split(' '));

/** Whether a surname stands without a first name; a title may stand before it. */
function isAlone({ left, right }: NameWord): boolean {
  let before = left;
  while (before && isTitle(before.key)) before = before.left;
  return right === null && before === null;
}

/** Words before a name that are no first names: South Africa, New Yorker. */
const noFirstName =
  /^(?:south|north|east|west|central|new|old|great|greater|upper|lower|saint|super|ehepaar|familie|bruder|gebruder|schwestern|geschwister|sud|nord|ost)$/u;

/** A participle at the start of a sentence is no first name: `Using Midas, …`. */
const participle = /(?:ing|ed)$/u;

/** Whether a name is just a first name and this word as the surname. A nickname in quotation marks is no first name. */
function isFullName(text: string, { left, right, key }: NameWord, names: Names): boolean {
  if (!left || right || isTitle(left.key) || key.length < 3 || names.lower.has(left.key)) return false;
  if (
    noFirstName.test(left.key) ||
    (left.isFirst && !isGivenName(left.key) && (isCommonWord(left.key) || participle.test(left.key))) ||
    /["“”„‘']/u.test(text.charAt(left.start - 1))
  )
    return false;
  return left.left === null || isTitle(left.left.key);
}

/** Longest headline or standfirst, in UTF-16 code units. A longer first block, or one of two sentences, is a paragraph. */
const maxStandfirst = 200;
const twoSentences = /[.!?][”"“«]? +[“"„»]?\p{Lu}/u;

/** Whether a word stands in a block that may use surnames alone, such as a heading. */
function isAside({ text, blocks }: ReadDraft, { block }: NameWord): boolean {
  const isStandfirst =
    block === blocks[0] &&
    block.end - block.start <= maxStandfirst &&
    !twoSentences.test(text.slice(block.start, block.end));
  return isStandfirst || (block.kind !== undefined && block.kind !== 'paragraph' && block.kind !== 'quote');
}

/** An age or a role between commas: `Smith, 45,`, `Smith, the head of …`, `Smith, who …`. */
const description = /^, (?:\d\d,|(?:the|an?|who|whose|head|chief) )/u;
/** A German statement about a role: `Smith ist seit 2019 Vorsitzende`. */
const germanOffice = /^ (?:ist|war|wurde|wird|arbeitet) ((?:[\p{L}\p{N}]+ ){0,4}\p{L}+)/u;
/** A German description between commas: `Smith, der frühere Leiter des Heims`. */
const germanDescription = /^, (?:der|die|den|dem|ein|eine|einen|einem|einer) ((?:\p{L}+ ){0,2}\p{L}+)/u;

function isUsedAsPerson(draft: ReadDraft, word: NameWord, isGerman: boolean): boolean {
  return (
    (word.left !== null && isTitle(word.left.key)) ||
    isVerbOfPerson((word.left ?? word).previous) ||
    isVerbOfPerson(getNextWord(draft, word)) ||
    description.test(draft.text.slice(word.end, word.end + 12)) ||
    (isGerman && hasGermanRole(draft.text.slice(word.end, word.end + maxDescription)))
  );
}

/** How much text is read for a German description, in UTF-16 code units. */
const maxDescription = 80;

function hasGermanRole(after: string): boolean {
  const words = (germanDescription.exec(after) ?? germanOffice.exec(after))?.[1]?.split(' ') ?? [];
  return words.some((word) => isCapitalized(word) && isTitle(foldName(word)));
}
