import type { ReportFormat } from '../../../../../shared/domain/report-options';
import { extractClaimReviewsText } from './extract-claim-reviews';
import { extractHtmlText } from './extract-html';
import { extractJsonText } from './extract-json';
import { extractMarkdownText } from './extract-markdown';
import { extractWebAnnotationsText } from './extract-web-annotations';
import { extractWordPlanText } from './extract-word-plan';
import type { ReportPart } from './report-part';

const extractors: Readonly<Record<ReportFormat, (content: string) => ReportPart[]>> = {
  html: extractHtmlText,
  pdf: extractHtmlText,
  docx: extractWordPlanText,
  xlsx: extractJsonText,
  csv: extractJsonText,
  webAnnotation: extractWebAnnotationsText,
  claimReview: extractClaimReviewsText,
  markdown: extractMarkdownText,
  json: extractJsonText,
};

/**
 * Extracts the text of a written report by parts (report-part.ts). It reads the file as any program would and not as the
 * model that it was rendered from, so that it sees what a reader sees: extract-html.ts reads HTML and PDF, extract-markdown.ts
 * Markdown, extract-json.ts JSON, and the claim log before it becomes a spreadsheet. Throws on invalid JSON.
 */
export function extractText(format: ReportFormat, content: string): ReportPart[] {
  return extractors[format](content);
}
