import { toFieldLine } from '../reference-fields';
import { type Found, findLocators } from './locators';
import type { Mention } from './mentions';

/** Longer text beside an address, in UTF-16 code units, is a remark and not a title. */
const maxTitleLength = 160;
const maxTitleWords = 16;
/** How much text is searched for a title, in UTF-16 code units. */
const maxTitleSearch = 400;
/** Words before a source that are not part of its title. */
const leadIn =
  /^(?:(?:see(?: also)?|cf\.?|from|source|sources|ref(?:erence)?|via|in|of|per|according to|quelle|siehe|vgl\.?|aus|voir|d’après|fuente|also|and|und|at|on|the)\b[:,.]?\s*)+/iu;

/** The title before an address: short, and separated from it by a colon, a comma, a dash or a bracket. */
export function findTitleBefore({ start }: Mention, part: string): string | null {
  const [, before = ''] =
    /^(.*\S)\s*[:,–—(<[-]\s*$/su.exec(part.slice(Math.max(0, start - maxTitleSearch), start)) ?? [];
  const own = before.split(/https?:\/\/\S+|www\.\S+/).at(-1) ?? '';
  return findTitleBetween(own, findLocators(own));
}

/** The first title in what lies between other parts of a text; null when there is none. */
export function findTitleBetween(text: string, parts: readonly Found[]): string | null {
  const ends = [0, ...parts.map(({ end }) => end)];
  const starts = [...parts.map(({ start }) => start), text.length];
  const titles = starts.map((start, index) => findTitle(text.slice(ends[index], start)));
  return titles.find((title) => title !== null) ?? null;
}

/** A text as the title of a source; null when it is a remark or nothing. */
function findTitle(text: string): string | null {
  if (text.length > maxTitleSearch) return null;
  const title = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:()[\]–—-]+/, '')
    .replace(leadIn, '')
    .replace(/(?:[\s.,;:()[\]<–—-]|\s(?:at|on|in|see|and|und))+$/iu, '')
    .trim();
  const words = title.split(' ');
  const isTitle = /\p{L}{2}/u.test(title) && title.length <= maxTitleLength && words.length <= maxTitleWords;
  return isTitle ? (toFieldLine(title) ?? null) : null;
}
