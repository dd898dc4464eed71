import type { ReadBlock, ReadText } from '../../reading/read-text';
import { foldForSearch } from '../../text/characters/folding';
import { isCommonWord } from '../../text/common-words';
import type { Span } from '../../text/span';
import { isNameParticle, isSentenceOpener } from '../../text/words-around-names';

/** At most this many words with a capital letter are looked at: the names of a long book. */
const maxNameWords = 100_000;
/** Above this share of capitalized words within sentences, a text whose language isn't known capitalizes nouns. */
const minNounShare = 0.3;

/** A word that is written like a name, and its neighbours. */
export interface NameWord extends Span {
  text: string;
  /** The word in lower case without accents. */
  key: string;
  block: ReadBlock;
  /** Whether any word would have a capital letter here: it begins a sentence, a line or a quotation. */
  isFirst: boolean;
  /** The word of the same name before it, initials and particles left out, as in `Ada B. von Smith`. */
  left: NameWord | null;
  /** The word of the same name after it. */
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

/** Names while they are listed. */
interface Listing {
  words: NameWord[];
  lower: Set<string>;
  /** How many words stand within sentences, and how many of them have a capital letter. */
  within: number;
  capitals: number;
  /** Whether the language says that nouns have capitals; null where it does not say. */
  isNounLanguage: boolean | null;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /['’ʼ][sS]$/u;

/** Lists the words in Latin letters that are written like names, with their neighbours, and the words that are not. */
export function listNameWords({ draft, sentences }: ReadText): Names {
  const isNounLanguage = draft.language === null ? null : /^(?:de|lb|nds|gsw)\b/iu.test(draft.language);
  const listing: Listing = { words: [], lower: new Set(), within: 0, capitals: 0, isNounLanguage };
  let sentence = 0;
  const isSentenceStart = (previousEnd: number, start: number) => {
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= start) sentence += 1;
    return previousEnd <= (sentences[sentence]?.start ?? 0);
  };
  for (const block of draft.blocks) listBlock(listing, draft.text, block, isSentenceStart);
  const { words, lower, within, capitals } = listing;
  return { words, lower, capitalizesNouns: isNounLanguage ?? capitals > within * minNounShare };
}

function listBlock(
  listing: Listing,
  text: string,
  block: ReadBlock,
  isSentenceStart: (previousEnd: number, start: number) => boolean,
): void {
  const content = text.slice(block.start, block.end);
  /** The last word of the name that may go on, and where it ends with the initials and particles after it. */
  let open: NameWord | null = null;
  let openEnd = 0;
  let previous = '';
  let previousEnd = 0;
  for (const match of content.matchAll(word)) {
    const between = content.slice(previousEnd, match.index);
    const start = block.start + match.index;
    const isFirst = isSentenceStart(block.start + previousEnd, start) || beginsAfter(between);
    const written = match[0].replace(possessive, '');
    const key = foldName(written);
    const isCapital = isCapitalized(written);
    const wordBefore = previous;
    previous = key;
    previousEnd = match.index + match[0].length;
    if (!isFirst && written.length > 3) {
      listing.within += 1;
      if (isCapital) listing.capitals += 1;
    }
    if (!isCapital) listing.lower.add(key);
    if (isFirst || !isJoined(content.slice(openEnd, match.index))) open = null;
    if (isCapital ? isInitial(written) : isParticle(key, wordBefore, listing)) {
      openEnd = previousEnd;
      continue;
    }
    const after = content.slice(previousEnd, previousEnd + 2);
    if (!isCapital || !isWrittenAsName(written) || isInCode(between, after)) {
      open = null;
      continue;
    }
    if (listing.words.length === maxNameWords) return;
    const found: NameWord = {
      text: written,
      key,
      start,
      end: start + written.length,
      block,
      isFirst,
      left: open,
      right: null,
      ...{
        previous: wordBefore,
        isAfterHyphen: isHyphen(between),
        isAfterParticle: isNameParticle(wordBefore),
      },
    };
    if (open) open.right = found;
    listing.words.push(found);
    // A possessive ends a name, as in `Ada’s Harbour`, and a word that only begins a sentence begins none.
    const goesOn = written === match[0] && !(isFirst && isSentenceOpener(key));
    open = goesOn ? found : null;
    openEnd = previousEnd;
  }
}

/** German articles stand between any two nouns (`Weber das Wort`), and in names behind another particle alone: `von der Leyen`. */
const germanArticles = /^(?:der|den|das|dem)$/u;

function isParticle(key: string, wordBefore: string, { isNounLanguage }: Listing): boolean {
  if (isNounLanguage && germanArticles.test(key)) return isNameParticle(wordBefore);
  return isNameParticle(key);
}

/** Whether a word is in general use: then its spelling alone says nothing about a name. */
export function isKnownWord(key: string): boolean {
  return isCommonWord(key);
}

/** Longer words than this, in UTF-16 code units, are compounds, addresses or noise rather than names. */
const maxWordLength = 40;
const written = /^(?=\p{sc=Latin})\p{Lu}\p{M}*[\p{L}\p{M}'’ʼ]*$/u;
const hasLower = /\p{Ll}/u;
/** `I’ve`, `Don’t`; a name goes on with a capital letter: `O’Brien`. */
const contraction = /['’ʼ]\p{Ll}/u;
/** Characters directly before or after words of addresses, files, tags and code. */
const beforeCode = /[@#/_\\=.]$/u;
const afterCode = /^(?:[@/_\\=(]|\.[\p{L}\p{N}])/u;
const beforeFirstWord = /[“„"«»‘‚:–—([]\s*$|\n/u;

/** A word in lower case without accents. Most words are written in plain letters, which need no folding. */
export function foldName(text: string): string {
  return /^[a-zA-Z]+$/.test(text) ? text.toLowerCase() : foldForSearch(text);
}

export function isCapitalized(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether a word is written like a name: in Latin letters, the first one a capital, but not all of them. */
function isWrittenAsName(text: string): boolean {
  return text.length <= maxWordLength && written.test(text) && hasLower.test(text) && !contraction.test(text);
}

/** Whether a word is a part of an address, a file name or code, by the characters before it and after it. */
function isInCode(before: string, after: string): boolean {
  return beforeCode.test(before) || afterCode.test(after);
}

/** Whether the characters before a word make it the first one of a line, a quotation, or what a colon or a dash announces. */
function beginsAfter(before: string): boolean {
  return before !== ' ' && beforeFirstWord.test(before);
}

/** `J`, as in `J. R. Smith`. */
function isInitial(text: string): boolean {
  return text.length === 1;
}

/** Whether words with this between them are parts of one name. */
function isJoined(between: string): boolean {
  return between === ' ' || between === '\u00a0' || between === '. ' || isHyphen(between);
}

function isHyphen(between: string): boolean {
  return between === '-' || between === '‐' || between === '‑';
}

/** A sentence that says where the article calls something by a name, cut to a length that can be read at a glance. */
export function quote(text: string, { start, end }: Span): string {
  return `“${text.slice(start, end).replace(/\s+/gu, ' ')}”`;
}
