import type { Block, Draft } from '../../domain/draft/draft';
import type { Review } from '../../domain/review/review';
import { findReferences } from '../../domain/sources/article-references';
import type { Span } from '../../text/span';

/** The number or sign of a note, which its reference in the article repeats. */
const noteSign = /^\[[^\]\s]{1,4}\]\s*/;
/** Stands in place of the words of a note. */
const leftOutWords = '–';

function touches(span: Span, blocks: readonly Block[]): boolean {
  return blocks.some(({ start, end }) => start < span.end && span.start < end);
}

/**
 * Lists the notes of a draft that are the author's sources: all of its notes once evidence was proposed from the words of one,
 * because the reviewer answers for all notes of a file at once.
 */
function listAuthorNotes(review: Review, draft: Draft): Block[] {
  const notes = draft.blocks.filter(({ kind }) => kind === 'note');
  if (notes.length === 0 || review.proposedEvidence.size === 0) return [];
  const annotations = new Set(
    Array.from(review.proposedEvidence.values(), ({ annotation }) => annotation.text.trim()),
  );
  const isProposed = findReferences(draft).some(({ isNote, words }) => isNote && annotations.has(words));
  return isProposed ? notes : [];
}

/**
 * The draft as a report may show it. Notes that are the author's sources are annotations, which no report prints, so their words
 * and marks are left out. Their signs stay, and so do all UTF-16 offsets, because blanks take the place of the words.
 */
export function leaveOutAuthorNotes(review: Review, draft: Draft): Draft {
  const notes = listAuthorNotes(review, draft);
  if (notes.length === 0) return draft;
  let text = '';
  let end = 0;
  for (const note of notes) {
    const words = draft.text.slice(note.start, note.end);
    const [sign = ''] = noteSign.exec(words) ?? [];
    // A note that is nothing but its sign has no words to leave out.
    const shown = sign.length < words.length ? `${sign}${leftOutWords}` : words;
    text += draft.text.slice(end, note.start) + shown.padEnd(words.length);
    end = note.end;
  }
  return {
    ...draft,
    text: text + draft.text.slice(end),
    marks: draft.marks.filter((mark) => !touches(mark, notes)),
  };
}

/** Whether words of a span are left out of the draft that a report shows. */
export function isLeftOut(draft: Draft, shown: Draft, span: Span): boolean {
  return draft !== shown && draft.text.slice(span.start, span.end) !== shown.text.slice(span.start, span.end);
}

/** The words of a claim as a report shows them. */
export function sliceShown({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end).trim() === '' ? leftOutWords : text.slice(start, end);
}
