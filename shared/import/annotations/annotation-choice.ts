import { z } from 'zod';
import { lineSchema } from '../../domain/primitives';
import { findReferences } from '../../domain/sources/article-references';
import { at } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { DraftProposal } from '../proposal';

export const annotationChoiceSchema = z.strictObject({
  /** The names of those whose comments are the author's; null stands for comments without a name. */
  authors: z.array(lineSchema).max(10_000),
  /** Whether the footnotes and endnotes are the author's sources. */
  areNotesSources: z.boolean(),
});

/** The reviewer's answer to the question whose comments and notes are the author's. */
export type AnnotationChoice = z.infer<typeof annotationChoiceSchema>;

/** Every comment is an editor's, and the notes are part of the article. */
export const noAuthors: AnnotationChoice = { authors: [], areNotesSources: false };

export interface Commenter {
  /** Null when the file names nobody. */
  name: string | null;
  comments: number;
}

/** Lists who wrote the comments of a proposal, replies included, in the order of their first comment. */
export function listCommenters({
  claims,
  annotationsWithoutWords,
}: Pick<DraftProposal, 'claims' | 'annotationsWithoutWords'>): Commenter[] {
  const counts = new Map<string | null, number>();
  const annotations = [...claims.flatMap(({ annotation }) => annotation ?? []), ...annotationsWithoutWords];
  for (const { by } of annotations.flatMap(({ comments }) => comments))
    counts.set(by, (counts.get(by) ?? 0) + 1);
  return Array.from(counts, ([name, comments]) => ({ name, comments }));
}

/** Counts the references to notes with words in them. */
export function countNoteReferences(proposal: Pick<DraftProposal, 'text' | 'blocks' | 'marks'>): number {
  return listNoteReferences(proposal).length;
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
