import type { Query } from '../../query';
import { isKnownWord, type NameWord, type Names } from '../name-words';
import { isTitle, isVerbOfPerson } from '../person-words';
import { type QueryText, quote } from '../query-text';
import { getNextWord } from '../spelling/find-two-spellings';
import { isMononym } from './mononyms';

/**
 * Finds persons whom the text names by the surname alone before it introduces them by their full name. Headings, captions, and the
 * first block, which may be a headline or a standfirst, name people as they like.
 */
export function findLateIntroductions(draft: QueryText, names: Names): Query[] {
  /** By surname: the first occurrence alone, and whether the full name came before. */
  const bare = new Map<string, NameWord[]>();
  const introduced = new Set<string>();
  const queries: Query[] = [];
  for (const word of names.words) {
    const { key } = word;
    if (introduced.has(key) || isMononym(key) || names.lower.has(key)) continue;
    if (isAlone(word)) {
      if (!isAside(draft, word)) bare.set(key, [...(bare.get(key) ?? []), word].slice(0, 20));
      continue;
    }
    // Any longer name introduces its words: it may be of another person, a place or a firm.
    introduced.add(key);
    const [first] = bare.get(key) ?? [];
    if (!first || !isFullName(word, names)) continue;
    const mentions = bare.get(key) ?? [];
    const isPerson = mentions.some((mention) => isUsedAsPerson(draft, mention)) || isUsedAsPerson(draft, word);
    const isClear = isKnownWord(key) ? isUsedAsPerson(draft, first) : isPerson && isSubject(draft, first);
    if (!isClear || isAside(draft, word)) continue;
    const full = { start: word.left?.start ?? word.start, end: word.end };
    queries.push({
      rule: 'introduction',
      places: [{ start: first.start, end: first.end }, full],
      explanation: `${quote(draft.text, first)} is named before being introduced as ${quote(draft.text, full)}.`,
    });
  }
  return queries;
}

/** Whether a surname stands without a first name; a title may stand before it. */
function isAlone({ left, right }: NameWord): boolean {
  return right === null && (left === null || (isTitle(left.key) && left.left === null));
}

/** A first name and this word as the surname, and nothing else. */
function isFullName({ left, right, key }: NameWord, names: Names): boolean {
  if (!left || right || isTitle(left.key) || key.length < 3 || names.lower.has(left.key)) return false;
  return left.left === null || isTitle(left.left.key);
}

/** Whether a word stands in a block in which people are named in short forms. */
function isAside({ blocks }: QueryText, { block }: NameWord): boolean {
  return block === blocks[0] || (block.kind !== undefined && block.kind !== 'paragraph' && block.kind !== 'quote');
}

function isUsedAsPerson(draft: QueryText, word: NameWord): boolean {
  return (
    (word.left !== null && isTitle(word.left.key)) ||
    isVerbOfPerson(word.previous) ||
    isVerbOfPerson(getNextWord(draft, word))
  );
}

/** Whether a verb follows that a person may be the subject of, a possessive, or a description between commas. */
const predicate =
  /^(?:['’]s |,? (?:who|whose|der|die|dessen|deren) |, (?:an?|the|head|chief|\d{1,3}|der|die) |,? (?:is|was|has|had|will|would|did|does|can|could|ist|war|hat|hatte|wird|wurde|kann|konnte|soll|sollte|will|\p{Ll}+(?:ed|te)) )/u;

function isSubject(draft: QueryText, word: NameWord): boolean {
  return isUsedAsPerson(draft, word) || predicate.test(draft.text.slice(word.end, word.end + 24));
}
