import { longestLine } from '../../../shared/domain/primitives';
import type { BlockPart } from '../../../shared/import/draft-body';
import { proposeTitle } from '../../../shared/import/title';
import { onOneLine } from '../../../shared/text/format/on-one-line';
import { shorten } from '../../../shared/text/format/shorten';

/** What the properties of a file say of it. */
export interface PdfProperties {
  title: string;
  author: string;
  language: string;
}

interface ArticleFacts {
  title: string;
  byline: string | null;
  link: null;
  publishedAt: null;
  language: string | null;
}

/** Titles that programs make up: names of files, of programs, of templates. */
const madeUp =
  /\.[a-z]{2,10}\d?$|^(?:microsoft|powerpoint|untitled|unbenannt|sans titre|document\d*|layout|slide|presentation|print|doc|page)\b(?: - .*| ?\d+)?$|^microsoft \w+ - |[\\/]\S*[\\/]|^[^\p{L}\p{N}]*$|^\S*_\S*$/iu;
const nobody =
  /^(?:user|admin(?:istrator)?|root|owner|author|unknown|anonymous|default|pc|office|[^\p{L}\p{N}]*|.*[@\\].*|\S*\d\S*)$/iu;
const byline = /^by[:\s]+(?=\p{Lu})/iu;
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Blocks at the beginning among which title and byline are looked for. */
const head = 8;

/** Title, byline and language of an article; the text of its first page is asked before the file’s properties are trusted. */
export function factsOf(
  parts: readonly BlockPart[],
  properties: PdfProperties,
  fileName: string | null,
): ArticleFacts {
  return {
    title: titleOf(parts, onOneLine(properties.title), fileName),
    byline: bylineOf(parts, onOneLine(properties.author)),
    link: null,
    publishedAt: null,
    language: languageTag.test(properties.language) ? properties.language : null,
  };
}

function titleOf(parts: readonly BlockPart[], given: string, fileName: string | null): string {
  const sensible = given !== '' && !madeUp.test(given) ? shorten(given, longestLine) : null;
  const first = parts.filter(({ page }) => page === parts[0]?.page);
  if (sensible !== null && lettersOf(first.map(({ text }) => text).join(' ')).includes(lettersOf(sensible)))
    return sensible;
  const top = first.slice(0, head).filter(({ kind }) => kind === 'heading');
  const largest = top.toSorted((a, b) => (a.level ?? 6) - (b.level ?? 6))[0];
  const words = largest?.text.trim().split(/\s+/).length ?? 0;
  if (largest && (sensible === null || (largest.level === 1 && words > 1)))
    return shorten(largest.text, longestLine);
  return sensible ?? proposeTitle(parts, fileName);
}

function bylineOf(parts: readonly BlockPart[], author: string): string | null {
  for (const { text } of parts.slice(0, head)) {
    const line = text.split('\n').find((one) => byline.test(one) && one.length < 120);
    if (line !== undefined) return onOneLine(line.replace(byline, ''));
  }
  return nobody.test(author) ? null : shorten(author, longestLine);
}

/** Letters and figures alone, so that spaces, breaks and signs may differ. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
