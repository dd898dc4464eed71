import type { ReadBlock, ReadText } from '#shared/reading/read-text.ts';
import { foldForSearch } from '#shared/text/characters/folding.ts';
import { isNameParticle } from '#shared/text/name-particles.ts';
import type { Span } from '#shared/text/span.ts';
import { isSentenceOpener } from '#shared/text/words-around-names.ts';

/** The most words with a capital letter that are read. A long book has fewer names. */
const maxNameWords = 100_000;
/** A text of unknown language capitalizes nouns if more than this share of words within sentences is capitalized. */
const minNounShare = 0.3;

/** A word that is written like a name, and its neighbours. */
export interface NameWord extends Span {
  text: string;
  /** The word in lower case without accents. */
  key: string;
  block: ReadBlock;
  /** Whether any word would have a capital letter here: it begins a sentence, a line or a quotation. */
  isFirst: boolean;
  /** The word of the same name before it; initials and particles are skipped, as in `Ada B. von Smith`. */
  left: NameWord | null;
  /** The word of the same name after it. */
  right: NameWord | null;
  /** The word before it in its block, in lower case without accents; empty where there is none. */
  previous: string;
  isAfterHyphen: boolean;
  /** Whether a particle stands before it: `Anna von Wachholz`, but also `die Firma von Wachholz`. */
  isAfterParticle: boolean;
}

export interface Names {
  words: readonly NameWord[];
  /** Keys of the words that the text also writes in lower case. */
  lower: ReadonlySet<string>;
  /** Whether the text writes nouns with a capital letter, as German does. */
  capitalizesNouns: boolean;
}

/** The words listed so far. */
interface Listing {
  words: NameWord[];
  lower: Set<string>;
  /** How many words stand within sentences, and how many of them have a capital letter. */
  within: number;
  capitals: number;
  /** Whether the language capitalizes nouns; null where the language is unknown. */
  isNounLanguage: boolean | null;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /['’ʼ][sS]$/u;

/** Lists the words in Latin letters that are written like names, with their neighbours, and the words in lower case. */
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
  /** The last word of a name that may go on. `openEnd` is where it ends, with the initials and particles after it. */
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
    if (isCapital ? isInitial(written) : continuesName(key, wordBefore, listing)) {
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
      previous: wordBefore,
      isAfterHyphen: isHyphen(between),
      isAfterParticle: isNameParticle(wordBefore, 'person'),
    };
    if (open) open.right = found;
    listing.words.push(found);
    // A possessive ends a name, as in `Ada’s Harbour`. A word that often opens sentences begins no name there.
    const goesOn = written === match[0] && !(isFirst && isSentenceOpener(key));
    open = goesOn ? found : null;
    openEnd = previousEnd;
  }
}

/** German articles are part of a name only behind another particle: `von der Leyen`, but not `Weber das Wort`. */
const germanArticles = /^(?:der|den|das|dem)$/u;

function continuesName(key: string, wordBefore: string, { isNounLanguage }: Listing): boolean {
  if (isNounLanguage && germanArticles.test(key)) return isNameParticle(wordBefore, 'person');
  return isNameParticle(key, 'person');
}

/** Longer words than this, in UTF-16 code units, are compounds, addresses or noise rather than names. */
const maxWordLength = 40;
const written = /^(?=\p{sc=Latin})\p{Lu}\p{M}*[\p{L}\p{M}'’ʼ]*$/u;
const hasLower = /\p{Ll}/u;
/** A lower-case letter after an apostrophe: `I’ve`, `Don’t`, but not the name `O’Brien`. */
const contraction = /['’ʼ]\p{Ll}/u;
/** Characters directly before or after words of addresses, files, tags and code. */
const beforeCode = /[@#/_\\=.]$/u;
const afterCode = /^(?:[@/_\\=(]|\.[\p{L}\p{N}])/u;
const beforeFirstWord = /[“„"«»‘‚:–—([]\s*$|\n/u;

/** Converts a word to lower case without accents. ASCII words skip the slower Unicode folding. */
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

/** Whether a word is the first one of a line, of a quotation, or behind a colon or a dash, by the characters before it. */
function beginsAfter(before: string): boolean {
  return before !== ' ' && beforeFirstWord.test(before);
}

/** Whether a word is an initial, as in `J. R. Smith`. */
function isInitial(text: string): boolean {
  return text.length === 1;
}

/** Whether the text between two words joins them into one name. */
function isJoined(between: string): boolean {
  return between === ' ' || between === '\u00a0' || between === '. ' || isHyphen(between);
}

function isHyphen(between: string): boolean {
  return between === '-' || between === '‐' || between === '‑';
}

/** Quotes a name, on one line. */
export function quote(text: string, { start, end }: Span): string {
  return `“${text.slice(start, end).replace(/\s+/gu, ' ')}”`;
}
