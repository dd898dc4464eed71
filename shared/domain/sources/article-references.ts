import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import type { Block, Draft } from '../base/draft.ts';
import { parseUrl } from '../base/primitives.ts';
import type { Source } from '../base/source.ts';
import type { SourceFields } from '../base/source-fields.ts';
import { goodStanding } from '../base/source-standing.ts';
import type { Edit } from '../review/change.ts';
import type { Review } from '../review/review.ts';
import { type EditContext, makeCreateEdit, type Step } from '../review/step.ts';
import { findEvidence, makeEvidenceEdit } from './evidence-edits.ts';

/** A source that the article itself refers to. */
export interface ReferencedSource {
  fields: SourceFields;
  /** The position in the source that the article names. */
  locator: string | null;
  /** The claims that the references belong to. */
  claimIds: readonly string[];
}

/** Whether two sources have the same address or, if neither has one, the same title. */
function hasSameAddressOrTitle(a: Pick<Source, 'url' | 'title'>, b: Pick<Source, 'url' | 'title'>): boolean {
  return a.url === null && b.url === null ? a.title === b.title : a.url === b.url;
}

/** Finds the source of a review that an article refers to. */
export function findReferencedSource(
  sources: Iterable<Source>,
  fields: Pick<Source, 'url' | 'title'>,
): Source | undefined {
  return [...sources].find((source) => hasSameAddressOrTitle(source, fields));
}

/**
 * Adds the sources that the article refers to as evidence of its claims. Nobody chose a stance, so it follows the verdict of each
 * claim. Uses sources that the review already has. Null when there is nothing to add.
 */
export function adoptReferences(
  review: Review,
  references: readonly ReferencedSource[],
  context: EditContext,
): Step | null {
  const edits: Edit[] = [];
  const sources = [...review.sources.values()];
  const added = new Set<string>();
  for (const { fields, locator, claimIds } of references) {
    const existing = findReferencedSource(sources, fields);
    const source = existing ?? { id: context.newId(), ...fields, ...goodStanding };
    if (!existing) {
      sources.push(source);
      edits.push(makeCreateEdit('sources', source));
    }
    for (const claimId of claimIds) {
      const key = `${claimId} ${source.id}`;
      if (findEvidence(review, claimId, source.id) || added.has(key)) continue;
      added.add(key);
      edits.push(makeEvidenceEdit(review, claimId, source.id, { locator }, context));
    }
  }
  return edits.length === 0 ? null : { action: 'source.take', edits };
}

/** The number or sign of a note, which its reference in the article repeats. */
const noteSign = /^\[[^\]\s]{1,4}\]\s*/;

/** Whether the notes of a draft are the author's sources, as the reviewer answered for all of them when it was imported. */
export function areNotesSources({ drafts }: Pick<Review, 'drafts'>, draft: Pick<Draft, 'id'>): boolean {
  return drafts.get(draft.id)?.areNotesSources ?? false;
}

/** Lists the notes of a draft that are the author's sources: all of its notes, or none. */
export function listAuthorNotes(review: Review, draft: Draft): Block[] {
  const notes = draft.blocks.filter(({ kind }) => kind === 'note');
  return notes.length > 0 && areNotesSources(review, draft) ? notes : [];
}

/** Splits the text of a note into its sign, '' where it has none, and its words. */
export function splitNote(text: string): { sign: string; words: string } {
  const [sign = ''] = noteSign.exec(text) ?? [];
  return { sign, words: text.slice(sign.length) };
}

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
    const { words } = splitNote(collapseWhitespace(text.slice(note.start, note.end)));
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
