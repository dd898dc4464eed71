import type { Block, Draft } from '../draft/draft';
import type { Review } from '../review/review';
import { findReferences } from './article-references';

/** The number or sign of a note, which its reference in the article repeats. */
const noteSign = /^\[[^\]\s]{1,4}\]\s*/;

/**
 * Whether the notes of a draft are the author's sources, as the reviewer answered for all of them when it was imported. In a
 * draft that was stored without the answer, they are once evidence was proposed from the words of one.
 */
export function areNotesSources(
  { drafts, proposedEvidence }: Pick<Review, 'drafts' | 'proposedEvidence'>,
  draft: Draft,
): boolean {
  const answer = drafts.get(draft.id)?.areNotesSources ?? null;
  if (answer !== null) return answer;
  if (proposedEvidence.size === 0) return false;
  const annotations = new Set(
    Array.from(proposedEvidence.values(), ({ annotation }) => annotation.text.trim()),
  );
  return findReferences(draft).some(({ isNote, words }) => isNote && annotations.has(words));
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
