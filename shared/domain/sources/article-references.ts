import { onOneLine } from '../../text/format/on-one-line';
import type { Span } from '../../text/span';
import type { Draft } from '../draft';
import { parseUrl } from '../url';

/** UTF-16 units behind a passage in which the reference to a note still belongs to it: the full stop, a quotation mark. */
const reach = 3;

/** Something that the article itself refers to: a link, or a note. */
export interface ArticleReference {
  /** Where the words of the link stand, or the reference to the note; UTF-16 offsets. */
  span: Span;
  /** The linked words, or the note without its number. */
  words: string;
  /** An address as `urlSchema` takes it; null of a note without a link. */
  url: string | null;
  isNote: boolean;
}

/** All links of a draft to an address that a source may have, and all references to notes, in reading order. */
export function referencesIn({ text, blocks, marks }: Draft): ArticleReference[] {
  const blockById = new Map(blocks.map((block) => [block.id, block]));
  const links = marks.flatMap(({ kind, start, end, href }): ArticleReference[] => {
    const url = kind === 'link' && href !== null ? parseUrl(href) : null;
    const words = onOneLine(text.slice(start, end));
    return url === null ? [] : [{ span: { start, end }, words, url, isNote: false }];
  });
  const notes = marks.flatMap(({ kind, start, end, target }): ArticleReference[] => {
    const note = kind === 'noteRef' && target !== null ? blockById.get(target) : undefined;
    if (!note) return [];
    const words = onOneLine(text.slice(note.start, note.end)).replace(/^\[[^\]\s]{1,4}\]\s*/, '');
    const url = links.find(({ span }) => span.start < note.end && span.end > note.start)?.url ?? null;
    return [{ span: { start, end }, words, url, isNote: true }];
  });
  return [...links, ...notes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Those on the words of a passage, or right behind them; in reading order, as `referencesIn` has them. */
export function referencesOn(
  references: readonly ArticleReference[],
  { start, end }: Span,
): ArticleReference[] {
  // Notes that stand in a row belong to the same words: each brings the next one within reach.
  let noted = end;
  return references.filter(({ span, isNote }) => {
    const isOn = span.end > start && span.start < (isNote ? noted + reach : end);
    if (isOn && isNote) noted = Math.max(noted, span.end);
    return isOn;
  });
}

/** The page that a reference in words names, as `p. 12` or `pp. 3–5`; null when it names none. */
export function pageIn(words: string): string | null {
  const [, pages] = /(?:\bpp?\.|\bpages?|\bS\.)\s*(\d+(?:\s?[-–]\s?\d+)?)/i.exec(words) ?? [];
  if (pages === undefined) return null;
  return /[-–]/.test(pages) ? `pp. ${pages.replace(/\s?[-–]\s?/, '–')}` : `p. ${pages}`;
}
