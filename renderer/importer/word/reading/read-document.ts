import {
  createGeneratedBreak,
  createGeneratedText,
  getNoteName,
  type Inlines,
  isVisible,
  type WordBlock,
} from './inlines';
import { placePendingAnchors } from './mark-anchors';
import { readStory, readWordBlocks } from './read-story';
import { listParagraphs } from './read-table';
import { listNotesSince, type ReadingState } from './reading-state';

/** Joins the paragraphs of a note to one with several lines. */
function joinLines(paragraphs: readonly Inlines[]): Inlines {
  return paragraphs
    .filter((inlines) => inlines.some(({ text }) => isVisible(text)))
    .flatMap((inlines, index) => (index === 0 ? inlines : [createGeneratedBreak(), ...inlines]));
}

/** Reads a note as a block that begins with the number of its reference, and after it the notes that it refers to first. */
function readNote(state: ReadingState, number: number): WordBlock[] {
  const note = state.document.notes.get(state.referencedNotes[number - 1] ?? '');
  if (!note) return [];
  const { part } = state;
  state.part = note.part;
  const before = state.referencedNotes.length;
  const lines = joinLines(listParagraphs(readStory(state, note.element)));
  state.part = part;
  const label = `${getNoteName(number)} `;
  const notes = listNotesSince(state, before);
  const block: WordBlock = {
    ...{ kind: 'note', level: null, table: null, label, notes },
    cells: [[[createGeneratedText(label), ...lines]]],
  };
  return [block, ...notes.flatMap((nested) => readNote(state, nested))];
}

/** Reads all blocks of a document in order, each note after the block that refers to it first, even between two rows of a table. */
export function readDocument(state: ReadingState): WordBlock[] {
  const blocks = readWordBlocks(state, state.document.body);
  // Placed now, because reading the notes adds anchors of their own.
  placePendingAnchors(state);
  return blocks.flatMap((block) => [block, ...block.notes.flatMap((note) => readNote(state, note))]);
}
