import type { CommentThread } from '#shared/import/base/comment-claims.ts';
import type { PlanComment } from '#shared/reports/word/word-plan.ts';
import { shorten } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import { getAttribute } from '../read/base/xml.ts';
import { getNoteKey } from '../read/word/document/word-document.ts';
import { type ClosedField, findClosed, type Gaps } from './closed-places.ts';
import type { Cuts, Side, SplitRuns } from './split-runs.ts';
import {
  type EditedStory,
  type ElementOffset,
  endOf,
  type FileText,
  findText,
  getHolder,
  startOf,
  type TextPlaces,
} from './text-places.ts';
import type { WordMarkup } from './word-markup.ts';

/** A text element of the main part. */
interface MainElement {
  element: Element;
  index: number;
}

interface Reference extends MainElement {
  story: EditedStory;
}

/** Finds where in the main part notes are referred to, those that are referred to in other notes included. */
export class NoteReferences {
  private readonly references = new Map<string, Reference>();

  constructor(stories: readonly EditedStory[]) {
    for (const story of stories)
      for (const [index, element] of story.elements.entries()) {
        if (!/^(foot|end)noteReference$/.test(element.localName) || element.closest('del, moveFrom'))
          continue;
        const key = getNoteKey(element.localName.replace('Reference', ''), getAttribute(element, 'id'));
        if (!this.references.has(key)) this.references.set(key, { story, element, index });
      }
  }

  /** The reference to the note that holds an element; null for none. */
  find(element: Element): MainElement | null {
    const passed = new Set<Element>();
    for (let inside = element; ; ) {
      const note = inside.closest('footnote, endnote');
      if (!note || passed.has(note)) return null;
      passed.add(note);
      const reference = this.references.get(getNoteKey(note.localName, getAttribute(note, 'id')));
      if (!reference) return null;
      if (reference.story.isMain) return reference;
      inside = reference.element;
    }
  }
}

/** Where the comment about a claim begins and ends. */
export interface ClaimAnchor {
  start: ElementOffset;
  /** After it only where there is no text after it. */
  startSide: Side;
  /** Null for a comment at the start alone. */
  end: ElementOffset | null;
  /** The words of a claim where the comment can't be on all of them, as in a text box; null for the rest. */
  quote: string | null;
}

type MainText = Pick<FileText, 'element' | 'index' | 'start' | 'end'>;

/** How much of the words is quoted, in UTF-16 code units. */
const maxQuoteLength = 300;

const isInTextBox = ({ element }: Pick<FileText, 'element'>) => element.closest('txbxContent') !== null;
const isInMainText = (text: FileText) => text.story.isMain && !isInTextBox(text);

/**
 * Finds the words of a claim in the main text of the file, without what is generated at its ends. Comments can be in no other place:
 * for words in a note it is the reference to the note, for words in a text box the box as a whole. Null when there is no place at
 * all.
 */
function anchorClaim(span: Span, places: TextPlaces, notes: NoteReferences): ClaimAnchor | null {
  const first = findText(places.list(span.start, span.end), isInMainText);
  const last = first && findText(places.list(span.start, span.end, -1), isInMainText);
  if (first && last) return anchorInText(span, first, last, places);
  const elsewhere = findText(places.list(span.start, span.end), () => true);
  if (!elsewhere) return anchorBeside(span, places);
  const end = findText(places.list(span.start, span.end, -1), () => true) ?? elsewhere;
  const [from, to] = [moveToMain(elsewhere, notes), moveToMain(end, notes)];
  if (!from || !to) return null;
  const isInBox = isInTextBox(elsewhere) && elsewhere.story.isMain;
  return {
    ...createAnchor(from, to),
    quote: isInBox ? quoteText(places, span.start, span.end) : null,
  };
}

/**
 * LibreOffice drops a comment that begins in a table and ends after the paragraph that follows the table. Such a comment ends with the
 * table, and quotes all its words.
 */
function anchorInText(
  { start, end }: Span,
  first: FileText,
  last: FileText,
  places: TextPlaces,
): ClaimAnchor {
  const table = findOutermostTable(first.element);
  if (!table || table.contains(last.element) || table.nextElementSibling?.contains(last.element))
    return createAnchor(first, last);
  const lastInTable = findText(
    places.list(start, end, -1),
    (text) => isInMainText(text) && table.contains(text.element),
  );
  return { ...createAnchor(first, lastInTable ?? first), quote: quoteText(places, start, end) };
}

function findOutermostTable(element: Element): Element | null {
  let table: Element | null = null;
  for (let inside = element.closest('tbl'); inside; inside = inside.parentElement?.closest('tbl') ?? null)
    table = inside;
  return table;
}

const quoteText = (places: TextPlaces, start: number, end: number) =>
  shorten(places.getText(start, end), maxQuoteLength);

/** The place of text that is in no file, such as the number of a list item: the next text in the file, or the last one before. */
function anchorBeside({ start, end }: Span, places: TextPlaces): ClaimAnchor | null {
  const next = findText(places.listFrom(end), isInMainText);
  if (next) return { start: startOf(next), startSide: 'before', end: null, quote: null };
  const before = findText(places.listBefore(start), isInMainText);
  return before && { start: endOf(before), startSide: 'after', end: null, quote: null };
}

/** The text itself, or the reference to the note that it is in. */
function moveToMain(text: FileText, notes: NoteReferences): MainText | null {
  if (text.story.isMain) return text;
  const reference = notes.find(text.element);
  return reference && { ...reference, start: 0, end: 1 };
}

function createAnchor(first: MainText, last: MainText): ClaimAnchor {
  const isInOrder = last.index > first.index || (last.index === first.index && last.end > first.start);
  return { start: startOf(first), startSide: 'before', end: endOf(isInOrder ? last : first), quote: null };
}

/** Where an annotation begins and ends: the same place when it is at one point. */
interface AnnotationPlace {
  start: Comment;
  end: Comment;
}

interface Edge extends ElementOffset {
  side: Side;
  index: number;
}

/** Finds the words of the claims, and opens the places for the marks beside them once the runs are split there. */
export class AnnotationPlaces {
  readonly anchors: readonly (ClaimAnchor | null)[];

  constructor(
    private readonly main: EditedStory,
    comments: readonly PlanComment[],
    places: TextPlaces,
    notes: NoteReferences,
  ) {
    this.anchors = comments.map(({ span }) => span && anchorClaim(span, places, notes));
  }

  /** The words of a claim that its comment has to quote; null for none. */
  getQuote(comment: number): string | null {
    return this.anchors[comment]?.quote ?? null;
  }

  /** Cuts runs at the ends of the claims, except in what stays whole. */
  addCuts(cuts: Cuts, fields: ReadonlyMap<Element, ClosedField>): void {
    for (const { element, offset } of this.listEdges()) {
      const run = getHolder(element);
      if (findClosed(run) === null && !fields.has(run)) cuts.add(element, offset);
    }
  }

  /** Opens the places, in the order of the text. Claims without a place get the first of the document. */
  open(split: SplitRuns, gaps: Gaps): AnnotationPlace[] {
    const opened = { before: new Map<Element, Comment>(), after: new Map<Element, Comment>() };
    for (const { element, offset, side } of this.listEdges()) {
      const run = getRun(split, element, offset, side);
      if (!opened[side].has(run)) opened[side].set(run, gaps.openBeside(run, side));
    }
    let first: Comment | null = null;
    const openFirst = () => {
      first ??= gaps.openFirst();
      return first;
    };
    const find = ({ element, offset }: ElementOffset, side: Side) =>
      opened[side].get(getRun(split, element, offset, side)) ?? openFirst();
    return this.anchors.map((anchor) => {
      if (!anchor) return { start: openFirst(), end: openFirst() };
      const start = find(anchor.start, anchor.startSide);
      return { start, end: anchor.end ? find(anchor.end, 'after') : start };
    });
  }

  private listEdges(): Edge[] {
    const edges = this.anchors.flatMap((anchor): Omit<Edge, 'index'>[] => {
      if (!anchor) return [];
      const start = { ...anchor.start, side: anchor.startSide };
      return anchor.end ? [start, { ...anchor.end, side: 'after' }] : [start];
    });
    const rank = { after: 0, before: 1 };
    return edges
      .map((edge) => ({ ...edge, index: this.main.indexes.get(edge.element) ?? 0 }))
      .toSorted((a, b) => a.index - b.index || a.offset - b.offset || rank[a.side] - rank[b.side]);
  }
}

function getRun(split: SplitRuns, element: Element, offset: number, side: Side): Element {
  return side === 'before' ? split.getRunFrom(element, offset) : split.getRunBefore(element, offset);
}

type Edges = Partial<Record<'commentRangeStart' | 'commentRangeEnd' | 'commentReference', Element>>;

/** Finds the anchors of comments that the file has, for the replies to them, which are anchored at the same words. */
export class EarlierAnchors {
  private readonly anchors = new Map<string, Edges>();
  private readonly places = new Map<string, AnnotationPlace>();

  /** The references to the comments that the file has, in the order of the text. */
  private readonly references: { id: string; run: Element }[] = [];
  /** The comments of each thread, by the id of its first one. */
  private readonly threads: ReadonlyMap<string, ReadonlySet<string>>;

  constructor({ root }: EditedStory, threads: readonly CommentThread[]) {
    this.threads = new Map(
      threads.map(({ first, replies }) => [first.id, new Set([first, ...replies].map(({ id }) => id))]),
    );
    for (const element of root.querySelectorAll('commentRangeStart, commentRangeEnd, commentReference')) {
      const id = getAttribute(element, 'id') ?? '';
      const known = this.anchors.get(id);
      // Moved text is in the file twice; where it is now counts.
      if (element.closest('del, moveFrom')) continue;
      const run = element.localName === 'commentReference' ? element.closest('r') : null;
      if (run) this.references.push({ id, run });
      if (known) Object.assign(known, { [element.localName]: element, ...known });
      else this.anchors.set(id, { [element.localName]: element });
    }
  }

  /**
   * The place beside the anchors of the first comment of a thread; null when it has none in the text. It ends behind all of the thread,
   * because LibreOffice orders replies by their references in the text.
   */
  open(id: string, gaps: Gaps): AnnotationPlace | null {
    const known = this.places.get(id);
    if (known) return known;
    const { commentRangeStart: first, commentRangeEnd: last, commentReference } = this.anchors.get(id) ?? {};
    if (!commentReference?.closest('r')) return null;
    const thread = this.threads.get(id) ?? new Set([id]);
    const latest = this.references.findLast((reference) => thread.has(reference.id));
    if (!latest) return null;
    const end = gaps.openBeside(latest.run, 'after');
    const place = { start: first && last ? gaps.openBeside(first, 'after') : end, end };
    this.places.set(id, place);
    return place;
  }
}

/** Collects the marks for each place, and puts them there at the end, in the order in which they were added. */
class Marks {
  private readonly marks = new Map<Comment, Element[]>();

  add(place: Comment, ...marks: Element[]): void {
    const known = this.marks.get(place);
    if (known) known.push(...marks);
    else this.marks.set(place, marks);
  }

  write(): void {
    for (const [place, marks] of this.marks) place.replaceWith(...marks);
  }
}

/**
 * Anchors comments at their places (ECMA-376, part 1: 17.13.4): the ends of their ranges and, after the range, the reference.
 * `style` is the style of references; null when the file has none.
 */
export function markComments(
  comments: readonly { id: number }[],
  places: readonly (AnnotationPlace | undefined)[],
  { create }: WordMarkup,
  style: string | null,
): void {
  const marks = new Marks();
  const properties = style === null ? [] : [create('rPr', {}, [create('rStyle', { val: style })])];
  const run = create('r', {}, properties);
  for (const [index, { id }] of comments.entries()) {
    const place = places[index];
    if (!place) continue;
    // A copy takes less time than new elements.
    const reference = run.ownerDocument.importNode(run, true);
    reference.append(create('commentReference', { id }));
    marks.add(place.start, create('commentRangeStart', { id }));
    marks.add(place.end, create('commentRangeEnd', { id }), reference);
  }
  marks.write();
}

/** Puts references to footnotes right after the words of the claims. */
export function markFootnotes(
  ids: readonly number[],
  places: readonly (AnnotationPlace | undefined)[],
  createReference: (id: number) => Element,
): void {
  const marks = new Marks();
  for (const [index, id] of ids.entries()) {
    const place = places[index];
    if (place) marks.add(place.end, createReference(id));
  }
  marks.write();
}
