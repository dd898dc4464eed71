import { shorten } from '../../shared/text/format/wording';
import type { Span } from '../../shared/text/span';
import { getNoteKey } from '../importer/word/document/stories';
import { getAttribute } from '../importer/xml';
import type { EditedStory } from './edited-story';
import type { Side } from './split-runs';
import { type ElementOffset, endOf, type FileText, findText, startOf, type TextPlaces } from './text-places';

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
export function anchorClaim(span: Span, places: TextPlaces, notes: NoteReferences): ClaimAnchor | null {
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
