import { findReferences, splitNote } from '#shared/domain/sources/article-references.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { DraftProposal } from '../base/proposal.ts';

/** Counts the notes with words in them that the article refers to. */
export function countNotes({
  text,
  blocks,
  marks,
}: Pick<DraftProposal, 'text' | 'blocks' | 'marks'>): number {
  const targets = new Set(marks.flatMap(({ kind, target }) => (kind === 'noteRef' ? (target ?? []) : [])));
  return blocks.filter(
    ({ id, kind, start, end }) =>
      kind === 'note' && targets.has(id) && splitNote(text.slice(start, end)).words.trim() !== '',
  ).length;
}

/** Lists the references to notes with words in them. Those within notes are left out: they refer to no statement. */
export function listNoteReferences({
  text,
  blocks,
  marks,
}: Pick<DraftProposal, 'text' | 'blocks' | 'marks'>) {
  const notes = blocks.filter(({ kind }) => kind === 'note');
  const isInNote = (start: number) => {
    const note = notes[findFirstIndex(notes.length, (index) => at(notes, index).end > start)];
    return note !== undefined && note.start <= start;
  };
  return findReferences({ text, blocks, marks }).filter(
    ({ isNote, span, words }) => isNote && words !== '' && !isInNote(span.start),
  );
}
