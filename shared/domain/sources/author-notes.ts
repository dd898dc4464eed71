import type { Block, Draft } from '../draft/draft';
import type { Review } from '../review/review';

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
