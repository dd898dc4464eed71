import { blockSeparator, type Draft, findPlace } from '#shared/domain/base/draft.ts';
import { splitNote } from '#shared/domain/sources/article-references.ts';
import { formatCount } from '#shared/reports/base/own-values.ts';
import {
  type ArticleText,
  text as joinText,
  joinTexts,
  own,
  quoteArticle,
  type ReportText,
  reshape,
  type ShownDraft,
} from '#shared/reports/base/report-text.ts';
import { isLeftOut } from '#shared/reports/shown-draft.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import type { Passage, ReportBlock, ReportRun } from './report-model.ts';

/*
 * How a report shows a draft without the notes that are the author's sources (`shown`): the article and the words of its
 * claims have no signs that refer to them, and the end of the article says that they are not printed.
 */

/** Stands in place of the words of a claim that lies on nothing but such notes. */
const leftOutWords = own('[not printed]');

/** The text of a span without the signs that refer to notes which are left out. Its offsets are not those of the draft. */
function sliceWithoutReferences(draft: Draft, shown: ShownDraft, { start, end }: Span): ReportText {
  if (draft === shown) return quoteArticle(shown, { start, end });
  const parts: ArticleText[] = [];
  let from = start;
  for (const mark of shown.marks) {
    if (mark.kind !== 'noteRef' || mark.start < from || mark.end > end) continue;
    parts.push(quoteArticle(shown, { start: from, end: mark.start }));
    from = mark.end;
  }
  parts.push(quoteArticle(shown, { start: from, end }));
  return joinTexts(parts, '');
}

/** The words of a claim as a report shows them. */
export function sliceShown(draft: Draft, shown: ShownDraft, span: Span): ReportText {
  const text = sliceWithoutReferences(draft, shown, span);
  return text.trim() === '' ? leftOutWords : text;
}

/** The sentence around a span as a report shows it. It is cut by the draft's own text. */
export function sliceShownSentence(draft: Draft, shown: ShownDraft, span: Span): ReportText {
  const sentence = findSentenceAround(draft.text, draft.blocks, span, draft.language);
  const text = sliceShown(draft, shown, sentence);
  return isLeftOut(draft, shown, sentence)
    ? reshape(text, (words) => words.trim().replace(/ {2,}/g, ' '))
    : text;
}

/** Hides the text of a run that refers to such a note. Claims may begin or end there. */
function hideReference(run: ReportRun): ReportRun {
  if (run.marks.every(({ kind }) => kind !== 'noteRef')) return run;
  const claims = run.claims.filter(({ begins, ends }) => begins || ends);
  return { text: own(''), leftOut: run.text, marks: [], claims };
}

function describeLeftOut(notes: readonly ReportBlock[]): ReportText {
  // A note of several paragraphs has one sign.
  const withSign = notes.filter(({ text }) => splitNote(text).sign !== '').length;
  const count = withSign === 0 ? notes.length : withSign;
  const notesAre =
    count === 1
      ? own('note is the author’s source and is')
      : joinText`${formatCount(count, 'note')} are the author’s sources and are`;
  return joinText`The article’s ${notesAre} not printed.`;
}

/**
 * Removes the blocks of notes that are left out of the draft that a report shows, and the signs that refer to them. The last block says
 * so, once.
 */
export function removeLeftOutNotes(
  draft: Draft,
  shown: ShownDraft,
  blocks: readonly ReportBlock[],
): ReportBlock[] {
  if (draft === shown) return [...blocks];
  const isOut = ({ start }: ReportBlock) => {
    const block = draft.blocks.find((one) => one.start === start);
    return block?.kind === 'note' && isLeftOut(draft, shown, block);
  };
  const out = blocks.filter(isOut);
  const [first] = out;
  if (!first) return [...blocks];
  const kept = blocks
    .filter((block) => !out.includes(block))
    .map((block) => ({ ...block, runs: block.runs.map(hideReference) }));
  const last = kept.at(-1);
  const start = last ? last.start + last.text.length + blockSeparator.length : 0;
  const text = describeLeftOut(out);
  return [...kept, { ...first, start, text, runs: [{ text, marks: [], claims: [] }], isOwn: true }];
}

/** Creates the passage of a span. `shown` is the draft as the report shows it. */
export function createPassage(draft: Draft, shown: ShownDraft, { start, end }: Span): Passage {
  const { blocks } = draft;
  return {
    span: { start, end },
    words: sliceShown(draft, shown, { start, end }),
    place: findPlace(blocks, start),
    paragraph: 1 + findFirstIndex(blocks.length, (index) => at(blocks, index).end > start),
  };
}
