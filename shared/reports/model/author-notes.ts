import type { Block, Draft } from '../../domain/draft/draft';
import type { Review } from '../../domain/review/review';
import { listAuthorNotes, splitNote } from '../../domain/sources/author-notes';
import { findSentenceAround } from '../../text/segmenter/sentences-around';
import type { Span } from '../../text/span';
import type { ReportBlock } from './report-model';

/** Stands in place of the words of a claim that lies on nothing but such notes. */
const leftOutWords = '[not printed]';
/** Stands once where such notes were. */
const leftOutNotes = 'The author’s notes are not printed.';

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

/** The words of a claim as a report shows them. */
export function sliceShown({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end).trim() === '' ? leftOutWords : text.slice(start, end);
}

/** The sentence around a span as a report shows it. It is cut by the draft's own text. */
export function sliceShownSentence(draft: Draft, shown: Draft, span: Span): string {
  const sentence = findSentenceAround(draft.text, draft.blocks, span, draft.language);
  const text = sliceShown(shown, sentence);
  return isLeftOut(draft, shown, sentence) ? text.trim().replace(/ {2,}/g, ' ') : text;
}

/** Puts one sentence in place of the blocks of notes that are left out of the draft that a report shows. */
export function replaceLeftOutNotes(
  draft: Draft,
  shown: Draft,
  blocks: readonly ReportBlock[],
): ReportBlock[] {
  const isOut = ({ start }: ReportBlock) => {
    const block = draft.blocks.find((one) => one.start === start);
    return block?.kind === 'note' && isLeftOut(draft, shown, block);
  };
  const out = draft === shown ? [] : blocks.filter(isOut);
  const [first] = out;
  if (!first) return [...blocks];
  const runs = [{ text: leftOutNotes, marks: [], claims: [] }];
  return blocks.flatMap((block) =>
    block === first ? [{ ...first, text: leftOutNotes, runs }] : out.includes(block) ? [] : [block],
  );
}
