import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import type { Span } from '../../text/span';
import type { Draft } from '../draft/draft';
import { parseUrl } from '../url';

/** A note reference belongs to a passage if at most this many UTF-16 code units, such as a full stop, lie between them. */
const maxNoteDistance = 3;

/** A reference in the article itself: a link or a note. */
export interface ArticleReference {
  /** The span of the link's text, or of the reference to the note, in UTF-16 offsets. */
  span: Span;
  /** The text of the link, or of the note without its number. */
  words: string;
  /** An address that `urlSchema` accepts; null for a note without a link. */
  url: string | null;
  isNote: boolean;
}

/** Finds the links of a draft whose address a source can have, and the references to notes, in reading order. */
export function findReferences({
  text,
  blocks,
  marks,
}: Pick<Draft, 'text' | 'blocks' | 'marks'>): ArticleReference[] {
  const blockById = new Map(blocks.map((block) => [block.id, block]));
  const links = marks.flatMap(({ kind, start, end, href }): ArticleReference[] => {
    const url = kind === 'link' && href !== null ? parseUrl(href) : null;
    const words = collapseWhitespace(text.slice(start, end));
    return url === null ? [] : [{ span: { start, end }, words, url, isNote: false }];
  });
  const notes = marks.flatMap(({ kind, start, end, target }): ArticleReference[] => {
    const note = kind === 'noteRef' && target !== null ? blockById.get(target) : undefined;
    if (!note) return [];
    const words = collapseWhitespace(text.slice(note.start, note.end)).replace(/^\[[^\]\s]{1,4}\]\s*/, '');
    const url = links.find(({ span }) => span.start < note.end && span.end > note.start)?.url ?? null;
    return [{ span: { start, end }, words, url, isNote: true }];
  });
  return [...links, ...notes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * Returns the references in a span or right after it. `references` has to be in reading order, as `findReferences` returns
 * it.
 */
export function filterReferencesInSpan(
  references: readonly ArticleReference[],
  { start, end }: Span,
): ArticleReference[] {
  // Consecutive notes belong to the same span, so the distance is measured from the end of the last one.
  let notesEnd = end;
  return references.filter(({ span, isNote }) => {
    const belongs = span.end > start && span.start < (isNote ? notesEnd + maxNoteDistance : end);
    if (belongs && isNote) notesEnd = Math.max(notesEnd, span.end);
    return belongs;
  });
}

/** Finds the page in the text of a reference, as the locator `p. 12` or `pp. 3–5`; null when there is none. */
export function findPageLocator(text: string): string | null {
  const [, pages] = /(?:\bpp?\.|\bpages?|\bS\.)\s*(\d+(?:\s?[-–]\s?\d+)?)/i.exec(text) ?? [];
  if (pages === undefined) return null;
  return /[-–]/.test(pages) ? `pp. ${pages.replace(/\s?[-–]\s?/, '–')}` : `p. ${pages}`;
}
