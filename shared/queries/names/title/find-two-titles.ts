import { groupBy } from '../../../text/sequences/group-by';
import type { Query } from '../../query';
import type { Names, NameWord } from '../name-words';
import { type QueryText, quote } from '../query-text';
import { isTitle } from '../words-around-names';
import { areOpposed, isSensed, isSexed } from './title-groups';

/** At most this many queries are made. */
const maxQueries = 50;
/** How much text before a title says that it was another one once, in UTF-16 code units. */
const reach = 40;
const onceOther =
  /(?<!\p{L})(?:former|formerly|then|ex|now|today|promoted|previously|later|brother|ehemalige[nr]?|frühere[nr]?|damalige[nr]?|heutige[nr]?|spätere[nr]?|befördert\p{L}*|einstige[nr]?)(?!\p{L})[^.]*$/u;
/** Relatives have one surname and titles of their own. */
const relatives =
  /(?<!\p{L})(?:wife|husband|spouse|couple|daughter|son|brother|sister|mother|father|widow|widower|married|ehefrau|ehemann|ehepaar|gattin|gatte|tochter|sohn|bruder|schwester|mutter|vater|witwe|eltern|familie|family|parents|heirat\p{L}*|eheleute)(?!\p{L})/iu;

interface Titled {
  word: NameWord;
  title: NameWord;
}

/** Finds persons to whom the text gives two titles that exclude each other: "Mr Lind" and "Mrs Lind", "Sergeant Lind" and "Captain Lind". */
export function findTwoTitles(draft: QueryText, names: Names): Query[] {
  const titled = names.words.flatMap((word): Titled[] => {
    const title = findTitle(word);
    return title && !onceOther.test(draft.text.slice(Math.max(0, title.start - reach), title.start))
      ? [{ word, title }]
      : [];
  });
  const queries: Query[] = [];
  for (const [key, alike] of groupBy(titled, ({ word }) => word.key)) {
    const [first] = alike;
    const other = alike.find(({ title }) => first && areOpposed(first.title.key, title.key));
    if (!first || !other || queries.length === maxQueries || countFirstNames(names, key) > 1) continue;
    if (isSexed(first.title.key) && relatives.test(draft.text)) continue;
    const places = [first, other].map(({ title, word }) => ({ start: title.start, end: word.end }));
    const [from, to] = places;
    if (!from || !to) continue;
    const explanation = `${quote(draft.text, from)} and ${quote(draft.text, to)} give one person two titles.`;
    queries.push({ rule: 'spelling', places: [from, to], explanation });
  }
  return queries;
}

/** How many words before a surname are looked at. */
const maxChain = 4;

/** The nearest title before a surname that excludes others, with or without the first name between. */
function findTitle({ left, right }: NameWord): NameWord | null {
  let word = right ? null : left;
  for (let step = 0; word && step < maxChain; step += 1) {
    if (isSensed(word.key)) return word;
    word = word.left;
  }
  return null;
}

/** How many first names the text has with a surname. */
function countFirstNames({ words }: Names, key: string): number {
  const lefts = words.flatMap(({ key: own, left }) =>
    own === key && left && !isTitle(left.key) && left.key !== 'doktor' ? [left.key] : [],
  );
  return new Set(lefts).size;
}
