import { z } from 'zod';
import { lineSchema } from '../../domain/primitives';
import { findReferences } from '../../domain/sources/article-references';
import { splitNote } from '../../domain/sources/author-notes';
import { at } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { DraftProposal } from '../proposal';
import type { Annotation } from './annotation';

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

/**
 * Lists who wrote the comments on words of a proposal, replies included, in the order of their first comment. Their comments on no
 * words are counted as well, but nobody is listed for those alone: they become neither evidence nor notes. Comments of a report of
 * ours and the replies to them are left out: they are never the author's sources.
 */
export function listCommenters({
  claims,
  annotationsWithoutWords,
}: Pick<DraftProposal, 'claims' | 'annotationsWithoutWords'>): Commenter[] {
  const counts = new Map<string | null, number>();
  const list = (annotation: Annotation | null) =>
    annotation && !annotation.returned ? annotation.comments : [];
  const onWords = claims.flatMap(({ annotation }) => list(annotation));
  const others = annotationsWithoutWords.flatMap(list);
  for (const { by } of onWords) counts.set(by, (counts.get(by) ?? 0) + 1);
  for (const { by } of others) if (counts.has(by)) counts.set(by, (counts.get(by) ?? 0) + 1);
  return Array.from(counts, ([name, comments]) => ({ name, comments }));
}

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
