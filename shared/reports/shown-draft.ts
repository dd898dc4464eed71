import type { Block, Draft } from '../domain/base/draft.ts';
import type { Review } from '../domain/review/review.ts';
import type { ReportReader } from '../domain/settings/report-options.ts';
import { listAuthorNotes, splitNote } from '../domain/sources/article-references.ts';
import type { Span } from '../text/span.ts';
import {
  type ArticleText,
  joinTexts,
  quoteArticle,
  type ReportText,
  type ShownDraft,
  trustShown,
} from './base/report-text.ts';

function touches(span: Span, blocks: readonly Block[]): boolean {
  return blocks.some(({ start, end }) => start < span.end && span.start < end);
}

/**
 * The draft as a report may show it. Notes that are the author's sources are annotations, which no report prints, so their words
 * and marks are left out. Their signs stay, and so do all UTF-16 offsets, because blanks take the place of the words.
 */
export function leaveOutAuthorNotes(review: Review, draft: Draft): ShownDraft {
  const notes = listAuthorNotes(review, draft);
  if (notes.length === 0) return trustShown(draft);
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
  return trustShown({
    ...draft,
    text: text + draft.text.slice(end),
    marks: draft.marks.filter((mark) => !touches(mark, notes)),
  });
}

/** The draft as its report shows it. Lawyers see everything, whom the author names in notes as well. */
export function createShownDraft(review: Review, draft: Draft, reader: ReportReader): ShownDraft {
  return reader === 'legal' ? trustShown(draft) : leaveOutAuthorNotes(review, draft);
}

/** Whether words of a span are left out of the draft that a report shows. */
export function isLeftOut(draft: Draft, shown: Draft, span: Span): boolean {
  return draft !== shown && draft.text.slice(span.start, span.end) !== shown.text.slice(span.start, span.end);
}

/** The paragraphs of the shown draft that a span touches. */
export function joinParagraphs(shown: ShownDraft, span: Span): ReportText {
  const paragraphs: ArticleText[] = shown.blocks
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map((block) => quoteArticle(shown, block));
  return joinTexts(paragraphs, '\n');
}
