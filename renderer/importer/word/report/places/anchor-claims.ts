import { shorten } from '../../../../../shared/text/format/shorten';
import type { Span } from '../../../../../shared/text/span';
import type { Side } from '../story/split-around';
import { type ElementOffset, endOf, startOf } from './element-offset';
import type { NoteReferences } from './note-references';
import { type FileText, findText, type TextPlaces } from './text-places';

/** Where the comment about a claim begins and ends. */
export interface ClaimAnchor {
  start: ElementOffset;
  /** After it only where there is no text after it. */
  startSide: Side;
  /** Null for a comment at the start alone. */
  end: ElementOffset | null;
  /** The words of a claim in a text box, where no comment can be; null for the rest. */
  quote: string | null;
}

type MainText = Pick<FileText, 'element' | 'index' | 'start' | 'end'>;

/** How much of the words in a text box is quoted, in UTF-16 code units. */
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
  if (first && last) return createAnchor(first, last);
  const elsewhere = findText(places.list(span.start, span.end), () => true);
  if (!elsewhere) return anchorBeside(span, places);
  const end = findText(places.list(span.start, span.end, -1), () => true) ?? elsewhere;
  const [from, to] = [moveToMain(elsewhere, notes), moveToMain(end, notes)];
  if (!from || !to) return null;
  const quote = isInTextBox(elsewhere) && elsewhere.story.isMain;
  return {
    ...createAnchor(from, to),
    quote: quote ? shorten(places.getText(span.start, span.end), maxQuoteLength) : null,
  };
}

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
