import { assessCoverage, createSpanSweep } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { SentenceState } from '#shared/domain/review/progress.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import { readText } from '#shared/reading/read-text.ts';
import { type ShownDraft, text } from '#shared/reports/base/report-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import { loadTagger, type Tagger } from '#shared/spotting/tagging/load-tagger.ts';
import { findCachedSentences } from '#shared/text/segmenter/sentences-around.ts';
import type { Span } from '#shared/text/span.ts';
import type { ParagraphPassage, ReportCoverage } from './report-model.ts';
import { createPassage } from './shown-words.ts';

/** By the draft, which never changes: a report is built several times to be searched. */
const cache = new WeakMap<Draft, { sentences: Span[]; spots: { span: Span }[] }>();

/**
 * Reads a draft with the tagger of the article's language before its report is built, so that the report counts as the window does.
 * Rejects where the tagger can't be loaded.
 */
export async function prepareReportCoverage(review: ReviewData, draft: Draft): Promise<void> {
  const language = review.article[0]?.language ?? draft.language;
  readSentencesAndSpots(draft, language, await loadTagger(language));
}

function readSentencesAndSpots(draft: Draft, language: string | null, tagger: Tagger | null = null) {
  const cached = cache.get(draft);
  if (cached) return cached;
  const sentences = listSentences(draft, draft.blocks, findCachedSentences);
  const read = { sentences, spots: spotSpans(readText({ ...draft, language }, sentences), tagger) };
  cache.set(draft, read);
  return read;
}

/** Finds out what was read of a draft. `shown` is the draft as the report shows it, `claims` are all claims that stand in it. */
export function buildReportCoverage(
  review: Review,
  draft: Draft,
  shown: ShownDraft,
  claims: readonly { span: Span }[],
  isSpotting: boolean,
): ReportCoverage {
  const { sentences, spots } = readSentencesAndSpots(draft, getArticle(review).language ?? draft.language);
  const { states, counts, outstandingSpots } = assessCoverage({
    text: draft.text,
    sentences,
    spots: isSpotting ? spots : [],
    claims: claims.map(({ span }) => span),
    dismissals: listDismissals(review, draft.id).map(({ span }) => span),
  });
  const partly = createSpanSweep(sentences.filter((_, index) => states[index] === 'partly'));
  const open = outstandingSpots.filter(({ span }) => partly.touches(span));
  return {
    counts,
    notLookedAt: listUntouchedParagraphs(draft, shown, sentences, states),
    openWords: open.map(({ span }) => createPassage(draft, shown, span)),
  };
}

function listUntouchedParagraphs(
  draft: Draft,
  shown: ShownDraft,
  sentences: readonly Span[],
  states: readonly SentenceState[],
): ParagraphPassage[] {
  const paragraphs: ParagraphPassage[] = [];
  sentences.forEach((span, index) => {
    if (states[index] !== 'notLookedAt') return;
    const sentence = createPassage(draft, shown, span);
    const last = paragraphs.at(-1);
    if (last?.paragraph !== sentence.paragraph) {
      paragraphs.push({ ...sentence, sentences: [sentence] });
      return;
    }
    const isNext = states[index - 1] === 'notLookedAt';
    last.words = isNext ? text`${last.words} ${sentence.words}` : text`${last.words} … ${sentence.words}`;
    last.span = { start: last.span.start, end: span.end };
    last.sentences.push(sentence);
  });
  return paragraphs;
}
