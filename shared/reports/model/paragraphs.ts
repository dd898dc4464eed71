import type { Span } from '../../text/span';
import {
  type ArticleText,
  joinTexts,
  quoteArticle,
  type ReportText,
  type ShownDraft,
} from '../origin/report-text';

/** The paragraphs of the shown draft that a span touches. */
export function joinParagraphs(shown: ShownDraft, span: Span): ReportText {
  const paragraphs: ArticleText[] = shown.blocks
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map((block) => quoteArticle(shown, block));
  return joinTexts(paragraphs, '\n');
}
