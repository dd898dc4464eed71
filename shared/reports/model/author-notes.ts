import type { Block, Draft } from '../../domain/draft/draft';
import type { Review } from '../../domain/review/review';
import { listAuthorNotes, splitNote } from '../../domain/sources/author-notes';
import type { Span } from '../../text/span';

function touches(span: Span, blocks: readonly Block[]): boolean {
  return blocks.some(({ start, end }) => start < span.end && span.start < end);
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
    const whole = draft.text.slice(note.start, note.end);
    const { sign, words } = splitNote(whole);
    // A note that is nothing but its sign has no words to leave out.
    const shown = words === '' ? whole : sign;
    text += draft.text.slice(end, note.start) + shown.padEnd(whole.length);
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
