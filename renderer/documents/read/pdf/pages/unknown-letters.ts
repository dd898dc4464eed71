import { groupBy } from '#shared/text/sequences/group-by.ts';
import { unknownCharacter } from '../worker/glyph-names.ts';
import type { GlyphRun, LineFragment, PageText } from './page-text.ts';
import type { FontStyles } from './position-runs.ts';

const scripts = [
  /\p{sc=Latin}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Hebrew}/u,
  /\p{sc=Arabic}/u,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u,
  /\p{sc=Devanagari}/u,
  /\p{sc=Thai}/u,
];
const latinVowel = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]/giu;

/** Shares of characters that text has, and codes that were taken for characters hardly have. */
const minLetterShare = 0.6;
const minFigureShare = 0.85;
const minScriptShare = 0.85;
/** Vowels among the letters of text in small letters, and of text in capitals, which shifted codes resemble more. */
const vowelShares = { small: { min: 0.24, max: 0.58 }, capitals: { min: 0.3, max: 0.52 } };
const minSmallShare = 0.6;
/** Symbols between two letters, among all characters. */
const maxInnerSymbolShare = 0.03;
/** Capital letters right after a small letter, among all capital letters. */
const maxInnerCapitalShare = 0.2;

/** Whether characters that may be mere codes are text all the same: letters of one script as words have them, or figures. */
function readsAsText(text: string): boolean {
  const characters = text.replace(/\s+/g, '');
  const count = (pattern: RegExp, within = characters) =>
    within.match(new RegExp(pattern.source, 'giu'))?.length ?? 0;
  if (characters === '') return false;
  if (count(/[\d.,:;%€$£()/–-]/) >= minFigureShare * characters.length && count(/\d/) > 0) return true;
  const letters = count(/\p{L}/u);
  if (letters < minLetterShare * characters.length) return false;
  const most = Math.max(...scripts.map((script) => count(script)));
  if (most < minScriptShare * letters) return false;
  const latin = count(/\p{sc=Latin}/u);
  if (latin < most) return true;
  const smallLetters = text.match(/\p{Ll}/gu)?.length ?? 0;
  const share = smallLetters >= minSmallShare * latin ? vowelShares.small : vowelShares.capitals;
  const vowels = count(latinVowel);
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const innerCapitals = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const innerSymbols = text.match(/\p{L}[^\p{L}\p{M}\p{N}\s'’.,/()‐–—-]\p{L}/gu)?.length ?? 0;
  return (
    vowels >= share.min * latin &&
    vowels <= share.max * latin &&
    innerCapitals <= maxInnerCapitalShare * Math.max(capitals, 1) &&
    innerSymbols <= maxInnerSymbolShare * characters.length
  );
}

/** The share of a font's characters that may be unknown before the others are not believed. */
const maxUnknownShare = 0.3;
/** A text of at least this length that is mostly punctuation marks, of at least this many kinds, is none. */
const minPunctuationLength = 60;
const minPunctuationKinds = 12;
const minWordShare = 0.4;

/** Pages whose unknown letters are marked or left out. */
export interface ReadablePages {
  pages: PageText[];
  /** How many characters nobody can know, by page number. */
  unknownCounts: Map<number, number>;
}

/**
 * Finds the characters of which the file does not say which letters they are. A word of them becomes one U+FFFD, and a line that
 * has nothing else is left out.
 */
export function hideUnknownLetters(pages: readonly PageText[], fonts: FontStyles): ReadablePages {
  const garbled = findGarbledFonts(pages, fonts);
  const unknownCounts = new Map<number, number>();
  const readable = pages.map((page) => {
    const count = listFragments(page)
      .flatMap(({ glyphRuns }) => glyphRuns)
      .reduce((sum, run) => sum + countUnknown(run, garbled), 0);
    if (count === 0) return page;
    unknownCounts.set(page.pageNumber, count);
    const hide = (all: readonly LineFragment[]) =>
      all.map((one) => hideInFragment(one, garbled)).filter(hasKnownLetters);
    const rotated = page.rotated.map((one) => ({ ...one, fragments: hide(one.fragments) }));
    return { ...page, fragments: hide(page.fragments), rotated };
  });
  return { pages: readable, unknownCounts };
}

function listFragments({ fragments, rotated }: PageText): LineFragment[] {
  return [...fragments, ...rotated.flatMap((one) => one.fragments)];
}

function countUnknown({ text, font }: GlyphRun, garbled: ReadonlySet<string>): number {
  return (garbled.has(font) ? text.replace(/\s/g, '') : text.replaceAll(/[^\ufffd]/g, '')).length;
}

function hideInFragment(fragment: LineFragment, garbled: ReadonlySet<string>): LineFragment {
  const glyphRuns = fragment.glyphRuns.map((run) =>
    garbled.has(run.font) ? { ...run, text: run.text.replace(/\S+/g, unknownCharacter) } : run,
  );
  return { ...fragment, glyphRuns };
}

function hasKnownLetters({ glyphRuns }: LineFragment): boolean {
  return glyphRuns.some(({ text }) => /[^\s\ufffd]/u.test(text));
}

/** The fonts whose characters are not what the file seems to say: too many are unknown, and the others are no text. */
function findGarbledFonts(pages: readonly PageText[], fonts: FontStyles): Set<string> {
  const runs = pages.flatMap(listFragments).flatMap(({ glyphRuns }) => glyphRuns);
  const garbled = [...groupBy(runs, ({ font }) => font)].filter(([font, own]) =>
    isGarbled(own.map(({ text }) => text).join(' '), fonts.get(font).isMapped),
  );
  return new Set(garbled.map(([font]) => font));
}

function isGarbled(text: string, isMapped: (character: string) => boolean): boolean {
  const characters = [...text.replace(/\s+/g, '')];
  const unknown = characters.filter((character) => character === unknownCharacter || !isMapped(character));
  if (unknown.length > maxUnknownShare * characters.length) return !readsAsText(text);
  if (characters.length < minPunctuationLength) return false;
  const marks = characters.filter((character) => /[\p{P}\p{S}]/u.test(character));
  const words = characters.filter((character) => /[\p{L}\p{M}\p{N}]/u.test(character));
  return new Set(marks).size >= minPunctuationKinds && words.length < minWordShare * characters.length;
}
