import { unknownCharacter } from '../../worker/glyph-names';
import type { FontStyles } from '../font-styles';
import type { GlyphRun } from '../glyph-run';
import type { LineFragment } from '../line-fragments';
import type { PageText } from '../page-text';
import { readsAsText } from './reads-as-text';

/** The share of a font's characters that may be unknown before the others are not believed. */
const maxUnknownShare = 0.3;
/** A text of at least this length that is mostly punctuation marks, of at least this many kinds, is none. */
const minPunctuationLength = 60;
const minPunctuationKinds = 12;
const minWordShare = 0.4;

/** Pages whose unknown letters are marked or left out. */
interface ReadablePages {
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
  const texts = new Map<string, string[]>();
  for (const page of pages)
    for (const { glyphRuns } of listFragments(page))
      for (const { font, text } of glyphRuns) {
        const others = texts.get(font);
        if (others) others.push(text);
        else texts.set(font, [text]);
      }
  return new Set(
    [...texts]
      .filter(([font, parts]) => isGarbled(parts.join(' '), fonts.get(font).isMapped))
      .map(([font]) => font),
  );
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
