import { collapseWhitespace } from '../../text/format/wording';
import { at } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { Span } from '../../text/span';
import type { Block, Draft } from '../draft/draft';
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
  const findLinkIn = createLinkFinder(links);
  const contents = new Map<Block, Pick<ArticleReference, 'words' | 'url'>>();
  /** Many references can lead to one note, which may be long. */
  const readNote = (note: Block) => {
    const known = contents.get(note);
    if (known) return known;
    const words = collapseWhitespace(text.slice(note.start, note.end)).replace(/^\[[^\]\s]{1,4}\]\s*/, '');
    const content = { words, url: findLinkIn(note)?.url ?? null };
    contents.set(note, content);
    return content;
  };
  const notes = marks.flatMap(({ kind, start, end, target }): ArticleReference[] => {
    const note = kind === 'noteRef' && target !== null ? blockById.get(target) : undefined;
    return note ? [{ span: { start, end }, ...readNote(note), isNote: true }] : [];
  });
  return [...links, ...notes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Returns a function that finds the first link that overlaps a span, by binary search: an article can have 10,000 of each. */
function createLinkFinder(links: readonly ArticleReference[]): (span: Span) => ArticleReference | null {
  const inOrder = links.toSorted((a, b) => a.span.start - b.span.start);
  let furthest = 0;
  /** For each link the furthest end up to it: links may lie within each other, so their own ends are in no order. */
  const ends = inOrder.map(({ span }) => {
    furthest = Math.max(furthest, span.end);
    return furthest;
  });
  return ({ start, end }) => {
    const link = inOrder[findFirstIndex(ends.length, (index) => at(ends, index) > start)];
    return link && link.span.start < end ? link : null;
  };
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
