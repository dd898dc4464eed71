import { unspacedScripts } from '../../../shared/text/unspaced';

const words = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;
const lastWord = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\-\u2010]*)[-\u2010\u00ad]$/u;
const firstWord = /^[\p{L}\p{M}\p{N}]+/u;
/** After a hyphen that stands for the rest of a compound: "two- and three-year". */
const conjunction = /^(?:and|or|to|und|oder|bis|y|o|et|ou|e|en|of)(?![\p{L}\p{M}])/u;
/** They stand for themselves beside a hyphen, and hardly ever grow together with what follows. */
const prefixes = new Set(['all', 'cross', 'ex', 'half', 'high', 'long', 'low', 'quasi', 'self', 'short', 'vice', 'well']);
/** They are words, and parts of words that are written as one. */
const closed = new Set([
  ...['any', 'be', 'con', 'every', 'for', 'her', 'him', 'in', 'it', 'my', 'no', 'on', 'out', 'over', 'some', 'the', 'them'],
  ...['there', 'through', 'to', 'under', 'up', 'what', 'when', 'where', 'with', 'your', 'an', 'as', 'per', 'pro', 'me', 'so'],
]);

const address = /(?:https?:\/\/|www\.|doi\.org\/)\S*$/i;
const endsUnspaced = new RegExp(`[${unspacedScripts}\\u3001-\\u303f\\uff01-\\uff0f]$`, 'u');
const beginsUnspaced = new RegExp(`^[${unspacedScripts}\\u3001-\\u303f\\uff01-\\uff0f]`, 'u');

/** What a document shows of how its words are written: those within its lines, in lower case, and how often. */
export type Vocabulary = ReadonlyMap<string, number>;

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const [word] of line.replace(lastWord, '').matchAll(words)) {
      const key = word.toLowerCase().replaceAll('\u2010', '-');
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (key.includes('-')) for (const part of key.split('-')) counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  return counts;
}

/** How a line goes on in the next one: whether its last character, a hyphen, goes, and what comes between. */
interface Joint {
  drop: boolean;
  between: '' | ' ';
}

export function jointOf(before: string, after: string, vocabulary: Vocabulary): Joint {
  if (before === '' || after === '') return { drop: false, between: '' };
  if (before.endsWith('\u00ad')) return { drop: true, between: '' };
  if (address.test(before) && /[-/_=&?.%#~]$/.test(before) && /^[\p{Ll}\p{N}/]/u.test(after) && !/\.$/.test(before))
    return { drop: false, between: '' };
  if (/\S\u2014$/.test(before) || /[\p{L}\p{N}]--$/u.test(before)) return { drop: false, between: '' };
  const head = lastWord.exec(before)?.[1];
  const tail = firstWord.exec(after)?.[0];
  if (head !== undefined && tail !== undefined) {
    if (conjunction.test(after)) return { drop: false, between: ' ' };
    return { drop: isHyphenation(head, tail, vocabulary), between: '' };
  }
  if (/[\p{N}]\u2013$/u.test(before) && /^\p{N}/u.test(after)) return { drop: false, between: '' };
  return { drop: false, between: endsUnspaced.test(before) && beginsUnspaced.test(after) ? '' : ' ' };
}

/** Whether the hyphen between the parts of a word is only there because the line ended. */
function isHyphenation(head: string, tail: string, vocabulary: Vocabulary): boolean {
  if (/\p{N}$/u.test(head) || !/^\p{Ll}|^(?!\p{Lu})\p{L}/u.test(tail)) return false;
  const [a, b] = [head.toLowerCase().replaceAll('\u2010', '-'), tail.toLowerCase()];
  const [one, two] = [vocabulary.get(a + b) ?? 0, vocabulary.get(`${a}-${b}`) ?? 0];
  if (one !== two) return one > two;
  const last = a.slice(a.lastIndexOf('-') + 1);
  if (a.includes('-') || prefixes.has(last)) return false;
  return closed.has(last) || !(last.length > 2 && b.length > 2 && vocabulary.has(last) && vocabulary.has(b));
}
