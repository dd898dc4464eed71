import { isCommonWord, isFrequentWord } from '../../reports/confidential/terms/common-words';
import { foldForSearch } from '../../text/characters/fold-for-search';
import type { Span } from '../../text/span';
import type { QueryBlock, QueryText } from './query-text';

/** Longer words than this, in UTF-16 code units, are compounds, addresses or noise rather than names. */
const maxWordLength = 40;
/** At most this many words with a capital letter are looked at: the names of a long book. */
const maxNameWords = 200_000;

/** A word that begins with a capital letter, and what stands beside it. */
export interface NameWord extends Span {
  text: string;
  /** The word in lower case without accents. */
  key: string;
  block: QueryBlock;
  /** Whether any word would have a capital letter here: it begins a sentence, a line or a quotation. */
  isFirst: boolean;
  /** The capitalized word directly before it, initials and particles left out, as in `Ada B. von Smith`. */
  left: NameWord | null;
  /** The capitalized word directly after it. */
  right: NameWord | null;
  /** The word before it in its block, in lower case without accents; empty where there is none. */
  previous: string;
  isAfterHyphen: boolean;
  /** Whether a particle joins it to the name before it: `Anna von Wachholz`, and `die Firma von Wachholz` as well. */
  isAfterParticle: boolean;
}

export interface Names {
  words: readonly NameWord[];
  /** Keys of the words that the text also writes in lower case. */
  lower: ReadonlySet<string>;
  /** Whether the text writes nouns with a capital letter, as German does. */
  capitalizesNouns: boolean;
}

/** Words in lower case that stand within names. Lower case, without accents. */
const particles = new Set(
  'von van der den de del della di da do dos das du la le zu zur zum bin ibn al af ter ten'.split(' '),
);
const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /['’ʼ][sS]$/u;
const capital = /^\p{Lu}/u;
const written = /^(?=\p{sc=Latin})\p{Lu}\p{M}*[\p{L}\p{M}'’ʼ]*$/u;
const hasLower = /\p{Ll}/u;
/** `I’ve`, `Don’t`; a name goes on with a capital letter: `O’Brien`. */
const contraction = /['’ʼ]\p{Ll}/u;
/** What stands directly before or after words of addresses, files, tags and code. */
const beforeCode = /[@#/_\\=.]$/u;
const afterCode = /^(?:[@/_\\=(]|\.[\p{L}\p{N}])/u;
const opensQuotation = /[“„"«»‘‚:–—([]\s*$/u;

/** Lists the words in Latin letters that are written like names, with their neighbours, and the words that are not. */
export function listNameWords(draft: QueryText, sentences: readonly Span[]): Names {
  const words: NameWord[] = [];
  const lower = new Set<string>();
  let sentence = 0;
  let midSentence = 0;
  let midSentenceCapitals = 0;
  for (const block of draft.blocks) {
    const content = draft.text.slice(block.start, block.end);
    let before: NameWord | null = null;
    let beforeEnd = 0;
    let previousEnd = 0;
    let previous = '';
    for (const match of content.matchAll(word)) {
      const text = match[0].replace(possessive, '');
      const start = block.start + match.index;
      const between = content.slice(previousEnd, match.index);
      while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= start) sentence += 1;
      const sentenceStart = sentences[sentence]?.start ?? block.start;
      const isFirst =
        block.start + previousEnd <= sentenceStart || opensQuotation.test(between) || between.includes('\n');
      if (isFirst) before = null;
      previousEnd = match.index + match[0].length;
      const isCapital = capital.test(text);
      const key = foldForSearch(text);
      const wordBefore = previous;
      previous = key;
      if (!isFirst && text.length > 3) {
        midSentence += 1;
        if (isCapital) midSentenceCapitals += 1;
      }
      if (!isCapital) {
        lower.add(key);
        if (!particles.has(key) || !isJoined(content.slice(beforeEnd, match.index))) before = null;
        else beforeEnd = previousEnd;
        continue;
      }
      const gap = content.slice(beforeEnd, match.index);
      if (isInitial(text)) {
        if (before && isJoined(gap)) beforeEnd = previousEnd;
        else before = null;
        continue;
      }
      if (
        !isName(text) ||
        beforeCode.test(between) ||
        afterCode.test(content.slice(previousEnd, previousEnd + 2))
      ) {
        before = null;
        continue;
      }
      if (words.length === maxNameWords) break;
      const isAfterHyphen = /^[-‐‑]$/u.test(gap);
      const found: NameWord = {
        ...{ text, key, start, end: start + text.length, block, isFirst },
        ...{
          left: null,
          right: null,
          previous: wordBefore,
          isAfterHyphen,
          isAfterParticle: particles.has(wordBefore),
        },
      };
      if (before && (isAfterHyphen || isJoined(gap)) && !isOpening(before)) {
        found.left = before;
        before.right = found;
      }
      words.push(found);
      // A possessive ends a name: in `Ada’s Harbour` two names meet.
      before = text === match[0] ? found : null;
      beforeEnd = previousEnd;
    }
  }
  return { words, lower, capitalizesNouns: midSentenceCapitals > midSentence * 0.3 };
}

function isName(text: string): boolean {
  return text.length <= maxWordLength && written.test(text) && hasLower.test(text) && !contraction.test(text);
}

/** `J`, as in `J. R. Smith`. */
function isInitial(text: string): boolean {
  return text.length === 1;
}

/** Whether words with this between them are parts of one name. */
function isJoined(between: string): boolean {
  return /^\.?[  ]$/u.test(between);
}

/** Words that often begin a sentence before a name. Lower case, without accents. */
const openers = new Set(
  `while although though since because unlike until once whether despite during after before when where if as like both even only then
  meanwhile however today yesterday tomorrow now here there yet still also instead according thanks former dear dessen deren sein seine
  seiner ihr ihre ihrer der die das den dem ein eine einer auch nach wahrend obwohl weil wenn als seit trotz laut fur bei mit ohne gegen
  dort hier heute gestern nun dann doch aber und oder neben unter uber vor zwischen`.split(/\s+/),
);

/** Whether a word has its capital letter from where it stands, as in `When Smith …`. */
function isOpening({ isFirst, key }: NameWord): boolean {
  return isFirst && (openers.has(key) || isFrequentWord(key));
}

/** Whether a word is in general use: then its spelling alone says nothing about a name. */
export function isKnownWord(key: string): boolean {
  return isCommonWord(key);
}
