import { unspacedScripts } from '../../../../shared/text/characters/unspaced-scripts';
import { endsInHyphen, firstWord, lastWord, type Vocabulary } from './vocabulary';

/** After a hyphen that stands for the rest of a compound: "two- and three-year". */
const conjunction = /^(?:and|or|to|und|oder|bis|y|o|et|ou|e|en|of)(?![\p{L}\p{M}])/u;
/** They stand for themselves beside a hyphen, and hardly ever grow together with what follows. */
const prefixes = new Set([
  'all',
  'cross',
  'ex',
  'half',
  'high',
  'long',
  'low',
  'quasi',
  'self',
  'short',
  'vice',
  'well',
]);
/** They are words, and parts of words that are written as one. */
const closed = new Set([
  ...[
    'any',
    'be',
    'con',
    'every',
    'for',
    'her',
    'him',
    'in',
    'it',
    'my',
    'no',
    'on',
    'out',
    'over',
    'some',
    'the',
    'them',
  ],
  ...[
    'there',
    'through',
    'to',
    'under',
    'up',
    'what',
    'when',
    'where',
    'with',
    'your',
    'an',
    'as',
    'per',
    'pro',
    'me',
    'so',
  ],
]);

const address = /(?:https?:\/\/|www\.|doi\.org\/)\S*$/i;
const endsUnspaced = new RegExp(`[${unspacedScripts}\\u3001-\\u303f\\uff01-\\uff0f]$`, 'u');
const beginsUnspaced = new RegExp(`^[${unspacedScripts}\\u3001-\\u303f\\uff01-\\uff0f]`, 'u');

/** How a line goes on in the next one: whether its last character, a hyphen, goes, and what comes between. */
interface Joint {
  drop: boolean;
  between: '' | ' ';
}

/** `hidden` says whether the line may end in a hyphen that is not in its text. */
export function jointOf(before: string, after: string, hidden: boolean, vocabulary: Vocabulary): Joint {
  if (before === '' || after === '') return { drop: false, between: '' };
  if (before.endsWith('\u00ad')) return { drop: true, between: '' };
  if (address.test(before) && /[-/_=&?%#~]$/.test(before) && /^[\p{Ll}\p{N}/]/u.test(after))
    return { drop: false, between: '' };
  if (/\S\u2014$/.test(before) || /[\p{L}\p{N}]--$/u.test(before)) return { drop: false, between: '' };
  const head = lastWord.exec(before)?.[0] ?? '';
  const tail = firstWord.exec(after)?.[0] ?? '';
  if (head !== '' && tail !== '' && endsInHyphen.test(before)) {
    if (conjunction.test(after)) return { drop: false, between: ' ' };
    return { drop: isHyphenation(head.slice(0, -1), tail, vocabulary), between: '' };
  }
  if (hidden && isParted(head, tail, vocabulary)) return { drop: false, between: '' };
  if (/\p{N}\u2013$/u.test(before) && /^\p{N}/u.test(after)) return { drop: false, between: '' };
  return { drop: false, between: endsUnspaced.test(before) && beginsUnspaced.test(after) ? '' : ' ' };
}

/** Whether two parts that nothing shows to be words are one. */
function isParted(head: string, tail: string, vocabulary: Vocabulary): boolean {
  const [a, b] = [head.toLowerCase(), tail.toLowerCase()];
  if (!/\p{L}$/u.test(head) || !/^\p{Ll}/u.test(tail)) return false;
  return vocabulary.has(a + b) || !(vocabulary.has(a) && vocabulary.has(b));
}

/** Whether the hyphen between the parts of a word is only there because the line ended. */
function isHyphenation(head: string, tail: string, vocabulary: Vocabulary): boolean {
  if (/\p{N}$/u.test(head) || /^\p{N}/u.test(tail)) return false;
  const [a, b] = [head.toLowerCase().replaceAll('\u2010', '-'), tail.toLowerCase()];
  const [one, two] = [vocabulary.get(a + b) ?? 0, vocabulary.get(`${a}-${b}`) ?? 0];
  if (one !== two) return one > two;
  const last = a.slice(a.lastIndexOf('-') + 1);
  if (/^\p{Lu}/u.test(tail) || a.includes('-') || prefixes.has(last)) return false;
  return closed.has(last) || !(last.length > 2 && b.length > 2 && vocabulary.has(last) && vocabulary.has(b));
}
